import type { Command } from 'commander';
import { z } from 'zod';
import { durationText } from '../../../shared/revoked-text.ts';
import { action, withGlobals } from '../../context.ts';
import { readSubKeyId } from '../../options/sub-key-id.ts';
import { print, printStop } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';

const revokeOptions = z.object({ undo: z.boolean().default(false) });

/** `purser key revoke | pause | resume` */
export function addStopCommands(key: Command): void {
  withGlobals(key.command('revoke'))
    .argument('<id>')
    .description('end a sub-key for good and cut its running requests')
    .option('--undo', 'take back a revocation of a few seconds ago')
    .action(
      action(async (context, command) => {
        const id = readSubKeyId(command.args[0]);
        if (revokeOptions.parse(command.opts()).undo) {
          const undone = await context.ask((gateway) => gateway.keys.undoRevoke({ ids: [id] }));
          print(context, undone, `${id} works again. Requests that were cut are not resumed.`);
          return;
        }
        const revoked = await context.ask((gateway) => gateway.keys.revoke({ id }));
        const cut =
          revoked.cutRequests === 0
            ? 'No request was running.'
            : `Cut ${revoked.cutRequests} running request${revoked.cutRequests === 1 ? '' : 's'} ` +
              `in ${durationText(revoked.cutMs)}.`;
        const text = `Revoked ${revoked.id}. ${cut}`;
        const canUndo = revoked.undo && revoked.notYetStored !== true;
        const undo = `In the next seconds, this takes it back: purser key revoke ${id} --undo`;
        printStop(context, revoked, canUndo ? lines(text, undo) : text);
      }),
    );
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(key.command(verb))
      .argument('<id>')
      .description(verb === 'pause' ? 'refuse its requests and cut running ones' : 'let it spend again')
      .action(
        action(async (context, command) => {
          const changed = await context.ask((gateway) => gateway.keys[verb]({ id: readSubKeyId(command.args[0]) }));
          printStop(context, changed, `${changed.id} of ${changed.agent} is ${changed.state}.`);
        }),
      );
  }
}
