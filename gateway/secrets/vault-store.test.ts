import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecretStore } from './open-secret-store.ts';
import { storeSuite } from './store-suite.ts';
import { parseVault } from './vault-format.ts';

const PASSPHRASE = 'correct horse battery staple';
const SECRET = 'sk-do-not-write-me-anywhere';
let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-vault-'));
  file = join(folder, 'vault.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (passphrase = PASSPHRASE, path = file) =>
  openSecretStore({ kind: 'vault', file: path, passphrase }, { namespace: folder });
const refused = { code: 'SECRETS_UNAVAILABLE' };

describe('the vault store', () => {
  it.each(storeSuite)(
    '$title',
    ({ check }) => check((namespace) => open(PASSPHRASE, join(folder, `${namespace}.json`)), true),
    20_000,
  );

  it('writes no secret, name or passphrase in readable form, for nobody else to read', async () => {
    const store = await open();
    await store.set('provider/openai', SECRET);
    const bytes = await readFile(file);
    for (const text of [SECRET, 'provider/openai', PASSPHRASE]) {
      for (const encoded of [
        text,
        Buffer.from(text).toString('base64').replace(/=+$/, ''),
        Buffer.from(text).toString('hex'),
      ]) {
        expect(bytes.includes(encoded)).toBe(false);
      }
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['vault.json']);
  });

  it('uses a fresh nonce for every write', async () => {
    const store = await open();
    const nonces = new Set<string>();
    for (let write = 0; write < 10; write += 1) {
      await store.set('same', SECRET);
      const parsed = parseVault(await readFile(file, 'utf8'));
      if (typeof parsed !== 'string') nonces.add(parsed.header.nonce);
    }
    expect(nonces.size).toBe(10);
  });

  it('keeps the writes of two stores on one file, also through a link', async () => {
    const first = await open();
    const link = join(folder, 'link.json');
    await symlink(file, link);
    const second = await open(PASSPHRASE, link);
    await Promise.all(
      [0, 1, 2, 3].flatMap((index) => [first.set(`first-${index}`, SECRET), second.set(`second-${index}`, SECRET)]),
    );
    const third = await open();
    for (const name of [0, 1, 2, 3].flatMap((index) => [`first-${index}`, `second-${index}`]))
      expect(await third.get(name)).toBe(SECRET);
  });
});

describe('a vault that cannot be opened', () => {
  it('says that the passphrase is wrong, and leaves the file alone', async () => {
    await (await open()).set('kept', SECRET);
    const before = await readFile(file);
    await expect(open('Correct horse battery staple')).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('passphrase does not open'),
    });
    expect(await readFile(file)).toEqual(before);
    expect(await (await open()).get('kept')).toBe(SECRET);
  });

  it('refuses an empty passphrase before it makes a file', async () => {
    await expect(open('')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('notices a changed byte in every region, and never overwrites the file', async () => {
    const store = await open();
    await store.set('kept', SECRET);
    const intact = await readFile(file);
    const text = intact.toString('utf8');
    const parsed = parseVault(text);
    if (typeof parsed === 'string') throw new Error(parsed);
    const regions = [
      'purser-vault',
      '"version"',
      'scrypt',
      '131072',
      parsed.header.kdf.salt,
      parsed.header.check,
      'aes-256-gcm',
      parsed.header.nonce,
      parsed.body,
    ];
    const offsets = regions.flatMap((region) => [text.indexOf(region), text.indexOf(region) + region.length - 1]);
    for (const offset of [0, ...offsets, text.lastIndexOf('}'), text.length - 1]) {
      const bytes = Buffer.from(intact);
      bytes[offset] = (bytes[offset] ?? 0) ^ 1;
      await writeFile(file, bytes);
      await expect(store.get('kept'), `byte ${offset}`).rejects.toMatchObject(refused);
      await expect(store.set('new', SECRET), `byte ${offset}`).rejects.toMatchObject(refused);
      expect(await readFile(file), `byte ${offset}`).toEqual(bytes);
    }
    await writeFile(file, intact);
    expect(await store.get('kept')).toBe(SECRET);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"header":{"format":"purser-vault",'],
    ['something else', '{"hello":"world"}'],
    ['a cost that would eat the memory', hostileCost()],
  ])('says that the file is damaged: %s', async (_, text) => {
    await writeFile(file, text);
    await expect(open()).rejects.toMatchObject({ ...refused, message: expect.stringContaining('damaged') });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('says that a newer Purser wrote it', async () => {
    await writeFile(file, '{"header":{"format":"purser-vault","version":2}}');
    await expect(open()).rejects.toMatchObject({ ...refused, message: expect.stringContaining('newer Purser') });
  });

  it('does not begin an empty vault when the file disappears while it is open', async () => {
    const store = await open();
    await rm(file);
    await expect(store.set('new', SECRET)).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('is missing'),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which file could not be written', async () => {
    await writeFile(join(folder, 'not-a-folder'), '');
    await expect(open(PASSPHRASE, join(folder, 'not-a-folder', 'vault.json'))).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('not-a-folder'),
    });
  });
});

describe('a crash while the vault is written', () => {
  it.each(['write', 'sync', 'rename'])('leaves the old secrets and no leftovers: killed before %s', async (step) => {
    await (await open()).set('kept', SECRET);
    const crasher = fileURLToPath(new URL('vault-crasher.ts', import.meta.url));
    await expect(promisify(execFile)(process.execPath, [crasher, file, PASSPHRASE, step])).rejects.toMatchObject({
      signal: 'SIGKILL',
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
    const store = await open();
    expect(await store.get('kept')).toBe(SECRET);
    expect(await store.get('crashed')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['vault.json']);
  });
});

function hostileCost(): string {
  const zeros = (count: number) => Buffer.alloc(count).toString('base64');
  const kdf = { name: 'scrypt', N: 2 ** 30, r: 8, p: 1, salt: zeros(16) };
  const header = { format: 'purser-vault', version: 1, kdf, check: zeros(32), cipher: 'aes-256-gcm', nonce: zeros(12) };
  return `${JSON.stringify({ header, body: zeros(32) }, null, 2)}\n`;
}
