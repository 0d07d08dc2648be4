import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import type { BrowserAccess } from '../transports/browser-access.ts';

/** The contract of the dashboard that is served to browsers. */
export function implementDashboard(access: BrowserAccess) {
  const os = implement(contract.dashboard).$context<Caller>().use(carryErrors);
  return os.router({
    link: os.link.handler(({ context }) => {
      if (context.browser !== undefined)
        throw new PurserError('CONFLICT', 'A login link is made in a terminal: `purser dashboard`.');
      return access.link();
    }),
    sessions: os.sessions.handler(({ context }) => access.list(context.browser)),
    logOut: os.logOut.handler(({ input: { id } }) => {
      if (id === undefined) return { ended: access.endAll() };
      access.end(id);
      return { ended: 1 };
    }),
  });
}
