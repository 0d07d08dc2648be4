import { anySignal } from '../../platform/any-signal.ts';
import type { HeldRequest } from '../reserve/held-request.ts';
import type { TrackedRequest } from '../running/track-request.ts';

/** A reply that nobody waits for is read for at most this many milliseconds; after that it counts at its bound. */
const MOST_MS = 15 * 60_000;
/**
 * The time for which a stream is read on after its client left, in milliseconds, even if its provider would stop: many
 * tools hang up at the last word, just before the usage figures, and a moment more costs less than not knowing them.
 */
const GRACE_MS = 500;

/**
 * Decides when the provider's side of a request is given up. Leaving a provider that finishes its work, and bills it,
 * saves nothing: its reply is read to the end, so that it costs its real price and not the most possible. The same goes
 * for plain requests, except at unknown and free providers. A request that a person cuts is given up at once where that
 * helps, and a shutdown waits for nothing.
 * @param streams true if the request asked for a stream
 */
export function readOn(
  { stops }: Pick<HeldRequest, 'stops'>,
  streams: boolean,
  { stopped, givenUp }: Pick<TrackedRequest, 'stopped' | 'givenUp'>,
  exhausted: AbortSignal,
): AbortSignal {
  const finishes = stops === 'no' || (stops === 'yes' && !streams);
  if (!finishes && (!streams || stops === 'free')) return anySignal(stopped, exhausted);
  const late = new AbortController();
  const giveUp = (): void => late.abort();
  const onStop = (): void => {
    const isCut = stopped.reason !== 'client-gone';
    if (!finishes && isCut) giveUp();
    else setTimeout(giveUp, finishes ? MOST_MS : GRACE_MS).unref();
  };
  if (stopped.aborted) onStop();
  else stopped.addEventListener('abort', onStop, { once: true });
  return anySignal(late.signal, givenUp, exhausted);
}
