import type { EventVerdict, StreamEvent, StreamMeter } from '../../dialects/dialect.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import { readAnswer } from './read-answer.ts';
import { settleAtBound, settleStream } from './settle-up.ts';
import type { StreamEnding } from './settle-up.ts';

/**
 * The account of one stream, over HTTP or a WebSocket: its meter reads it event by event, it is timed, and its hold
 * grows as it goes on, so that it can be settled properly between any two events.
 */
export interface StreamTally {
  readonly meter: StreamMeter;
  /** Reads an event. A parser error never breaks the stream: the event passes, and the request settles high. */
  see(event: StreamEvent): EventVerdict;
  /** What the provider said when it failed; undefined while it has not. */
  answered(): string | undefined;
  /** Notes that something came which is no event that a meter can read. */
  markUnreadable(): void;
  /** Notes that the client lets frames wait: the provider may be ahead of what was seen. */
  block(): void;
  /** Notes that nobody reads from now until {@link lookAgain}: meanwhile the provider may run ahead. */
  lookAway(): void;
  lookAgain(): void;
  /** True if it has made more than was asked for and held, and the provider has not reported its usage yet. */
  hasOverrun(): boolean;
  /** Settles it however it ended. Only the first settlement counts. */
  settle(ending: Pick<StreamEnding, 'endedBy' | 'broken' | 'status' | 'finished'>): Promise<void>;
  /** Settles a stream that has made more than was asked for and held. */
  settleOverrun(status: number): Promise<void>;
}

/** @see StreamTally */
export function createStreamTally(heldRequest: HeldRequest, meter: StreamMeter, hold: RollingHold): StreamTally {
  const { watch, bound } = heldRequest;
  let unreadable = false;
  let blocked = false;
  let answered: string | undefined;
  hold.follow(meter);
  const markUnreadable = (): void => {
    unreadable = true;
    watch.lose();
  };
  const readSafely = (event: StreamEvent): EventVerdict => {
    try {
      return meter.see(event);
    } catch {
      markUnreadable();
      return 'relay';
    }
  };
  return {
    meter,
    see(event) {
      const verdict = readSafely(event);
      if (answered === undefined && meter.failed()) answered = readAnswer(event.data);
      watch.saw(performance.now(), meter.estimateVisible(), meter.hides?.() ?? false);
      return verdict;
    },
    answered: () => answered,
    markUnreadable,
    block: () => void (blocked = true),
    lookAway: () => watch.lookAway(performance.now()),
    lookAgain: () => watch.lookAgain(performance.now()),
    hasOverrun: () => meter.usage() === undefined && meter.outputEvents() > bound.output,
    settle({ endedBy, ...ending }) {
      const stopped = endedBy ?? (hold.exhausted.aborted ? 'cut' : undefined);
      return settleStream(heldRequest, meter, { ...ending, endedBy: stopped, unreadable, blocked, answered });
    },
    settleOverrun: (status) => settleAtBound(heldRequest, { outcome: 'cut', status }),
  };
}
