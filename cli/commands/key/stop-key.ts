import type { Command } from 'commander';
import { durationText } from '../../../shared/revoked-text.ts';
import { action, withGlobals } from '../../context.ts';
import { readSubKeyId } from '../../options/sub-key-id.ts';
import { printStop } from '../../screen/output.ts';

/** `purser key revoke | pause | resume` */
export function addStopCommands(key: Command): void {
  withGlobals(key.command('revoke'))
    .argument('<id>')
    .description('end a sub-key for good and cut its running requests')
    .action(
      action(async (context, command) => {
        const revoked = await context.ask((gateway) => gateway.keys.revoke({ id: readSubKeyId(command.args[0]) }));
        const cut =
          revoked.cutRequests === 0
            ? 'No request was running.'
            : `Cut ${revoked.cutRequests} running request${revoked.cutRequests === 1 ? '' : 's'} ` +
              `in ${durationText(revoked.cutMs)}.`;
        printStop(context, revoked, `Revoked ${revoked.id}. ${cut}`);
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
