import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type { VaultSettings } from '../../../shared/key-source/source-settings.ts';
import { fieldOf } from '../check-value.ts';
import type { KeyReading, KeySource, ReferenceOf } from '../key-source.ts';
import type { AskVault, VaultAnswer } from './ask-vault.ts';
import { explainVault, mayBeToken } from './explain-vault.ts';
import type { VaultSession } from './vault-session.ts';

/** A Vault that Purser is logged in at. */
export interface OpenVault {
  readonly settings: VaultSettings;
  readonly ask: AskVault;
  readonly session: VaultSession;
}

const secretSchema = z.object({
  lease_duration: z.number().default(0),
  data: z.record(z.string(), z.unknown()).nullable(),
});
/** A secret with versions: KV v2 wraps what it has. */
const versionedSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullable(),
  metadata: z.object({ version: z.number(), deletion_time: z.string().optional(), destroyed: z.boolean().optional() }),
});

/**
 * Reads keys from Vault or OpenBao: KV with versions and without, and any engine that answers a GET with fields.
 * @param find the Vault that the person has set up
 */
export function createVaultSource(find: () => Promise<OpenVault>): KeySource<ReferenceOf<'vault'>> {
  return {
    async read({ path, field }, signal) {
      const vault = await find();
      const answer = await readWithLogin(vault, path, signal);
      return readingOf(vault, answer, { path, field }, signal);
    },
  };
}

/** A login that ended in the middle of a lease is made anew, once. */
async function readWithLogin({ ask, session }: OpenVault, path: string, signal: AbortSignal): Promise<VaultAnswer> {
  const read = async (): Promise<VaultAnswer> =>
    ask({ method: 'GET', path, token: await session.token(signal) }, signal);
  const answer = await read();
  return mayBeToken(answer) && session.drop() ? read() : answer;
}

async function readingOf(
  { ask, session }: OpenVault,
  answer: VaultAnswer,
  { path, field }: { readonly path: string; readonly field: string },
  signal: AbortSignal,
): Promise<KeyReading> {
  const found = secretSchema.safeParse(answer.body);
  const data = found.success ? found.data.data : null;
  const versioned = versionedSchema.safeParse(data);
  if (versioned.success && versioned.data.data === null)
    throw new PurserError(
      'SECRETS_UNAVAILABLE',
      `The newest version of ${path} in Vault was ${versioned.data.metadata.destroyed ? 'destroyed' : 'deleted'}. ` +
        `Write a new one, or undelete it.`,
    );
  if (answer.status !== 200 || data === null) throw await explainVault(answer, `read ${path}`, { ask, signal });
  const value = fieldOf(versioned.success ? versioned.data.data : data, field, `${path} in Vault`);
  const seconds = found.success ? found.data.lease_duration : 0;
  // Whoever reads before the token ends renews it: a token that lives for a minute is kept alive so.
  const lives = [seconds === 0 ? Infinity : seconds * 1000, session.leftMs() ?? Infinity];
  const leaseMs = Math.min(...lives);
  return {
    value,
    ...(Number.isFinite(leaseMs) && { leaseMs: Math.max(leaseMs, LEAST_LEASE_MS) }),
    ...(versioned.success && { version: String(versioned.data.metadata.version) }),
  };
}

/** A token that is about to end must not have Vault asked without a pause. */
const LEAST_LEASE_MS = 1_000;
