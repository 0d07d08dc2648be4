import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import type { BrowserAccess } from '../transports/browser-access.ts';

/** Brings the window of a host to the front; undefined where it has none. */
export type ShowWindow = (() => void) | undefined;

/** The contract of the dashboard that is served to browsers. */
export function implementDashboard(access: BrowserAccess, showWindow: ShowWindow) {
  const os = implement(contract.dashboard).$context<Caller>().use(carryErrors);
  return os.router({
    link: os.link.handler(({ context }) => {
      if (context.browser !== undefined)
        throw new PurserError('CONFLICT', 'A login link is made in a terminal: `purser open`.');
      return access.link();
    }),
    address: os.address.handler(() => ({ url: access.address(), window: showWindow !== undefined })),
    show: os.show.handler(() => {
      if (!showWindow) throw new PurserError('NOT_FOUND', 'This Purser has no window. See `purser open`.');
      showWindow();
      return { shown: true as const };
    }),
    sessions: os.sessions.handler(({ context }) => access.list(context.browser)),
    logOut: os.logOut.handler(({ input: { id } }) => {
      if (id === undefined) return { ended: access.endAll() };
      access.end(id);
      return { ended: 1 };
    }),
  });
}
