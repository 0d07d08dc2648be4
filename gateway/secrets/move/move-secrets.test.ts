import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PurserError } from '../../../shared/errors.ts';
import { createMemoryStore } from '../memory-store.ts';
import { moveSecrets } from './move-secrets.ts';
import type { SecretStore } from '../secret-store.ts';
import { openVaultStore } from '../vault-store.ts';

const SECRETS = { 'provider:openai': 'sk-one-CANARY', 'provider:groq': 'sk-two-CANARY', 'bodies:seal': 'a2V5' };
const NAMES = [...Object.keys(SECRETS), 'provider:keyless'];
let folder: string;
let from: SecretStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-move-'));
  from = createMemoryStore();
  for (const [name, secret] of Object.entries(SECRETS)) await from.set(name, secret);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const valuesOf = (store: SecretStore) => Promise.all(Object.keys(SECRETS).map((name) => store.get(name)));
const openVault = () => openVaultStore({ file: join(folder, 'vault.json'), passphrase: 'a passphrase of some length' });

it('all are in the other store, and none is left', { timeout: 30_000 }, async () => {
  const vault = await openVault();
  expect(await moveSecrets(from, vault, NAMES)).toEqual({ moved: 3, left: 0 });
  expect(await valuesOf(await openVault())).toEqual(Object.values(SECRETS));
  expect(await valuesOf(from)).toEqual([undefined, undefined, undefined]);
  expect(await readFile(join(folder, 'vault.json'), 'utf8')).not.toContain('CANARY');
});

it.each([
  ['fails', () => Promise.reject(new PurserError('SECRETS_UNAVAILABLE', 'The keychain is locked.')), 'is locked'],
  ['forgets', () => Promise.resolve(), 'gave back something else'],
])('a store that %s leaves everything as it was', async (_how, set, sentence) => {
  const inner = createMemoryStore();
  await inner.set('provider:openai', 'an older key');
  const to: SecretStore = {
    ...inner,
    set: (name, secret) => (name === 'provider:groq' ? set() : inner.set(name, secret)),
  };
  await expect(moveSecrets(from, to, NAMES)).rejects.toThrow(sentence);
  expect(await valuesOf(from)).toEqual(Object.values(SECRETS));
  expect(await valuesOf(inner)).toEqual(['an older key', undefined, undefined]);
});

it('what cannot be deleted is counted', async () => {
  const stuck: SecretStore = { ...from, delete: () => Promise.reject(new PurserError('SECRETS_UNAVAILABLE', 'no')) };
  expect(await moveSecrets(stuck, createMemoryStore(), NAMES)).toEqual({ moved: 3, left: 3 });
});
