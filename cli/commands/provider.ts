import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { PROVIDER_KINDS } from '../../shared/contract/views.ts';
import type { ProviderKind, ProviderView } from '../../shared/contract/views.ts';
import { PurserError } from '../../shared/errors.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { action, withGlobals } from '../context.ts';
import { print, table } from '../output.ts';
import { readSecretFromStdinOrPrompt } from '../passphrase.ts';

const addOptions = z.object({ baseUrl: z.string().optional(), name: z.string().optional() });

/** `purser provider add | list | remove` */
export function addProviderCommands(program: Command): void {
  const provider = program.command('provider').description('provider keys: the real ones, kept in the secret store');
  withGlobals(provider.command('add'))
    .argument('<kind>', PROVIDER_KINDS.join(' or '), parseKind)
    .description('add a provider; its key comes from stdin or a hidden prompt, never from an argument')
    .option('--base-url <url>', 'as that provider\'s SDK takes it: OpenAI\'s with /v1, Anthropic\'s without')
    .option('--name <name>', 'what to call it, and the first part of its path on the gateway (default: the kind)')
    .action(
      action(async (context, command) => {
        const kind = parseKind(command.args[0] ?? '');
        const { baseUrl, name } = addOptions.parse(command.opts());
        const key = await readSecretFromStdinOrPrompt(`${kind} key`);
        const added = await context.ask((gateway) =>
          gateway.providers.add({ kind, key, ...(baseUrl === undefined ? {} : { baseUrl }), ...(name === undefined ? {} : { name: checkName(name) }) }),
        );
        print(context, added, `Added ${added.name}. Its key is in the secret store. Point tools at ${added.gatewayUrl}`);
      }),
    );
  withGlobals(provider.command('list'))
    .description('list providers; keys are never shown')
    .action(
      action(async (context) => {
        const rows = await context.ask((gateway) => gateway.providers.list());
        const line = (row: ProviderView): readonly string[] => [row.name, row.kind, row.baseUrl, row.gatewayUrl];
        print(context, rows, rows.length === 0 ? 'No providers yet. Add one: purser provider add openai' : table(['NAME', 'KIND', 'BASE URL', 'GIVE TOOLS'], rows.map(line)));
      }),
    );
  withGlobals(provider.command('remove'))
    .argument('<name>')
    .description('remove a provider and delete its key from the secret store')
    .action(
      action(async (context, command) => {
        const removed = await context.ask((gateway) => gateway.providers.remove({ name: checkName(command.args[0] ?? '') }));
        print(context, removed, `Removed ${removed.name} and its key.`);
      }),
    );
}

function parseKind(text: string): ProviderKind {
  const kind = PROVIDER_KINDS.find((known) => known === text);
  if (!kind) throw new InvalidArgumentError(`Choose ${PROVIDER_KINDS.join(' or ')}.`);
  return kind;
}

function checkName(text: string): z.infer<typeof providerNameSchema> {
  const name = providerNameSchema.safeParse(text);
  if (!name.success) throw new PurserError('INVALID_INPUT', name.error.issues[0]?.message ?? 'That is no provider name.');
  return name.data;
}
