import type { Command } from 'commander';
import { z } from 'zod';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { readSecretFromStdinOrPrompt } from '../../secrets/passphrase.ts';

const optionsSchema = z.object({ remove: z.boolean().default(false) });

/** `purser provider admin-key` */
export function addAdminKeyCommand(provider: Command): void {
  withGlobals(provider.command('admin-key'))
    .argument('<name>')
    .description('keep a key that reads the bill, from stdin or a hidden prompt; it is used for nothing else')
    .option('--remove', 'delete it from the secret store')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const { remove } = optionsSchema.parse(command.opts());
        const key = remove
          ? null
          : await readSecretFromStdinOrPrompt({
              label: `Admin key of ${name}`,
              command: `purser provider admin-key ${name}`,
            });
        const set = await context.ask(
          (gateway) => gateway.reconcile.adminKey({ name, key }),
          remove ? undefined : 'Asking the provider for its bill',
        );
        print(
          context,
          set,
          set.kept
            ? `Kept the admin key of ${set.name}: it reads the bill, once a day and with purser reconcile ${set.name}.`
            : `Removed the admin key of ${set.name}. Revoke it at the provider too, if nothing else needs it.`,
        );
      }),
    );
}
