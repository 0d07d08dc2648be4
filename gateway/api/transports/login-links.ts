import { createHash } from 'node:crypto';
import type { Clock, Random } from '../../platform/ports.ts';

/** The codes of one-time links, in memory. */
export interface LoginLinks {
  make(): { readonly code: string; readonly endsAt: number };
  /** True once for each code, while it is young enough. */
  take(code: string): boolean;
  forget(): void;
}

interface LoginLinksOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** The lifetime of a code, in milliseconds. */
  readonly lifeMs: number;
}

/** More unused codes than this pile up only when something asks in a loop; then the oldest are dropped. */
const MOST = 20;

export function createLoginLinks({ clock, random, lifeMs }: LoginLinksOptions): LoginLinks {
  const ends = new Map<string, number>();
  return {
    make() {
      const code = newSecret(random);
      const endsAt = clock.now() + lifeMs;
      ends.set(hashOf(code), endsAt);
      for (const [hash, at] of ends) if (at <= clock.now() || ends.size > MOST) ends.delete(hash);
      return { code, endsAt };
    },
    take(code) {
      const hash = hashOf(code);
      const endsAt = ends.get(hash);
      ends.delete(hash);
      return endsAt !== undefined && clock.now() < endsAt;
    },
    forget: () => ends.clear(),
  };
}

/** Makes 256 random bits, in characters that are safe in an address and a header. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** Secrets are looked up by their hash, so the time of a look-up reveals nothing about them, and a memory dump less. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
