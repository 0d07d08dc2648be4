import { browserName } from '../../../shared/browser-name.ts';
import type { BrowserView } from '../../../shared/contract/dashboard-calls.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { BrowserId } from '../../../shared/ids.ts';
import type { Clock, Random } from '../../platform/ports.ts';
import { createBrowserSessions } from './browser-sessions.ts';
import type { BrowserSession, SessionLife } from './browser-sessions.ts';
import { createLoginLinks } from './login-links.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Long enough for a person to open a fresh link; one found later in a log or a history is soon worthless. */
const LINK_MS = 10 * MINUTE_MS;
/** A session survives a night of sleep, but a page closed yesterday is not logged in for ever. */
const SESSION_LIFE: SessionLife = { idleMs: 12 * HOUR_MS, longestMs: 7 * 24 * HOUR_MS };

/** A login or logout, as it goes on record. */
export interface BrowserEvent {
  readonly kind: 'browser-logged-in' | 'browser-logged-out';
  readonly id: BrowserId;
  readonly browser: string;
}

/** Decides who may use the dashboard in a browser: one-time links become sessions. Each host has its own. */
export interface BrowserAccess {
  /** Sets the address of the running server; `undefined` when it stops. */
  servesAt(origin: string | undefined): void;
  /** The address of the running server; null where none runs. */
  address(): string | null;
  /** @throws PurserError `NOT_FOUND` while no dashboard is served to browsers */
  link(): { readonly link: string; readonly endsAt: number };
  /** Exchanges the code of a link for a session. @returns undefined when the code is unknown, used or too old */
  enter(code: string, userAgent: string | undefined): { readonly bearer: string; readonly browser: string } | undefined;
  find(bearer: string): BrowserSession | undefined;
  list(asking: BrowserId | undefined): BrowserView[];
  /** Ends one session. @throws PurserError `NOT_FOUND` */
  end(id: BrowserId): void;
  /** Ends every session except one, and every unused link. @returns how many sessions it ended */
  endAll(but?: BrowserId): number;
}

interface BrowserAccessOptions extends Partial<SessionLife> {
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent?: (event: BrowserEvent) => void;
  readonly linkMs?: number;
}

export function createBrowserAccess({
  clock,
  random,
  onEvent,
  linkMs = LINK_MS,
  ...life
}: BrowserAccessOptions): BrowserAccess {
  const links = createLoginLinks({ clock, random, lifeMs: linkMs });
  const sessions = createBrowserSessions({ clock, random, ...SESSION_LIFE, ...life });
  let origin: string | undefined;
  const logOut = (which: (session: BrowserSession) => boolean): number => {
    const ended = sessions.end(which);
    for (const { id, browser } of ended) onEvent?.({ kind: 'browser-logged-out', id, browser });
    return ended.length;
  };
  return {
    servesAt: (served) => void (origin = served),
    address: () => origin ?? null,
    link() {
      if (origin === undefined)
        throw new PurserError(
          'NOT_FOUND',
          'This Purser serves no dashboard to browsers. Open the window of the app, or start it with `purser serve ' +
            '--ui`.',
        );
      const { code, endsAt } = links.make();
      // A browser sends what follows "#" to nobody: not when it prefetches the page, and not as a referrer.
      return { link: `${origin}/#login=${code}`, endsAt };
    },
    enter(code, userAgent) {
      if (!links.take(code)) return undefined;
      const { session, bearer } = sessions.begin(browserName(userAgent));
      onEvent?.({ kind: 'browser-logged-in', id: session.id, browser: session.browser });
      return { bearer, browser: session.browser };
    },
    find: (bearer) => sessions.find(bearer),
    list: (asking) =>
      sessions.list().map(({ id, browser, begunAt, lastUsedAt, endsAt }) => ({
        id,
        browser,
        begunAt,
        lastUsedAt: lastUsedAt(),
        endsAt: endsAt(),
        current: id === asking,
      })),
    end(id) {
      if (logOut((session) => session.id === id) === 0)
        throw new PurserError(
          'NOT_FOUND',
          'This browser is not logged in, or not any more. `purser dashboard sessions` lists those that are.',
        );
    },
    endAll(but) {
      links.forget();
      return logOut((session) => session.id !== but);
    },
  };
}
