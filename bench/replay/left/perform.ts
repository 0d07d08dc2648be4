import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../exchange.ts';
import type { Arrival } from '../player.ts';
import type { Timeline } from './timeline.ts';

/** How long a provider takes for the headers of its reply. */
export const HEADERS_MS = 400;

/**
 * Sends a stream in its own time.
 * @returns when its connection was closed, in milliseconds after the headers; Infinity when it came to its end
 */
export async function perform(
  exchange: Exchange,
  { frames, duration }: Timeline,
  { response, at }: Arrival,
): Promise<number> {
  const closed = new Promise<number>((resolve) =>
    response.on('close', () => resolve(response.writableFinished ? Infinity : performance.now() - at - HEADERS_MS)),
  );
  const until = (ms: number): Promise<void> => sleep(Math.max(0, at + HEADERS_MS + ms - performance.now()));
  await until(0);
  if (!response.destroyed) {
    response.writeHead(exchange.status, exchange.replyHeaders);
    response.flushHeaders();
  }
  for (const { bytes, at: moment } of frames) {
    if (response.destroyed) break;
    await until(moment);
    if (!response.destroyed) response.write(bytes);
  }
  if (!response.destroyed) {
    await until(duration);
    response.end();
  }
  return closed;
}
