import type { StreamMeter } from '../../dialects/dialect.ts';
import { createResponsesMeter } from '../../dialects/openai-responses/meter.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { ReserveOutcome } from '../reserve/outcome.ts';
import { keepHolding } from '../reserve/rolling-hold.ts';
import { settleRefused } from '../settle/settle-up.ts';
import { createStreamTally } from '../settle/stream-tally.ts';
import type { StreamEnding } from '../settle/settle-up.ts';

type Held = Extract<ReserveOutcome, { ok: true }>;

/** The ending of a response on a connection, as the connection sees it. */
export interface SocketResponseEnding extends Pick<StreamEnding, 'endedBy' | 'broken' | 'status'> {
  /** The code with which the provider's side was closed, if it was: RFC 6455, 7.4.1. */
  readonly closeCode?: number;
}

/** One running response on a connection. */
export interface SocketResponse {
  readonly meter: StreamMeter;
  /** Notes that its frame was handed to the provider. */
  sent(): void;
  /** Reads one of its frames. @returns what the frame means for the response */
  see(type: string, data: string): 'goes-on' | 'refused' | 'over' | 'overran';
  /** Notes that the client let its frames wait: the provider may be ahead of what was seen. */
  block(): void;
  /** Notes that nobody reads its frames until `lookAgain`: meanwhile the provider may run ahead. */
  lookAway(): void;
  lookAgain(): void;
  /** Resolves when what it needs is held on disk: the client never gets frames ahead of that. */
  written(): Promise<void> | undefined;
  /** The most tokens in it and all responses before it: read and written. */
  length(): number;
  /** Aborted when no more of it could be held: it must end now. */
  readonly exhausted: AbortSignal;
  /** Settles it however it ended. Only the first call counts. */
  settle(ending: SocketResponseEnding): Promise<void>;
  /** Settles a response that the provider refused before it began: nothing was used. */
  settleRefused(status: number | null): Promise<void>;
  /** Settles a response that wrote more than was asked for and paid. */
  settleOverrun(): Promise<void>;
}

/**
 * Close codes that say that the frame was not processed: too large, and try again later. Source: IANA, "WebSocket Close
 * Code Number Registry".
 */
const NOT_PROCESSED: readonly (number | undefined)[] = [1009, 1013];

/** @param capped called when a cap had no room for more of it */
export function createSocketResponse(
  { heldRequest, ask }: Held,
  capped: (account: CapAccount) => unknown,
): SocketResponse {
  const hold = keepHolding(heldRequest, capped);
  const tally = createStreamTally(heldRequest, createResponsesMeter(ask), hold);
  const { meter } = tally;
  hold.exhausted.addEventListener('abort', () => heldRequest.watch.stop(performance.now()), { once: true });
  let begun = false;
  let over = false;
  return {
    meter,
    sent: () => heldRequest.watch.sent(performance.now()),
    see(type, data) {
      const verdict = tally.see({ event: type, data });
      if (type === 'error' && !begun) return 'refused';
      begun ||= type.startsWith('response.');
      // After an error, a response has nothing more to say on this connection.
      if (verdict === 'last' || type === 'error') over = true;
      if (over) return 'over';
      hold.look();
      return tally.hasOverrun() ? 'overran' : 'goes-on';
    },
    block: tally.block,
    lookAway: tally.lookAway,
    lookAgain: tally.lookAgain,
    written: hold.written,
    length() {
      const usage = meter.usage();
      // A provider may report nothing for a response that it only prepares.
      const input = usage !== undefined && usage.input > 0 ? usage.input : heldRequest.bound.input;
      return input + (usage?.output ?? heldRequest.bound.output);
    },
    exhausted: hold.exhausted,
    async settle({ closeCode, ...ending }) {
      hold.end();
      if (!begun && NOT_PROCESSED.includes(closeCode))
        return settleRefused(heldRequest, { outcome: 'provider-error', status: null });
      return tally.settle({ ...ending, finished: over });
    },
    settleRefused(status) {
      hold.end();
      return settleRefused(heldRequest, { outcome: 'provider-error', status, answered: tally.answered() });
    },
    settleOverrun() {
      hold.end();
      return tally.settleOverrun(200);
    },
  };
}
