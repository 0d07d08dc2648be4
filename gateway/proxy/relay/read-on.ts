import type { HeldRequest } from '../reserve/held-request.ts';
import type { TrackedRequest } from '../running/track-request.ts';

/** A reply that nobody waits for is read for so long at most; after that it counts at its bound. */
const MOST_MS = 15 * 60_000;
/**
 * So long a stream is read on that its client has left, though its provider would stop: many tools hang up at the last
 * word and before the figures that follow it, and a moment more costs less than not to know.
 */
const GRACE_MS = 500;

/**
 * When the provider's side of a request is given up. Leaving one that finishes what was begun, and bills it, saves
 * nothing: it is read to its end, so that it costs what it costs and not the most that it might have. So it is with
 * plain requests everywhere but at servers that nobody knows. What a person cuts is given up at once where that helps,
 * and a shutdown waits for nothing.
 * @param streams the request asked for a stream
 */
export function readOn(
  { stops }: Pick<HeldRequest, 'stops'>,
  streams: boolean,
  { stopped, givenUp }: Pick<TrackedRequest, 'stopped' | 'givenUp'>,
  exhausted: AbortSignal,
): AbortSignal {
  const finishes = stops === 'no' || (stops === 'yes' && !streams);
  if (!finishes && (!streams || stops === 'free')) return AbortSignal.any([stopped, exhausted]);
  const late = new AbortController();
  const giveUp = (): void => late.abort();
  const onStop = (): void => {
    const isCut = stopped.reason !== 'client-gone';
    if (!finishes && isCut) giveUp();
    else setTimeout(giveUp, finishes ? MOST_MS : GRACE_MS).unref();
  };
  if (stopped.aborted) onStop();
  else stopped.addEventListener('abort', onStop, { once: true });
  return AbortSignal.any([late.signal, givenUp, exhausted]);
}
