import type { Command } from 'commander';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';

/** `purser provider refresh` */
export function addRefreshCommand(provider: Command): void {
  withGlobals(provider.command('refresh'))
    .argument('<name>')
    .description('read a key anew from the secret manager that keeps it')
    .action(
      action(async (context, command) => {
        const view = await context.ask(
          (gateway) => gateway.providers.refresh({ name: readProviderName(command.args[0]) }),
          'Asking the secret manager for the key',
        );
        print(context, view, `Read the key of ${view.name} ${fromWords(view)}. The next request uses it.`);
      }),
    );
}

function fromWords({ keyFrom }: ProviderView): string {
  if (!keyFrom) return 'anew';
  return `from ${keyFrom.reference}${keyFrom.version === null ? '' : `, version ${keyFrom.version}`}`;
}
