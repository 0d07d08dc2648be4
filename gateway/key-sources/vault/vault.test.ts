import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultAuth, VaultSettings } from '../../../shared/key-source/source-settings.ts';
import { ROLE, startFakeVault, tokenFor, USER } from '../../testing/clouds/fake-vault.ts';
import type { FakeVault } from '../../testing/clouds/fake-vault.ts';
import { createReadKey } from '../read-key.ts';
import type { ReadKey } from '../read-key.ts';
import { createAskVault } from './ask-vault.ts';
import { createVaultSource } from './read-vault.ts';
import { createVaultSession, unwrap } from './vault-session.ts';

const VALUE = 'sk-canary-of-vault-0123456789';
const TOKEN = 'hvs.token-of-a-person-CANARY';
const AI = 'vault:secret/data/ai#openai';

let vault: FakeVault;
let dispatcher: Agent;
beforeEach(async () => {
  vault = await startFakeVault();
  dispatcher = new Agent();
  vault.kv.set('secret/data/ai', { version: 3, data: { openai: VALUE, count: 7 } });
  vault.tokens.set(TOKEN, tokenFor(0));
});
afterEach(async () => {
  await dispatcher.destroy();
  vault.stop();
});

function open(auth: VaultAuth = { method: 'token' }, secret = TOKEN, more: Partial<VaultSettings> = {}) {
  const settings: VaultSettings = { kind: 'vault', address: vault.address, auth, ...more };
  const ask = createAskVault(settings, dispatcher);
  const session = createVaultSession(settings, secret, ask);
  const read: ReadKey = createReadKey({ vault: createVaultSource(async () => ({ settings, ask, session })) }, 2_000);
  return { read, session, ask };
}

const APPROLE = { method: 'approle', mount: 'approle', roleId: ROLE.roleId } as const;
const logins = (): number => vault.asked.filter((asked) => asked.includes('/login')).length;
const signal = (): AbortSignal => AbortSignal.timeout(2_000);

describe('Vault', () => {
  it('gives out a field of a secret with versions, and of one without, with its lease', async () => {
    vault.plain.set('kv/ai', { lease: 1_800, data: { openai: VALUE } });
    const { read } = open();
    expect(await read(AI)).toEqual({ value: VALUE, version: '3' });
    expect(await read('vault:kv/ai#openai')).toEqual({ value: VALUE, leaseMs: 1_800_000 });
    expect(vault.asked).toEqual(['GET auth/token/lookup-self', 'GET secret/data/ai', 'GET kv/ai']);
  });

  it('takes AppRole, userpass and a namespace', async () => {
    vault.namespace = 'team/ai';
    for (const [auth, secret] of [
      [APPROLE, ROLE.secretId],
      [{ method: 'userpass', mount: 'userpass', user: USER.user }, USER.password],
    ] as const)
      expect(await open(auth, secret, { namespace: 'team/ai' }).read(AI)).toMatchObject({ value: VALUE });
    await expect(open(APPROLE, ROLE.secretId).read(AI)).rejects.toThrow('Vault has nothing there');
  });

  it('has its token renewed before it ends, and a new login when it has ended in the middle of a lease', async () => {
    vault.loginSeconds = 1;
    const { read } = open(APPROLE, ROLE.secretId);
    expect(await read(AI)).toMatchObject({ leaseMs: 1_000 });
    await new Promise((resolve) => setTimeout(resolve, 750));
    await read(AI);
    expect(vault.asked).toContain('POST auth/token/renew-self');
    expect(logins()).toBe(1);
    vault.tokens.clear();
    expect(await read(AI)).toMatchObject({ value: VALUE });
    expect(logins()).toBe(2);
  });

  it('is logged in to once for many readings at the same time, and ends what it was given', async () => {
    const { read, session } = open(APPROLE, ROLE.secretId);
    await Promise.all([1, 2, 3, 4].map(() => read(AI)));
    expect(logins()).toBe(1);
    await session.end(signal());
    expect([...vault.tokens.keys()]).toEqual([TOKEN]);
    const own = open();
    await own.read(AI);
    await own.session.end(signal());
    expect([...vault.tokens.keys()]).toEqual([TOKEN]);
  });

  it('opens what is wrapped once, and says what a second time means', async () => {
    const { ask } = open();
    vault.wrapped.set('w1', { data: { secret_id: ROLE.secretId } });
    expect(await unwrap('w1', ask, signal())).toBe(ROLE.secretId);
    await expect(unwrap('w1', ask, signal())).rejects.toThrow('somebody has opened it before you');
    vault.wrapped.set('w2', { auth: { client_token: 'hvs.x', lease_duration: 5, renewable: true } });
    expect(await unwrap('w2', ask, signal())).toBe('hvs.x');
    vault.wrapped.set('w3', { data: { something: 'else' } });
    await expect(unwrap('w3', ask, signal())).rejects.toThrow('is no login');
  });

  it.each<[string, () => unknown, string, string?]>([
    ['sealed', () => (vault.state = 'sealed'), 'Vault is sealed. Somebody who has its keys must unseal it.'],
    ['busy', () => (vault.state = 'busy'), 'asked too often (429)'],
    ['broken', () => (vault.state = 'broken'), 'cannot answer at the moment (500)'],
    ['a standby', () => (vault.state = 'standby'), 'a standby that sends requests to another one'],
    ['forbidding', () => vault.forbidden.add('secret/data/ai'), 'does not let Purser read secret/data/ai (403)'],
    ['at the end of a token', () => vault.tokens.clear(), 'expired or was revoked. Log in anew: purser provider'],
    ['without it', () => vault.kv.clear(), 'Vault has nothing there: Purser could not read secret/data/ai'],
    ['with it deleted', () => vault.kv.set('secret/data/ai', { version: 4, data: null }), 'was deleted'],
    [
      'asked for another field',
      () => undefined,
      'has no field "nope". It has openai, count.',
      'vault:secret/data/ai#nope',
    ],
    [
      'asked for a number',
      () => undefined,
      'The field "count" of secret/data/ai in Vault is no text',
      'vault:secret/data/ai#count',
    ],
    ['asked without data/', () => undefined, 'it is written with data/ after the mount', 'vault:secret/ai#openai'],
    ['down', () => vault.stop(), 'cannot be reached ('],
  ])('that is %s is explained, without a value or a token', async (_how, act, sentence, reference = AI) => {
    const { read } = open();
    await read(AI);
    act();
    const failure: unknown = await read(reference).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SECRETS_UNAVAILABLE', message: expect.stringContaining(sentence) });
    expect(String(failure)).not.toContain('CANARY');
    expect(String(failure)).not.toContain(VALUE);
  });

  it('that refuses a login is explained', async () => {
    await expect(open(APPROLE, 'wrong').read(AI)).rejects.toThrow('Vault refuses to log in (400)');
    await expect(open({ method: 'token' }, 'wrong').read(AI)).rejects.toThrow('expired or was revoked');
  });
});
