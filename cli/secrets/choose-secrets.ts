import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { z } from 'zod';
import type { SecretStoreChoice } from '../../gateway/secrets/open-secret-store.ts';
import { explainWeakPassphrase } from '../../gateway/secrets/passphrase-strength.ts';
import { PurserError } from '../../shared/errors.ts';
import { readPassphrase } from './passphrase.ts';
import { parsePort } from '../options/port-option.ts';

export const secretOptions = z.object({
  secrets: z.enum(['keychain', 'vault', 'memory']).optional(),
  passphraseFile: z.string().optional(),
  passphraseFd: z.int().optional(),
});

/** Adds the options that say where provider keys live. */
export function withSecretOptions(command: Command, secrets: Option): Command {
  return command
    .addOption(secrets.choices(['keychain', 'vault', 'memory']))
    .option('--passphrase-file <file>', 'passphrase of the vault')
    .option('--passphrase-fd <fd>', 'file descriptor to read the passphrase of the vault from', parsePort);
}

/** The person's choice; without a word the vault where there is one, else the keychain. */
export async function chooseSecrets(
  options: z.infer<typeof secretOptions>,
  dataFolder: string,
): Promise<SecretStoreChoice> {
  const file = join(dataFolder, 'vault.json');
  const kind = options.secrets ?? (existsSync(file) ? 'vault' : 'keychain');
  if (kind !== 'vault') return { kind };
  // A typo in the first passphrase would lock the person out of what they put in.
  const isNew = !existsSync(file);
  const passphrase = await readPassphrase({
    file: options.passphraseFile,
    fd: options.passphraseFd,
    confirm: isNew,
  });
  const weakness = isNew ? await explainWeakPassphrase(passphrase) : undefined;
  if (weakness !== undefined) throw new PurserError('INVALID_INPUT', weakness);
  return { kind: 'vault', file, passphrase };
}
