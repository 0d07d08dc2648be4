import type { TokenBound, TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, StreamMeter } from '../dialect.ts';
import { parseObject } from '../json/read-json.ts';
import type { ServerFeatures } from './server-features.ts';

/** More calls than any request has ever made: the count must end somewhere. */
const MOST_CALLS = 100_000;

/** A meter that also reads what only one server reports, and counts the calls that its stream shows. */
export function meterWithFeatures(
  meter: StreamMeter,
  ask: Ask,
  { addUsage, showsCall, keep = keepUsage }: Pick<ServerFeatures, 'addUsage' | 'showsCall' | 'keep'>,
): StreamMeter {
  let last: JsonObject | undefined;
  let calls = 0;
  const hosts = ask.plain !== undefined;
  const add = (usage: TokenUsage | undefined): TokenUsage | undefined =>
    usage && last && addUsage ? addUsage(usage, last, ask) : usage;
  if (!addUsage && !hosts) return meter;
  return {
    ...meter,
    see(event) {
      const payload = hosts || event.data.includes('"usage"') ? parseObject(event.data) : undefined;
      if (payload) last = keep(last, payload);
      if (payload && hosts && showsCall?.(payload) && calls < MOST_CALLS) calls += 1;
      return meter.see(event);
    },
    usage: () => add(meter.usage()),
    // What a call brings does not show, so everything that was held may have been read, and more after more calls.
    ...(hosts && { boundSoFar: (bound) => boundByCalls(ask, bound, calls), hostedCalls: () => calls }),
  };
}

function keepUsage(kept: JsonObject | undefined, event: JsonObject): JsonObject | undefined {
  return event['usage'] === undefined || event['usage'] === null ? kept : event;
}

/** The bound of a request whose stream has shown so many calls: above its own where it has made more than were held. */
function boundByCalls(ask: Ask, bound: TokenBound, shown: number): TokenBound {
  const held = (ask.rounds ?? 1) / (ask.plain?.rounds ?? 1) - 1;
  if (shown <= held) return bound;
  const times = (shown + 1) / (held + 1);
  const extras = Object.entries(bound.extras ?? {}).map(([name, count]) => [name, count * times] as const);
  return { ...bound, input: Math.ceil(bound.input * times), extras: Object.fromEntries(extras) };
}
