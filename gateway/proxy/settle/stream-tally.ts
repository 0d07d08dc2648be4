import type { EventVerdict, StreamEvent, StreamMeter } from '../../dialects/dialect.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import { settleAtBound, settleStream } from './settle-up.ts';
import type { StreamEnding } from './settle-up.ts';

/**
 * The account of one stream, whatever carries it: read event by event by its meter, timed, and held as it goes on, so
 * that it can be settled rightly between any two events.
 */
export interface StreamTally {
  readonly meter: StreamMeter;
  /** Reads an event. A fault of the parser never breaks the stream: the event passes, and the request settles high. */
  see(event: StreamEvent): EventVerdict;
  /** Something came that is no event which a meter can read. */
  markUnreadable(): void;
  /** Its client lets frames wait: the provider may be ahead of what was seen. */
  block(): void;
  /** Nobody reads on, from now until {@link lookAgain}: meanwhile its provider may run ahead. */
  lookAway(): void;
  lookAgain(): void;
  /** It has made more than was asked for and held, and nobody has said yet what it used. */
  hasOverrun(): boolean;
  /** Settles it however it ended. Only the first settlement counts. */
  settle(ending: Pick<StreamEnding, 'endedBy' | 'broken' | 'status' | 'finished'>): Promise<void>;
  /** Settles one that has made more than was asked for and held. */
  settleOverrun(status: number): Promise<void>;
}

/** @see StreamTally */
export function createStreamTally(heldRequest: HeldRequest, meter: StreamMeter, hold: RollingHold): StreamTally {
  const { watch, bound } = heldRequest;
  let unreadable = false;
  let blocked = false;
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
      watch.saw(performance.now(), meter.estimateVisible(), meter.hides?.() ?? false);
      return verdict;
    },
    markUnreadable,
    block: () => void (blocked = true),
    lookAway: () => watch.lookAway(performance.now()),
    lookAgain: () => watch.lookAgain(performance.now()),
    hasOverrun: () => meter.usage() === undefined && meter.outputEvents() > bound.output,
    settle({ endedBy, ...ending }) {
      const stopped = endedBy ?? (hold.exhausted.aborted ? 'cut' : undefined);
      return settleStream(heldRequest, meter, { ...ending, endedBy: stopped, unreadable, blocked });
    },
    settleOverrun: (status) => settleAtBound(heldRequest, { outcome: 'cut', status }),
  };
}
