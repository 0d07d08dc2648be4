import { readFile } from 'node:fs/promises';
import { PROVIDERS } from '../../../gateway/providers/providers.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { readSecretFromStdinOrPrompt } from '../../secrets/passphrase.ts';

interface KeyOptions {
  /** `--key`, `--no-key`; undefined where neither was said. */
  readonly key?: boolean | undefined;
  readonly profile?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/**
 * The key of a provider that is added: from a file, standard input or a hidden prompt, never from an argument. The name
 * of a profile is no secret.
 * @returns undefined where none is wanted
 * @throws PurserError `INVALID_INPUT`
 */
export async function readProviderKey(
  name: string,
  kind: ProviderKind,
  { key: wanted, profile, keyFile, baseUrl }: KeyOptions,
): Promise<string | undefined> {
  const { title, prices, keyless, keysAt, keyForm } = PROVIDERS[kind];
  if (profile !== undefined && kind !== 'bedrock')
    throw new PurserError('INVALID_INPUT', `${title} knows no profiles of AWS. Leave out --profile.`);
  if (profile !== undefined) return `profile:${profile}`;
  if (keyFile !== undefined) return oneLine(await readKeyFile(keyFile));
  if (!(wanted ?? !(keyless && prices.free && !prices.paid?.('', hostIn(baseUrl))))) return undefined;
  const label = keyForm === undefined ? `${title} key` : `${title} key (${keyForm})`;
  return oneLine(await readSecretFromStdinOrPrompt({ label, page: keysAt, command: `purser provider add ${name}` }));
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PurserError('INVALID_INPUT', `The file ${file} cannot be read.`, { cause });
  }
}

/** A key that is a document is kept without its line breaks. */
function oneLine(key: string): string {
  if (!key.trimStart().startsWith('{')) return key.trim();
  try {
    return JSON.stringify(JSON.parse(key));
  } catch (cause) {
    throw new PurserError('INVALID_INPUT', 'The key begins like JSON and is none. Was it shortened?', { cause });
  }
}

/** A server of one's own may be free, and the same at its maker's host may not. */
function hostIn(baseUrl: string | undefined): string | undefined {
  return baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : undefined;
}
