import type { Command } from 'commander';
import { revokedText } from '../../shared/revoked-text.ts';
import { action, withGlobals } from '../context.ts';
import { confirm, withYes } from '../screen/confirm.ts';
import { printStop } from '../screen/output.ts';

/** `purser pause | resume | panic` */
export function addEverythingCommands(program: Command): void {
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(program.command(verb))
      .description(
        verb === 'pause' ? 'pause everything: refuse all requests and cut running ones' : 'resume everything',
      )
      .action(
        action(async (context) => {
          const result = await context.ask((gateway) => gateway.everything[verb]());
          printStop(
            context,
            result,
            result.everythingPaused ? 'Everything is paused. Resume it: purser resume' : 'Agents may spend again.',
          );
        }),
      );
  }
  withYes(withGlobals(program.command('panic')))
    .description('revoke every sub-key for good and cut all running requests')
    .action(
      action(async (context, command) => {
        await confirm(context, command, 'Revoke every sub-key for good? To stop for a while instead: purser pause');
        const revoked = await context.ask((gateway) => gateway.everything.revoke());
        printStop(context, revoked, revokedText(revoked));
      }),
    );
}
