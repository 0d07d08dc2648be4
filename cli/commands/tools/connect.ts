import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { describeCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { ConnectedView, ConnectionPlan, Disconnected } from '../../../shared/contract/connection-views.ts';
import { counted } from '../../../shared/counted.ts';
import { PRESET_IDS } from '../../../shared/preset.ts';
import { collectCap } from '../../options/cap-option.ts';
import { action, withGlobals } from '../../context.ts';
import { secretOptions, withSecretOptions } from '../../secrets/choose-secrets.ts';
import { onlineOrNot } from '../../offline.ts';
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
  dryRun: z.boolean().default(false),
});
const disconnectOptions = secretOptions.extend({ project: z.string().optional(), dryRun: z.boolean().default(false) });

/** `purser connect [TOOL]`, `purser disconnect TOOL` */
export function addConnectCommands(program: Command): void {
  withGlobals(program.command('connect'))
    .argument('[tool]', 'a name from `purser connections`; without one, shows what was found')
    .description('point a tool at a sub-key of its own, by changing its config; shows the change')
    .option('--project <dir>', 'for this project folder only')
    .addOption(
      new Option(
        '--preset <name>',
        'how much it may do: careful (a fifth of the usual cap, slowly), everyday, or long-runs (four times as much, ' +
          'paused when it runs away)',
      ).choices(PRESET_IDS),
    )
    .option('--cap <usd/window>', 'instead of the usual one, such as 5/day; may be given more than once', collectCap)
    .option('--provider <name>', "one of your providers, instead of the vendors' own")
    .option('--model <name...>', 'models the tool should offer, best first')
    .addOption(
      new Option(
        '--key-from <where>',
        'command: the file holds no sub-key but the command that prints a short-lived one',
      ).choices(['file', 'command']),
    )
    .option(
      '--no-git-exclude',
      "write no line into the project's .git/info/exclude, also where git would take a file with the sub-key",
    )
    .option('--dry-run', 'only show the change')
    .action(
      action(async (context, command) => {
        const [tool] = command.args;
        if (tool === undefined) return listConnections(context);
        const { project, preset, cap, provider, model, keyFrom, gitExclude, dryRun } = connectOptions.parse(
          command.opts(),
        );
        const ask = {
          tool,
          keyFrom,
          gitExclude,
          ...inFolder(project),
          ...(provider === undefined ? {} : { provider }),
          ...(model === undefined ? {} : { models: model }),
        };
        await context.ask(async (gateway) => {
          const plan = await gateway.connections.plan(ask);
          if (dryRun) return print(context, plan, paragraphs(planText(plan), 'Nothing was changed.'));
          if (!context.json) print(context, undefined, planText(plan));
          const { connection, instructions, limits } = await gateway.connections.connect({
            ...ask,
            fingerprint: plan.fingerprint,
            ...(preset && { preset }),
            ...(cap && { caps: cap }),
          });
          const said = [
            '',
            `Connected ${connection.title} with sub-key ${connection.subKeyId}, capped ` +
              `at ${(limits.caps ?? []).map(describeCap).join(' and ')}${rulesText(limits)}. ${plan.reload}`,
            ...(instructions === null ? [] : [block(instructions)]),
            ...connection.past.map((past) => `But ${pastText(past)}`),
            `Check it: purser connections verify ${connection.id}   Undo it: purser disconnect ${connection.id}`,
          ];
          print(context, { connection, instructions, limits }, lines(...said));
        });
      }),
    );
  const undo = withGlobals(program.command('disconnect'))
    .argument('<tool>')
    .description("put a tool's files back and revoke its sub-key; also while no Purser runs")
    .option('--project <dir>', 'the connection of this project folder')
    .option('--dry-run', 'only show what would change');
  withSecretOptions(
    undo,
    new Option(
      '--secrets <store>',
      'while no Purser runs: where it kept provider keys; the vault if there is one, else the keychain',
    ),
  ).action(
    action(async (context, command) => {
      const { project, dryRun, ...secrets } = disconnectOptions.parse(command.opts());
      const id = project === undefined ? (command.args[0] ?? '') : `${command.args[0] ?? ''}:${resolve(project)}`;
      const { answer: undone, offline } = await onlineOrNot(
        context,
        (gateway) => gateway.connections.disconnect({ id, dryRun }),
        (connections) => connections.disconnect(id, dryRun),
        secrets,
      );
      print(
        context,
        undone,
        lines(...(offline ? ['No Purser runs, so this was done on its books.'] : []), undoneText(undone)),
      );
    }),
  );
}

function inFolder(project: string | undefined): { readonly project?: string } {
  return project === undefined ? {} : { project: resolve(project) };
}

function planText({ files, notes, instructions }: ConnectionPlan): ScreenText {
  const shown = files.map(({ file, isNew, diff }) =>
    diff === '' ? `${file} is already as it should be.` : lines(`${file}${isNew ? ' (new)' : ''}`, block(diff)),
  );
  return paragraphs(
    ...shown,
    ...(files.length === 0 && instructions !== null ? [block(instructions)] : []),
    ...notes.map((note) => `Note: ${note}`),
  );
}

/** What it may not do beside the caps, as presets have it. */
function rulesText({ requestsPerMinute, parallelRequests, brake }: ConnectedView['limits']): string {
  return [
    requestsPerMinute === undefined ? '' : `, ${counted(requestsPerMinute, 'request')} a minute`,
    parallelRequests === undefined ? '' : `, ${parallelRequests} at a time`,
    brake?.velocity === 'pause' && brake.loop === 'pause' ? ', paused when it races or repeats itself' : '',
  ].join('');
}

const HOW = {
  restored: 'is as it was, byte for byte',
  edited: "is without Purser's values",
  deleted: 'is gone, as before',
  untouched: 'needed no change',
} as const;

function undoneText({ id, done, files, instructions }: Disconnected): ScreenText {
  const undone = files.flatMap(({ file, how, diff, stays }) => [
    `${file} ${HOW[how]}.`,
    ...(done || diff === '' ? [] : [block(diff)]),
    ...stays.map((what) => `  Stays: ${what}.`),
  ]);
  const byHand = instructions === null ? [] : [block(instructions)];
  return lines(
    ...undone,
    ...(done ? [`Disconnected ${id}. Its sub-key is revoked.`, ...byHand] : [...byHand, 'Nothing was changed.']),
  );
}
