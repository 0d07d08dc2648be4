import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { systemClock } from '../../gateway/defaults.ts';
import { moveSecretsOf } from '../../gateway/move-secrets.ts';
import { hasLedger } from '../../gateway/offline-connections.ts';
import { openSecretStore } from '../../gateway/secrets/open-secret-store.ts';
import type { SecretStore } from '../../gateway/secrets/secret-store.ts';
import { PurserError } from '../../shared/errors.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { print } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';
import { chooseSecrets, secretOptions, withSecretOptions } from '../secrets/choose-secrets.ts';

/** `purser secrets move` */
export function addSecretsCommands(program: Command): void {
  const secrets = program.command('secrets').description('where provider keys and other secrets live');
  const move = withGlobals(secrets.command('move'))
    .description('move every secret to the other store, while Purser does not run; none is shown')
    .requiredOption('--to <store>', 'keychain or vault');
  withSecretOptions(move, new Option('--secrets <store>').hideHelp()).action(
    action(async (context, command) => {
      const options = secretOptions.parse(command.opts());
      const to = readStore(command.opts()['to']);
      const vault = join(context.dataFolder, 'vault.json');
      assertMovable(context, to, existsSync(vault));
      const open = (kind: 'keychain' | 'vault') => async (): Promise<SecretStore> =>
        openSecretStore(await chooseSecrets({ ...options, secrets: kind }, context.dataFolder), {
          namespace: context.dataFolder,
        });
      const from = to === 'vault' ? 'keychain' : 'vault';
      const done = await moveSecretsOf(context.dataFolder, { from: open(from), to: open(to) }, systemClock);
      // Where there is a vault, Purser starts with it.
      if (from === 'vault' && done.left === 0) await rename(vault, `${vault}.moved`);
      print(context, { from, to, ...done }, lines(...told({ from, to, ...done })));
    }),
  );
}

function readStore(text: unknown): 'keychain' | 'vault' {
  if (text === 'keychain' || text === 'vault') return text;
  throw new PurserError('INVALID_INPUT', 'Secrets can be moved to the keychain or to the vault: --to vault');
}

/** There are two places that outlast a start, and a vault that is there is the one in use. */
function assertMovable({ dataFolder }: CommandContext, to: 'keychain' | 'vault', hasVault: boolean): void {
  if (!hasLedger(dataFolder)) throw new PurserError('NOT_FOUND', `There is nothing to move in ${dataFolder} yet.`);
  if (to === 'vault' && hasVault)
    throw new PurserError('CONFLICT', `There is a vault in ${dataFolder} already, and Purser uses it.`);
  if (to === 'keychain' && !hasVault)
    throw new PurserError(
      'CONFLICT',
      `There is no vault in ${dataFolder}, so its secrets are in the keychain already.`,
    );
}

interface Told {
  readonly from: string;
  readonly to: string;
  readonly moved: number;
  readonly left: number;
}

function told({ from, to, moved, left }: Told): readonly string[] {
  return [
    `Moved ${moved} ${moved === 1 ? 'secret' : 'secrets'} from the ${from} to the ${to}.`,
    ...(left === 0 ? [] : [`${left} could not be deleted from the ${from}: delete them there.`]),
    `Start Purser with it: purser serve --secrets ${to}. The desktop app has a choice of its own; ` +
      `PURSER_SECRETS=${to} tells it.`,
  ];
}
