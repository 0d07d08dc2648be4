import type { Clock } from '../../platform/ports.ts';

/** The one thing that a lease waits for. */
export interface ReadingTimer {
  /** When the key will be read, as epoch milliseconds; undefined where nothing is planned. */
  nextAt(): number | undefined;
  /** Reads it in so many milliseconds. */
  plan(ms: number, read: () => void): void;
  /** Forgets it in so many milliseconds: no reading is planned. */
  planEnd(ms: number, end: () => void): void;
  clear(): void;
}

/** @see ReadingTimer */
export function createReadingTimer(clock: Clock): ReadingTimer {
  let timer: NodeJS.Timeout | undefined;
  let nextAt: number | undefined;
  const set = (ms: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, Math.max(ms, 0));
    // It keeps no process alive.
    timer.unref();
  };
  return {
    nextAt: () => nextAt,
    plan(ms, read) {
      set(ms, read);
      nextAt = Math.round(clock.now() + ms);
    },
    planEnd(ms, end) {
      set(ms, end);
      nextAt = undefined;
    },
    clear() {
      clearTimeout(timer);
      nextAt = undefined;
    },
  };
}
