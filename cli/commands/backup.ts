import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp, restore } from '../../gateway/backup.ts';
import { PurserError } from '../../shared/errors.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';

/** `purser backup FILE`, `purser restore FILE`: everything but provider keys, in one file */
export function addBackupCommands(program: Command): void {
  withGlobals(program.command('backup'))
    .description('save everything but provider keys in one file, also while Purser runs')
    .argument('<file>', 'a file that is not there yet')
    .action(
      action(async (context, command) => {
        const file = fileOf(command);
        await backUp(context.dataFolder, file);
        print(
          context,
          { file },
          lines(`Saved in ${file}.`, 'Provider keys are not in it: they stay where they are kept.'),
        );
      }),
    );
  withGlobals(program.command('restore'))
    .description('bring a backup back; what is there now is kept beside it')
    .argument('<file>', 'a file that `purser backup` made')
    .action(
      action(async (context, command) => {
        const file = fileOf(command);
        if (!existsSync(file)) throw new PurserError('NOT_FOUND', `There is no file ${file}.`);
        const kept = await restore(context.dataFolder, file);
        print(
          context,
          { file, kept: kept ?? null },
          lines(
            `Restored from ${file}. Start Purser to use it.`,
            ...(kept === undefined ? [] : [`What was there before is in ${kept}.`]),
            'On another machine, add your provider keys again: they are not in a backup.',
          ),
        );
      }),
    );
}

function fileOf(command: Command): string {
  return resolve(command.args[0] ?? '');
}
