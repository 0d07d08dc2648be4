import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Disconnected } from '../../../shared/contract/connection-views.ts';
import { action, withGlobals } from '../../context.ts';
import { onlineOrNot } from '../../offline.ts';
import { print } from '../../screen/output.ts';
import { block, lines } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { secretOptions, withSecretOptions } from '../../secrets/choose-secrets.ts';

const disconnectOptions = secretOptions.extend({ project: z.string().optional(), dryRun: z.boolean().default(false) });

/** `purser disconnect TOOL` */
export function addDisconnectCommand(program: Command): void {
  const undo = withGlobals(program.command('disconnect'))
    .argument('<tool>')
    .description("put a tool's files back and revoke its sub-key; works also while Purser is not running")
    .option('--project <dir>', 'the connection of this project folder')
    .option('--dry-run', 'only show what would change');
  withSecretOptions(
    undo,
    new Option(
      '--secrets <store>',
      'while Purser is not running: where it kept provider keys; the vault if there is one, else the keychain',
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
        lines(...(offline ? ['Purser is not running, so this was done in its data folder.'] : []), undoneText(undone)),
      );
    }),
  );
}

const DID = {
  restored: 'was restored, byte for byte',
  edited: "no longer has Purser's values",
  deleted: 'was deleted; it did not exist before Purser',
  untouched: 'needed no change',
} as const;

const WILL = {
  restored: 'will be restored, byte for byte',
  edited: "will lose Purser's values",
  deleted: 'will be deleted; it did not exist before Purser',
  untouched: 'needs no change',
} as const;

function undoneText({ id, done, files, instructions }: Disconnected): ScreenText {
  const undone = files.flatMap(({ file, how, diff, stays }) => [
    `${file} ${(done ? DID : WILL)[how]}.`,
    ...(done || diff === '' ? [] : [block(diff)]),
    ...stays.map((what) => `  Note: ${what}.`),
  ]);
  const byHand = instructions === null ? [] : [block(instructions)];
  return lines(
    ...undone,
    ...(done ? [`Disconnected ${id}. Its sub-key is revoked.`, ...byHand] : [...byHand, 'Nothing was changed.']),
  );
}
