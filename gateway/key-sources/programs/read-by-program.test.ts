import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadKey } from '../read-key.ts';
import type { ReadKey } from '../read-key.ts';
import { createProgramSource } from './read-by-program.ts';

const VALUE = 'sk-canary-of-a-program-0123456789';
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-programs-'));
  env = {
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    SECRET_OF_ANOTHER: 'x',
    BWS_ACCESS_TOKEN: 'bws-token',
  };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A real program on the PATH: these are the managers' own interfaces, which need an account. */
async function install(name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
}

const reader = (deadlineMs?: number): ReadKey =>
  createReadKey({ program: createProgramSource({ env, network: { HTTPS_PROXY: 'http://proxy:3128' } }) }, deadlineMs);

describe.skipIf(process.platform === 'win32')('a key that a program prints', () => {
  it('is read from az, op, bws and pass with the arguments that each takes', async () => {
    await install('op', `[ "$*" = "read --no-newline op://Work/Open AI/key" ] && printf %s "${VALUE}"`);
    await install(
      'bws',
      `[ "$1 $2" = "secret get" ] && [ "$BWS_ACCESS_TOKEN" = bws-token ] && echo '{"key":"n","value":"${VALUE}"}'`,
    );
    await install('pass', `[ "$*" = "show ai/openai" ] && printf '%s\\nuser: me\\n' "${VALUE}"`);
    await install(
      'az',
      `[ "$*" = "keyvault secret show --query value --output tsv --vault-name my-vault --name ai" ] && echo ${VALUE}`,
    );
    expect(await reader()('azure:my-vault/ai')).toEqual({ value: VALUE });
    expect(await reader()('op://Work/Open AI/key')).toEqual({ value: VALUE });
    expect(await reader()('bws:be8e0ad8-d545-4017-a55a-b02f014d4158')).toEqual({ value: VALUE });
    expect(await reader()('pass:ai/openai')).toEqual({ value: VALUE });
  });

  it('comes from any command, which no shell reads, with few variables', async () => {
    await install(
      'print',
      `printf '%s' "${VALUE}"; printf '%s|' "$@" > ${folder}/arguments; env > ${folder}/variables`,
    );
    expect(await reader()(`cmd:print '$(touch ${folder}/broken)' ; "a b"`)).toEqual({ value: VALUE });
    expect(await readFile(join(folder, 'arguments'), 'utf8')).toBe(`$(touch ${folder}/broken)|;|a b|`);
    const variables = await readFile(join(folder, 'variables'), 'utf8');
    expect(variables).toContain('HTTPS_PROXY=http://proxy:3128');
    expect(variables).not.toContain('SECRET_OF_ANOTHER');
    expect(variables).not.toContain('bws-token');
  });

  it.each([
    ['none', 'cmd:no-such-program', 'There is no program "no-such-program"'],
    [`echo "leak ${VALUE}" >&2; exit 3`, 'cmd:bad', 'ended with code 3'],
    [`printf 'a\\nb'`, 'cmd:bad', 'binary, or has spaces or line breaks'],
    [`printf '\\377\\376'`, 'cmd:bad', 'binary'],
    [`printf ''`, 'cmd:bad', 'is empty'],
    [`head -c 100000 /dev/zero`, 'cmd:bad', 'more than 64 KiB'],
    [`echo "[ERROR] you are not currently signed in" >&2; exit 1`, 'op://a/b/c', 'op signin'],
    [`echo "\\"b\\" isn't an item in the \\"a\\" vault" >&2; exit 1`, 'op://a/b/c', 'no such vault, item or field'],
    [`echo "Error: Missing access token" >&2; exit 1`, 'bws:be8e0ad8-d545-4017-a55a-b02f014d4158', 'BWS_ACCESS_TOKEN'],
    [`echo "not json ${VALUE}"`, 'bws:be8e0ad8-d545-4017-a55a-b02f014d4158', 'is no secret'],
    [`echo "Please run 'az login' to setup account." >&2; exit 1`, 'azure:my-vault/ai', 'Run: az login'],
    [
      `echo "(SecretNotFound) A secret with (name/id) ai was not found" >&2; exit 3`,
      'azure:my-vault/ai',
      'no such vault',
    ],
    [`echo "Error: a is not in the password store." >&2; exit 1`, 'pass:a', 'no such entry'],
  ])('that fails is explained without quoting it: %s', async (script, reference, sentence) => {
    for (const name of ['bad', 'az', 'op', 'bws', 'pass']) await install(name, script);
    const failure: unknown = await reader()(reference).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SECRETS_UNAVAILABLE', message: expect.stringContaining(sentence) });
    expect(String(failure)).not.toContain(VALUE);
  });

  it('is given up at the deadline, and what the program has started ends with it', async () => {
    await install('slow', `sleep 30 & echo $! > ${folder}/child; wait`);
    const began = performance.now();
    await expect(reader(300)('cmd:slow')).rejects.toThrow('gave no key within');
    expect(performance.now() - began).toBeLessThan(5_000);
    const child = (await readFile(join(folder, 'child'), 'utf8')).trim();
    const state = (): string => spawnSync('ps', ['-o', 'stat=', '-p', child], { encoding: 'utf8' }).stdout.trim();
    await expect.poll(() => state() === '' || state().startsWith('Z')).toBe(true);
  });
});

const hasPass = ['pass', 'gpg'].every((name) => spawnSync('which', [name]).status === 0);

describe.skipIf(!hasPass)(`the real pass${hasPass ? '' : ' (skipped: pass and gpg are not installed)'}`, () => {
  it('gives out an entry of a real password store', { timeout: 60_000 }, async () => {
    const home = join(folder, 'pass-home');
    await mkdir(join(home, '.gnupg'), { recursive: true, mode: 0o700 });
    const real = { HOME: home, PATH: process.env['PATH'] ?? '', GNUPGHOME: join(home, '.gnupg') };
    const run = (command: string, args: readonly string[], input = ''): void =>
      void execFileSync(command, args, { env: real, input, stdio: ['pipe', 'ignore', 'ignore'] });
    run('gpg', ['--batch', '--passphrase', '', '--quick-gen-key', 'purser@example.com', 'default', 'default', 'never']);
    run('pass', ['init', 'purser@example.com']);
    run('pass', ['insert', '--multiline', 'ai/openai'], `${VALUE}\nnotes\n`);
    const read = createReadKey({ program: createProgramSource({ env: real, network: {} }) });
    expect(await read('pass:ai/openai')).toEqual({ value: VALUE });
    await expect(read('pass:ai/other')).rejects.toThrow('no such entry');
    run('gpgconf', ['--kill', 'all']);
  });
});
