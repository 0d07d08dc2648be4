import { createHash } from 'node:crypto';
import type { Random } from '../../platform/ports.ts';

/** Random bytes that a text decides: the same seed gives the same ones. Only for what is simulated, never for secrets. */
export function createSeededRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  /** Mulberry32: small, quick, and even enough for work that is made up. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return { bytes: (count) => Uint8Array.from({ length: count }, next) };
}
