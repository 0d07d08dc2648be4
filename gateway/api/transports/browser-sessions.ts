import { browserIdSchema } from '../../../shared/ids.ts';
import type { BrowserId } from '../../../shared/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Clock, Random } from '../../platform/ports.ts';
import { hashOf, newSecret } from './login-links.ts';

/** A logged-in browser. Times are epoch milliseconds. */
export interface BrowserSession {
  readonly id: BrowserId;
  readonly browser: string;
  readonly begunAt: number;
  lastUsedAt(): number;
  endsAt(): number;
  /** Calls the listener once, when the session ends. @returns a function that removes the listener */
  onEnd(listener: () => void): () => void;
}

/** The logged-in browsers. They are in memory, so a restart ends every session. */
export interface BrowserSessions {
  /** @returns the bearer that the browser must send from now on; it is in no other answer */
  begin(browser: string): { readonly session: BrowserSession; readonly bearer: string };
  /** Finds the session of a bearer. This counts as use. */
  find(bearer: string): BrowserSession | undefined;
  /** Lists the sessions, most recently used first. */
  list(): readonly BrowserSession[];
  /** @returns the sessions that it ended */
  end(which: (session: BrowserSession) => boolean): readonly BrowserSession[];
}

/** The lifetime of a session, in milliseconds. */
export interface SessionLife {
  /** Time since the last use. An open page uses its session every few seconds. */
  readonly idleMs: number;
  /** Time since the login, however much the session is used. */
  readonly longestMs: number;
}

const LOOK_AGAIN_MS = 60_000;

export function createBrowserSessions({
  clock,
  random,
  idleMs,
  longestMs,
}: SessionLife & { readonly clock: Clock; readonly random: Random }): BrowserSessions {
  const sessions = new Map<string, BrowserSession & { use(): void; end(): void }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end: BrowserSessions['end'] = (which) => {
    const meant = [...sessions].filter(([, session]) => which(session));
    for (const [hash, session] of meant) {
      sessions.delete(hash);
      session.end();
    }
    return meant.map(([, session]) => session);
  };
  const isOver = (session: BrowserSession): boolean => session.endsAt() <= clock.now();
  /** Ends sessions on time: a page that only listens would not notice by itself. */
  const watch = (): void => {
    clearTimeout(timer);
    if (sessions.size === 0) return;
    const next = Math.min(...[...sessions.values()].map((session) => session.endsAt()));
    // The clock may be changed meanwhile, and timers stand still while the machine sleeps.
    timer = setTimeout(() => (end(isOver), watch()), Math.min(Math.max(next - clock.now(), 0) + 1, LOOK_AGAIN_MS));
    timer.unref();
  };

  return {
    begin(browser) {
      const bearer = newSecret(random);
      const session = createSession(browserIdSchema.parse(newId(random, 'brw', 8)), browser, clock, {
        idleMs,
        longestMs,
      });
      sessions.set(hashOf(bearer), session);
      watch();
      return { session, bearer };
    },
    find(bearer) {
      end(isOver);
      const session = sessions.get(hashOf(bearer));
      session?.use();
      return session;
    },
    list() {
      end(isOver);
      return [...sessions.values()].toSorted((left, right) => right.lastUsedAt() - left.lastUsedAt());
    },
    end,
  };
}

function createSession(
  id: BrowserId,
  browser: string,
  clock: Clock,
  { idleMs, longestMs }: SessionLife,
): BrowserSession & { use(): void; end(): void } {
  const begunAt = clock.now();
  const listeners = new Set<() => void>();
  let usedAt = begunAt;
  return {
    id,
    browser,
    begunAt,
    lastUsedAt: () => usedAt,
    endsAt: () => Math.min(usedAt + idleMs, begunAt + longestMs),
    onEnd(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    use: () => void (usedAt = clock.now()),
    end: () => listeners.forEach((listener) => listener()),
  };
}
