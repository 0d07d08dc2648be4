import type { Command } from 'commander';
import { z } from 'zod';
import { PurserError } from '../../shared/errors.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { browserCommand } from '../open/browser-command.ts';
import { handOver } from '../open/hand-over.ts';
import { clockTime } from '../screen/dashboard-text.ts';
import { isTerminal, print } from '../screen/output.ts';
import { paragraphs } from '../screen/screen-text.ts';

const openOptions = z.object({ print: z.boolean().default(false) });

/** `purser open` */
export function addOpenCommand(program: Command): void {
  withOpening(program.command('open')).description('open the dashboard in your browser, or the window of the app');
}

/** Lets a command open the dashboard. */
export function withOpening(command: Command): Command {
  return withGlobals(command)
    .option('--print', 'print a login link instead, for a browser on another computer (over SSH)')
    .action(
      action((context, called) => {
        const { print: wanted } = openOptions.parse(called.opts());
        return openDashboard(context, wanted);
      }),
    );
}

/** A link is printed where it was asked for, where a program reads it, and where no browser can be opened. */
async function openDashboard(context: CommandContext, wantsLink: boolean): Promise<void> {
  const { url, window } = await context.ask((_, host) => host.dashboard.address());
  if (url === null && window && !wantsLink) {
    const shown = await context.ask((_, host) => host.dashboard.show());
    return print(context, shown, 'The window of Purser is open.');
  }
  if (url === null)
    throw new PurserError(
      'NOT_FOUND',
      window
        ? 'This Purser shows its dashboard in its own window: `purser open`. For a browser, quit it and run ' +
            '`purser serve --ui`.'
        : 'This Purser serves no dashboard. Stop it, and start it with `purser serve --ui`.',
    );
  const { env, platform } = process;
  if (wantsLink || context.json || !isTerminal() || browserCommand(url, { env, platform }) === undefined)
    return printLink(context);
  const link = async (): Promise<string> => (await context.ask((_, host) => host.dashboard.link())).link;
  if (await handOver({ env, platform, link }))
    return print(context, { url }, `The dashboard is open in your browser: ${url}`);
  return printLink(context);
}

async function printLink(context: CommandContext): Promise<void> {
  const made = await context.ask((_, host) => host.dashboard.link());
  print(
    context,
    made,
    paragraphs(made.link, `Open it in your browser. It works once, until ${clockTime(made.endsAt)}.`),
  );
}
