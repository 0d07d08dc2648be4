import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import { SOURCE_KINDS } from '../../../shared/key-source/source-settings.ts';
import type { SourceKind, SourceSettings, VaultAuth } from '../../../shared/key-source/source-settings.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { table } from '../../screen/screen-text.ts';
import { readSecretFromStdinOrPrompt } from '../../secrets/passphrase.ts';

/** `purser provider source add | list | remove` */
export function addSourceCommands(provider: Command): void {
  const source = provider.command('source').description('secret managers that keep keys, and how Purser logs in there');
  addAddCommand(source);
  addListCommand(source);
  addRemoveCommand(source);
}

const addOptions = z.object({
  address: z.string().optional(),
  namespace: z.string().optional(),
  auth: z.enum(['token', 'approle', 'userpass']).default('token'),
  roleId: z.string().optional(),
  user: z.string().optional(),
  mount: z.string().optional(),
  region: z.string().optional(),
  profile: z.string().optional(),
  wrapped: z.boolean().default(false),
});
type AddOptions = z.infer<typeof addOptions>;

function addAddCommand(source: Command): void {
  withGlobals(source.command('add'))
    .argument('<kind>', SOURCE_KINDS.join(', '))
    .description('log in at a secret manager; the login comes from stdin or a hidden prompt, never from an argument')
    .option('--address <url>', 'where it is (default: VAULT_ADDR; aws: that of the region)')
    .option('--namespace <name>', 'of Vault Enterprise or OpenBao (default: VAULT_NAMESPACE)')
    .addOption(
      new Option('--auth <method>', 'how to log in').choices(['token', 'approle', 'userpass']).default('token'),
    )
    .option('--role-id <id>', 'approle: the id of the role; the secret id is asked for')
    .option('--user <name>', 'userpass: who logs in; the password is asked for')
    .option('--mount <path>', 'where that method is mounted, if not under its own name')
    .option('--region <region>', 'aws: where its secrets are, such as eu-west-1')
    .option('--profile <name>', 'aws: use this profile of the AWS configuration, single sign-on included')
    .option('--wrapped', 'what is asked for is a wrapping token: Purser opens it, once')
    .action(
      action(async (context, command) => {
        const kind = readKind(command.args[0]);
        const options = addOptions.parse(command.opts());
        if (kind === 'aws') return addAws(context, options);
        const settings = settingsOf(options);
        const secret = await readSecretFromStdinOrPrompt({
          label: options.wrapped ? 'Wrapping token of Vault' : ASKED[options.auth],
          command: 'purser provider source add vault',
        });
        const added = await context.ask(
          (gateway) => gateway.keySources.add({ settings, secret, wrapped: options.wrapped }),
          'Logging in',
        );
        return print(
          context,
          added,
          `${added.sentence} Now: purser provider add openai --from vault:secret/data/NAME#FIELD`,
        );
      }),
    );
}

async function addAws(context: CommandContext, { region, profile, address }: AddOptions): Promise<void> {
  const settings = {
    kind: 'aws',
    ...(region !== undefined && { region }),
    ...(profile !== undefined && { profile }),
    ...(address !== undefined && { address }),
  } as const;
  const added = await context.ask((gateway) => gateway.keySources.add({ settings }));
  print(context, added, `${added.sentence} Now: purser provider add openai --from aws:NAME`);
}

const ASKED = {
  token: 'Token of Vault',
  approle: 'Secret id of Vault',
  userpass: 'Password at Vault',
} as const satisfies Record<VaultAuth['method'], string>;

function settingsOf({
  address = process.env['VAULT_ADDR'],
  namespace = process.env['VAULT_NAMESPACE'],
  ...options
}: AddOptions): SourceSettings {
  if (address === undefined || address === '')
    throw new PurserError('INVALID_INPUT', 'Say where Vault is: --address https://vault.example.com:8200');
  const auth = authOf(options);
  return { kind: 'vault', address, ...(namespace !== undefined && namespace !== '' && { namespace }), auth };
}

function authOf({ auth, roleId, user, mount }: AddOptions): VaultAuth {
  if (auth === 'token') return { method: auth };
  if (auth === 'approle' && roleId !== undefined) return { method: auth, roleId, mount: mount ?? auth };
  if (auth === 'userpass' && user !== undefined) return { method: auth, user, mount: mount ?? auth };
  throw new PurserError(
    'INVALID_INPUT',
    auth === 'approle' ? 'AppRole needs --role-id ID.' : 'Userpass needs --user NAME.',
  );
}

function readKind(text: string | undefined): SourceKind {
  const kind = SOURCE_KINDS.find((known) => known === text);
  if (kind) return kind;
  throw new PurserError(
    'INVALID_INPUT',
    `Purser sets up ${SOURCE_KINDS.join(', ')}. Every other manager is asked with the login that it has on this ` +
      `machine.`,
  );
}

function addListCommand(source: Command): void {
  withGlobals(source.command('list'))
    .description('list secret managers; logins are never shown')
    .action(
      action(async (context) => {
        const rows = await context.ask((gateway) => gateway.keySources.list());
        const listed = table(['KIND', 'ADDRESS', 'WHERE', 'LOGIN'], rows.map(rowOf));
        print(
          context,
          rows,
          rows.length === 0 ? 'No secret manager is set up. See purser provider source add --help' : listed,
        );
      }),
    );
}

function rowOf(settings: SourceSettings): readonly string[] {
  const { kind, address = '' } = settings;
  return settings.kind === 'vault'
    ? [kind, address, settings.namespace ?? '', settings.auth.method]
    : [kind, address, settings.region ?? '', settings.profile ?? 'chain'];
}

function addRemoveCommand(source: Command): void {
  withYes(withGlobals(source.command('remove')))
    .argument('<kind>', SOURCE_KINDS.join(', '))
    .description('forget a secret manager and its login')
    .action(
      action(async (context, command) => {
        const kind = readKind(command.args[0]);
        await confirm(context, command, `Forget ${kind} and its login? Keys that it keeps end with their grace.`);
        const removed = await context.ask((gateway) => gateway.keySources.remove({ kind }));
        print(context, removed, `Forgot ${removed.kind} and its login.`);
      }),
    );
}
