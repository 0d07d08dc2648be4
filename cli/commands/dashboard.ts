import type { Command } from 'commander';
import { z } from 'zod';
import type { BrowserView } from '../../shared/contract/dashboard-calls.ts';
import { PurserError } from '../../shared/errors.ts';
import { browserIdSchema } from '../../shared/ids.ts';
import { action, withGlobals } from '../context.ts';
import { withOpening } from './open.ts';
import { openCommand } from '../screen/dashboard-text.ts';
import { moment } from '../options/moment.ts';
import { print } from '../screen/output.ts';
import { table } from '../screen/screen-text.ts';

const logoutOptions = z.object({ all: z.boolean().default(false) });

/** `purser dashboard`, `purser dashboard sessions | logout` */
export function addDashboardCommands(program: Command): void {
  const dashboard = withOpening(program.command('dashboard')).description(
    'browsers that are logged in to the dashboard; alone, the same as `open`',
  );
  withGlobals(dashboard.command('sessions'))
    .description('browsers that are logged in')
    .action(
      action(async (context) => {
        const rows = await context.ask((_, host) => host.dashboard.sessions());
        const line = (row: BrowserView): readonly string[] => [
          row.id,
          row.browser,
          moment(row.begunAt),
          moment(row.lastUsedAt),
          moment(row.endsAt),
        ];
        const none = `No browser is logged in. A link for one: ${openCommand(context.dataFolder)}`;
        print(
          context,
          rows,
          rows.length === 0 ? none : table(['ID', 'BROWSER', 'LOGGED IN', 'LAST USED', 'ENDS'], rows.map(line)),
        );
      }),
    );
  withGlobals(dashboard.command('logout'))
    .argument('[id]', 'brw_...')
    .option('--all', 'every browser, and every link that was not used yet')
    .description('end the session of one browser, or of all; what it shows stops at once')
    .action(
      action(async (context, command) => {
        const { all } = logoutOptions.parse(command.opts());
        const [text] = command.args;
        if (all === (text !== undefined))
          throw new PurserError(
            'INVALID_INPUT',
            'Name the browser, by its id from `purser dashboard sessions`, or --all.',
          );
        const id = browserIdSchema.optional().safeParse(text);
        if (!id.success)
          throw new PurserError('INVALID_INPUT', id.error.issues[0]?.message ?? 'That is not a browser id.');
        const done = await context.ask((_, host) =>
          host.dashboard.logOut(id.data === undefined ? {} : { id: id.data }),
        );
        print(context, done, logoutText(id.data, done.ended));
      }),
    );
}

function logoutText(id: string | undefined, ended: number): string {
  if (id !== undefined) return `Logged out ${id}.`;
  const links = 'Unused login links no longer work.';
  return ended === 0
    ? `No browser was logged in. ${links}`
    : `Logged out ${ended} browser${ended === 1 ? '' : 's'}. ${links}`;
}
