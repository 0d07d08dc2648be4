import type { Command } from 'commander';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { addAddCommand } from './add-provider.ts';
import { addAdminKeyCommand } from './admin-key.ts';
import { addListCommand } from './list-providers.ts';
import { addRefreshCommand } from './refresh-key.ts';
import { addSourceCommands } from './source.ts';
import { addSetCommand } from './set-provider.ts';

/** `purser provider add | check | set | refresh | admin-key | list | remove | source` */
export function addProviderCommands(program: Command): void {
  const provider = program.command('provider').description('provider keys: the real ones, kept in the secret store');
  addAddCommand(provider);
  addCheckCommand(provider);
  addSetCommand(provider);
  addRefreshCommand(provider);
  addAdminKeyCommand(provider);
  addListCommand(provider);
  addSourceCommands(provider);
  addRemoveCommand(provider);
}

function addCheckCommand(provider: Command): void {
  withGlobals(provider.command('check'))
    .argument('<name>')
    .description('check that a provider still accepts its key; costs nothing')
    .action(
      action(async (context, command) => {
        const checked = await context.ask(
          (gateway) => gateway.providers.check({ name: readProviderName(command.args[0]) }),
          'Asking the provider about the key',
        );
        print(context, checked, checked.sentence);
        if (checked.verdict === 'refused') process.exitCode = 1;
      }),
    );
}

function addRemoveCommand(provider: Command): void {
  withYes(withGlobals(provider.command('remove')))
    .argument('<name>')
    .description('remove a provider and delete its key from the secret store')
    .action(
      action(async (context, command) => {
        const asked = readProviderName(command.args[0]);
        await confirm(context, command, `Remove ${asked} and delete its key from the secret store?`);
        const removed = await context.ask((gateway) => gateway.providers.remove({ name: asked }));
        print(context, removed, `Removed ${removed.name} and its key.`);
      }),
    );
}
