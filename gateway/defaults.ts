import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { Clock, Machine, Random } from './platform/ports.ts';

/** The loopback port that tools get, unless the person chooses another. */
export const DEFAULT_PORT = 4141;

/** Anthropic takes 32 MB, OpenAI less; above that a request is not one of theirs. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** The time that running requests may go on after a host was asked to stop, in milliseconds. */
export const DRAIN_MS = 10_000;

/** A person who starts Purser wants to work first, so prices are checked only after this many milliseconds. */
export const PRICE_CHECK_AFTER_MS = 5 * 60_000;
/** The same for the bills of providers. */
export const BILL_CHECK_AFTER_MS = 8 * 60_000;

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = createSystemRandom();

/** The person's time zone, as the system reports it. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** This machine, as the calling host sees it. */
export function systemMachine(): Machine {
  return { home: homedir(), platform: process.platform, env: { ...process.env } };
}

/** Asks the system for this many bytes at once: every request needs a few, and each question is a call of its own. */
const POOL_BYTES = 4_096;

function createSystemRandom(): Random {
  let pool = Buffer.alloc(0);
  let used = 0;
  return {
    bytes(count) {
      if (count > POOL_BYTES) return randomBytes(count);
      if (used + count > pool.length) [pool, used] = [randomBytes(POOL_BYTES), 0];
      const bytes = Uint8Array.prototype.slice.call(pool, used, used + count);
      // What was handed out is kept nowhere else: a secret may be made of it.
      pool.fill(0, used, used + count);
      used += count;
      return bytes;
    },
  };
}
