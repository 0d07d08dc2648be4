import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { describeCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { ConnectedView, ConnectionPlan } from '../../../shared/contract/connection-views.ts';
import { counted } from '../../../shared/counted.ts';
import { PRESET_IDS } from '../../../shared/preset.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { collectCap } from '../../options/cap-option.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { block, lines, paragraphs } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { listConnections, pastText } from './connections.ts';

const connectOptions = z.object({
  project: z.string().optional(),
  preset: z.enum(PRESET_IDS).optional(),
  cap: z.array(z.custom<Cap>()).optional(),
  provider: z.string().optional(),
  model: z.array(z.string()).optional(),
  keyFrom: z.enum(['file', 'command']).default('file'),
  gitExclude: z.boolean().default(true),
  mcp: z.boolean().optional(),
  dryRun: z.boolean().default(false),
});
type ConnectOptions = z.infer<typeof connectOptions>;

/** `purser connect [TOOL]` */
export function addConnectCommand(program: Command): void {
  withYes(withGlobals(program.command('connect')))
    .argument('[tool]', 'a name from `purser connections`; without one, shows what was found')
    .description('point a tool at a sub-key of its own, by changing its config; shows the change and asks')
    .option('--project <dir>', 'for this project folder only')
    .addOption(
      new Option(
        '--preset <name>',
        'how much it may do: careful (a fifth of the usual cap, slowly), everyday, or long-runs (four times as much, ' +
          'paused when it spends too fast or repeats itself)',
      ).choices(PRESET_IDS),
    )
    .option('--cap <usd/window>', 'instead of the usual one, such as 5/day; may be given more than once', collectCap)
    .option('--provider <name>', "one of your providers, instead of the vendors' own")
    .option('--model <name...>', 'models the tool should offer, best first')
    .addOption(
      new Option(
        '--key-from <where>',
        'command: the file holds a command that prints a short-lived sub-key, instead of a sub-key',
      ).choices(['file', 'command']),
    )
    .option(
      '--no-git-exclude',
      "do not add a line to the project's .git/info/exclude, even if git would take a file with the sub-key",
    )
    .option('--mcp', 'with an entry for the MCP servers in Purser (default: when there are any)')
    .option('--no-mcp', 'without that entry')
    .option('--dry-run', 'only show the change')
    .action(
      action(async (context, command) => {
        const [tool] = command.args;
        if (tool === undefined) return listConnections(context);
        const ask = (): Promise<void> => confirm(context, command, 'Make this change?');
        return connect(context, tool, connectOptions.parse(command.opts()), ask);
      }),
    );
}

/** Shows the change, then makes it, unless it was only to be shown. */
async function connect(
  context: CommandContext,
  tool: string,
  options: ConnectOptions,
  confirmed: () => Promise<void>,
): Promise<void> {
  const { project, preset, cap, provider, model, keyFrom, gitExclude, mcp, dryRun } = options;
  const ask = {
    tool,
    keyFrom,
    gitExclude,
    ...(project === undefined ? {} : { project: resolve(project) }),
    ...(provider === undefined ? {} : { provider }),
    ...(model === undefined ? {} : { models: model }),
    ...(mcp === undefined ? {} : { mcp }),
  };
  await context.ask(async (gateway) => {
    const plan = await gateway.connections.plan(ask);
    if (dryRun) return print(context, plan, paragraphs(planText(plan), 'Nothing was changed.'));
    if (!context.json) print(context, undefined, planText(plan));
    await confirmed();
    const connected = await gateway.connections.connect({
      ...ask,
      fingerprint: plan.fingerprint,
      ...(preset && { preset }),
      ...(cap && { caps: cap }),
    });
    const { connection, instructions, limits } = connected;
    print(context, { connection, instructions, limits }, connectedText(connected, plan.reload));
  });
}

function planText({ files, notes, instructions }: ConnectionPlan): ScreenText {
  const shown = files.map(({ file, isNew, diff }) =>
    diff === '' ? `${file} needs no change.` : lines(`${file}${isNew ? ' (new)' : ''}`, block(diff)),
  );
  return paragraphs(
    ...shown,
    ...(files.length === 0 && instructions !== null ? [block(instructions)] : []),
    ...notes.map((note) => `Note: ${note}`),
  );
}

function connectedText({ connection, instructions, limits }: ConnectedView, reload: string): ScreenText {
  return lines(
    '',
    `Connected ${connection.title} with sub-key ${connection.subKeyId}, capped ` +
      `at ${(limits.caps ?? []).map(describeCap).join(' and ')}${rulesText(limits)}. ${reload}`,
    ...(instructions === null ? [] : [block(instructions)]),
    ...connection.past.map((past) => `But ${pastText(past)}`),
    `Check it: purser connections verify ${connection.id}   Undo it: purser disconnect ${connection.id}`,
  );
}

/** The limits beside the caps, as presets set them. */
function rulesText({ requestsPerMinute, parallelRequests, brake }: ConnectedView['limits']): string {
  return [
    requestsPerMinute === undefined ? '' : `, ${counted(requestsPerMinute, 'request')} a minute`,
    parallelRequests === undefined ? '' : `, ${parallelRequests} at a time`,
    brake?.velocity === 'pause' && brake.loop === 'pause' ? ', paused when it spends too fast or repeats itself' : '',
  ].join('');
}
