import type { StreamMeter } from '../../dialects/dialect.ts';
import { createResponsesMeter } from '../../dialects/openai-responses/meter.ts';
import type { ReserveOutcome } from '../reserve.ts';
import { seeSafely } from '../relay-stream.ts';
import { settleAtBound, settleRefused, settleStream, tokensUnderWay } from '../settle-up.ts';
import type { StreamEnding } from '../settle-up.ts';

type Held = Extract<ReserveOutcome, { ok: true }>;

/** One response under way on a connection. */
export interface Flight {
  readonly meter: StreamMeter;
  /** Reads a frame of it. @returns what it means for the response */
  see(type: string, data: string): 'goes-on' | 'refused' | 'over' | 'overran';
  /** The client has let its frames wait: the provider may be ahead of what was seen. */
  block(): void;
  /** Most tokens that it and all before it have: what was read, and what was written. */
  length(): number;
  /** Settles it however it ended. Only the first call counts. */
  settle(ending: StreamEnding): Promise<void>;
  /** The provider has refused it before it began: nothing was used. */
  settleRefused(status: number | null): Promise<void>;
  /** It wrote more than was asked for and paid. */
  settleOverrun(): Promise<void>;
}

export function createFlight({ tab, ask }: Held): Flight {
  const meter = createResponsesMeter(ask);
  const start = performance.now();
  let begun = false;
  let unreadable = false;
  let blocked = false;
  let over = false;
  const underWay = (): number => {
    if (unreadable || blocked) return Infinity;
    return over ? 0 : tokensUnderWay(meter.outputBytes(), performance.now() - start);
  };
  return {
    meter,
    see(type, data) {
      const verdict = seeSafely(meter, { event: type, data });
      unreadable ||= verdict === 'unreadable';
      if (type === 'error' && !begun) return 'refused';
      begun ||= type.startsWith('response.');
      // After an error, a response has nothing more to say on this connection.
      if (verdict === 'last' || type === 'error') over = true;
      if (over) return 'over';
      return meter.outputEvents() > tab.bound.output ? 'overran' : 'goes-on';
    },
    block: () => void (blocked = true),
    length() {
      const usage = meter.usage();
      // A provider may report nothing for what it only prepares.
      const input = usage !== undefined && usage.input > 0 ? usage.input : tab.bound.input;
      return input + (usage?.output ?? tab.bound.output);
    },
    settle: (ending) => settleStream(tab, meter, underWay(), ending),
    settleRefused: (status) => settleRefused(tab, { outcome: 'provider-error', status }),
    settleOverrun: () => settleAtBound(tab, { outcome: 'cut', status: 200 }),
  };
}
