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

/**
 * A link goes from one window of a person to another: minutes, so that one in a log or a history is soon worth nothing.
 */
const LINK_MS = 10 * MINUTE_MS;
/**
 * A night's sleep of the machine does not end a session, a page that was closed yesterday is not logged in for ever.
 */
const SESSION_LIFE: SessionLife = { idleMs: 12 * HOUR_MS, longestMs: 7 * 24 * HOUR_MS };

/** What is on record of it. */
export interface BrowserEvent {
  readonly kind: 'browser-logged-in' | 'browser-logged-out';
  readonly id: BrowserId;
  readonly browser: string;
}

/** Who may use the dashboard in a browser: one-time links that become sessions. One for each host. */
export interface BrowserAccess {
  /** The server tells where it serves; `undefined`: not any more. */
  servesAt(origin: string | undefined): void;
  /** @throws PurserError `NOT_FOUND` while no dashboard is served to browsers */
  link(): { readonly link: string; readonly endsAt: number };
  /** Turns the code of a link into a session. @returns undefined when it does not work, or not any more */
  enter(code: string, userAgent: string | undefined): { readonly bearer: string; readonly browser: string } | undefined;
  find(bearer: string): BrowserSession | undefined;
  list(asking: BrowserId | undefined): BrowserView[];
  /** Ends one session. @throws PurserError `NOT_FOUND` */
  end(id: BrowserId): void;
  /** Ends every session but one, and every link that was not used yet. @returns how many sessions */
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
    link() {
      if (origin === undefined)
        throw new PurserError(
          'NOT_FOUND',
          'This Purser serves no dashboard to browsers. Open the window of the app, or start it with `purser serve ' +
            '--ui`.',
        );
      const { code, endsAt } = links.make();
      // Behind "#": a browser sends that to nobody, not when it fetches the page in advance and not as a referrer.
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
