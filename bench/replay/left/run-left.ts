import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../exchange.ts';
import { isStream } from '../exchange.ts';
import { isModelCall } from '../place.ts';
import type { Stage } from '../stage.ts';
import { playLeft } from './play-left.ts';
import type { Left, Moment } from './play-left.ts';

/** They sleep most of the time. */
const AT_ONCE = 40;
/** One begins after the other: a burst of headers at one moment would be work of the replay, and late. */
const APART_MS = 50;

/** Streams of what a provider bills: those that can be left. */
export function streamsOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.filter(
    (exchange) => isStream(exchange) && exchange.status < 300 && isModelCall(exchange.method, exchange.url),
  );
}

/** Plays every stream once for each moment and leaves it then, many at a time. */
export async function runLeft(
  stage: Stage,
  streams: readonly Exchange[],
  moments: readonly Moment[],
  seed: number,
): Promise<readonly Left[]> {
  const [subKey] = await stage.issue(1_000_000);
  if (!subKey) throw new Error('no sub-key was issued');
  const turns = moments.flatMap((moment) =>
    streams.map((exchange, index) => ({ exchange, moment, seed: seed + index })),
  );
  const left: Left[] = [];
  const lane = async (number: number): Promise<void> => {
    await sleep(number * APART_MS);
    for (let turn = turns.shift(); turn !== undefined; turn = turns.shift())
      left.push(await playLeft(stage, turn.exchange, { subKey, ...turn }));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => lane(number)));
  return left;
}
