import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { MOST_BODY_DAYS } from '../../../shared/contract/body-views.ts';
import type { AgentView } from '../../../shared/contract/views.ts';
import { counted } from '../../../shared/counted.ts';
import { PurserError } from '../../../shared/errors.ts';
import { action, withGlobals } from '../../context.ts';
import { parseDuration } from '../../options/duration.ts';
import { print } from '../../screen/output.ts';
import { findAgent } from '../../options/find-agent.ts';

const DAY_MS = 86_400_000;
const options = z.object({ keep: z.int().optional(), off: z.boolean().optional() });

/** `purser agent bodies` */
export function addBodiesCommand(agent: Command): void {
  withGlobals(agent.command('bodies'))
    .argument('<name>')
    .description('log its prompts and replies, encrypted, for some days; off unless you turn it on')
    .option('--keep <days>', `log from now on and keep it this long, such as 7d; ${MOST_BODY_DAYS}d at most`, readDays)
    .option('--off', 'stop logging, and delete the log')
    .action(
      action(async (context, command) => {
        const { keep, off } = options.parse(command.opts());
        if (keep !== undefined && off === true)
          throw new PurserError('INVALID_INPUT', 'Give --keep or --off, not both.');
        const found = await context.ask((gateway) => findAgent(gateway, command.args[0] ?? ''));
        if (keep === undefined && off !== true) return print(context, found, stateText(found));
        const changed = await context.ask((gateway) => gateway.agents.keepBodies({ id: found.id, days: keep ?? null }));
        const { deleted } = changed;
        print(
          context,
          changed,
          deleted === 0
            ? stateText(changed)
            : `${stateText(changed)} Deleted the log of ${counted(deleted, 'request')}.`,
        );
      }),
    );
}

function readDays(text: string): number {
  const days = parseDuration(text) / DAY_MS;
  if (!Number.isInteger(days) || days < 1 || days > MOST_BODY_DAYS)
    throw new InvalidArgumentError(`Whole days from 1d to ${MOST_BODY_DAYS}d.`);
  return days;
}

function stateText({ name, keepBodies }: AgentView): string {
  if (keepBodies === null) return `Prompts and replies of ${name} are not logged.`;
  const days = keepBodies.days === 1 ? 'one day' : `${keepBodies.days} days`;
  return (
    `Prompts and replies of ${name} are logged and kept for ${days}, encrypted, on this machine, with all the code ` +
    `and secrets in them. To read them, open a request in the dashboard. To stop and delete them: purser agent ` +
    `bodies "${name}" --off`
  );
}
