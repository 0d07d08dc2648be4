import type { Child } from './child.ts';
import { sendLoad } from './load.ts';
import type { LoadResult, Target } from './load.ts';
import { openStreams } from './streams.ts';
import type { StreamResult } from './streams.ts';
import { usageOf } from './usage.ts';

/** One row of the load: so many clients, bodies of so many bytes. */
export const LOADS = [
  { name: '700 B, 1 client', clients: 1, bodyBytes: 700 },
  { name: '700 B, 16 clients', clients: 16, bodyBytes: 700 },
  { name: '700 B, 64 clients', clients: 64, bodyBytes: 700 },
  { name: '400 kB, 1 client', clients: 1, bodyBytes: 400_000 },
  { name: '400 kB, 16 clients', clients: 16, bodyBytes: 400_000 },
  { name: '1 MB, 1 client', clients: 1, bodyBytes: 1_000_000 },
] as const;
export const STREAMS = [64, 512] as const;
/** Streams before those that count: a process that has just started compiles its code first. */
const WARM_UP = 32;

export interface LoadMeasure extends LoadResult {
  readonly perSecond: number;
  /** CPU seconds for a thousand requests. */
  readonly cpu: number;
}

export interface StreamMeasure extends StreamResult {
  /** CPU microseconds for one event. */
  readonly cpuPerEvent: number;
}

/** Events of a stream, with its last ones. */
const EVENTS = 203;

export async function measureLoad(
  served: Child & { readonly target: Target },
  load: (typeof LOADS)[number],
  { seconds, round }: { readonly seconds: number; readonly round: string },
): Promise<LoadMeasure> {
  const before = usageOf(served.pid).cpuSeconds;
  const result = await sendLoad(served.target, { ...load, seconds, round });
  const cpu = ((usageOf(served.pid).cpuSeconds - before) / result.requests) * 1_000;
  return { ...result, perSecond: result.requests / result.seconds, cpu };
}

/** Sends what comes before the streams that count, the same to everyone. */
export async function warmUp({ target }: { readonly target: Target }): Promise<void> {
  for (let time = 0; time < 2; time += 1) await openStreams(target, WARM_UP);
}

export async function measureStreams(
  served: Child & { readonly target: Target },
  count: (typeof STREAMS)[number],
): Promise<StreamMeasure> {
  const before = usageOf(served.pid).cpuSeconds;
  const result = await openStreams(served.target, count);
  return { ...result, cpuPerEvent: ((usageOf(served.pid).cpuSeconds - before) / (count * EVENTS)) * 1e6 };
}
