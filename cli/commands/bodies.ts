import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { MOST_BODY_DAYS } from '../../shared/contract/body-views.ts';
import type { AgentView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';
import { action, withGlobals } from '../context.ts';
import { parseDuration } from '../options/duration.ts';
import { print } from '../screen/output.ts';
import { findAgent } from '../options/find-agent.ts';

const DAY_MS = 86_400_000;
const options = z.object({ keep: z.int().optional(), off: z.boolean().optional() });

/** `purser agent bodies` */
export function addBodiesCommand(agent: Command): void {
  withGlobals(agent.command('bodies'))
    .argument('<name>')
    .description('keep what it sends and gets, encrypted, for some days; off unless you switch it on')
    .option('--keep <days>', `from now on, for so long, such as 7d; ${MOST_BODY_DAYS}d at most`, readDays)
    .option('--off', 'not any more, and delete what was kept')
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
            : `${stateText(changed)} What was kept of ${deleted === 1 ? '1 request is' : `${deleted} requests is`} ` +
                `deleted.`,
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
  if (keepBodies === null) return `What ${name} sends and gets is not kept.`;
  const days = keepBodies.days === 1 ? 'one day' : `${keepBodies.days} days`;
  return (
    `What ${name} sends and gets is kept for ${days}, encrypted, on this machine: prompts, code and whatever ` +
    `else is in them. See it in the dashboard, at the request. To stop and delete it: purser agent bodies "${name}" ` +
    `--off`
  );
}
