import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { startNowhere } from '../agents/nowhere.ts';
import { PURSER } from '../web/purser-process.ts';
import { expect, test } from './fixtures.ts';

const PROVIDER_KEY = 'planted-provider-key-0123456789abcdef';
const WRONG_KEY = 'planted-wrong-key-0123456789abcdef';
const PASSPHRASE = 'planted passphrase 0123456789';
const ASKED = 'planted-word-of-a-prompt-0123456789';
const STRAY = 'sk-proj-planted-stray-0123456789abcdef';
const issuedSchema = z.object({ id: z.string(), key: z.string() });

/** With every right for everybody: what a careless login shell leaves. */
const underNoMask = (args: readonly string[]) =>
  ['sh', ['-c', 'umask 000; exec "$@"', 'sh', ...PURSER, ...args]] as const;

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name));
}

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

test.skip(process.platform !== 'linux', 'what a process was started with is read from /proc, which only Linux has');

test("nothing planted is in a file, in /proc or in what is said; all files are the person's alone", async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'purser-planted-'));
  const [home, data, passphrase] = [join(folder, 'home'), join(folder, 'home', 'data'), join(folder, 'passphrase')];
  await mkdir(home);
  // Open to everybody before Purser comes: it closes its own.
  await mkdir(data);
  await chmod(data, 0o777);
  await writeFile(passphrase, PASSPHRASE, { mode: 0o600 });
  const provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 20, outputTokens: 5 } });
  const nowhere = await startNowhere();
  const env = { PATH: process.env['PATH'], HOME: home, ...nowhere.env };
  const said: string[] = [];
  const started: string[] = [];
  const [shell, serveArgs] = underNoMask([
    'serve',
    '--data-dir',
    data,
    '--port',
    '0',
    '--secrets',
    'vault',
    '--passphrase-file',
    passphrase,
    '--json',
  ]);
  const serve = spawn(shell, serveArgs, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(serve, 'exit');
  for (const stream of [serve.stdout, serve.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));

  /** One command. All that it prints is searched in the end. */
  const purser = async (args: readonly string[], input = ''): Promise<string> => {
    const [program, rest] = underNoMask([...args, '--data-dir', data]);
    const running = promisify(execFile)(program, rest, { env });
    running.child.stdin?.end(input);
    // As every other program of the machine may see it: `ps` shows it.
    const pid = running.child.pid ?? 0;
    for (const what of ['cmdline', 'environ'])
      started.push(await readFile(`/proc/${pid}/${what}`, 'latin1').catch(() => ''));
    const { stdout, stderr } = await running.catch((error: unknown) =>
      z.object({ stdout: z.string(), stderr: z.string() }).parse(error),
    );
    said.push(stderr);
    return stdout;
  };
  const tell = async (...args: readonly string[]): Promise<void> => void said.push(await purser(args));

  try {
    const [line] = await once(createInterface(serve.stdout), 'line');
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(String(line)));
    await purser(['provider', 'add', 'openai', '--base-url', provider.openaiBaseUrl], PROVIDER_KEY);
    said.push(await purser(['provider', 'add', 'anthropic', '--base-url', provider.anthropicBaseUrl], WRONG_KEY));
    await tell('agent', 'add', 'Script');
    const issued = issuedSchema.parse(
      JSON.parse(await purser(['key', 'issue', '--agent', 'Script', '--cap', '5/day', '--json'])),
    );
    const token = (await purser(['token', '--agent', 'Script'])).trim();
    const send = async (path: string, key: string, body: string): Promise<number> => {
      const headers = {
        authorization: `Bearer ${key}`,
        'x-api-key': STRAY,
        cookie: `session=${STRAY}`,
        referer: `https://x.example/?key=${STRAY}`,
      };
      const reply = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
      said.push(await reply.text(), JSON.stringify([...reply.headers]));
      return reply.status;
    };
    const chat = (model: string): string =>
      JSON.stringify({ model, max_tokens: 5, messages: [{ role: 'user', content: ASKED }] });
    // Served, refused, damaged, too dear, unknown, failed at the provider.
    expect(await send('/openai/v1/chat/completions', issued.key, chat('gpt-4o-mini'))).toBe(200);
    expect(await send('/openai/v1/chat/completions', token, chat('gpt-4o-mini'))).toBe(200);
    for (const body of [chat('nobody-knows-it'), chat(STRAY), `{"model":"${ASKED}`, '[]'])
      await send('/openai/v1/chat/completions', issued.key, body);
    await send(`/openai/v1/files?api_key=${STRAY}`, issued.key, chat('gpt-4o-mini'));
    await send('/openai/v1/chat/completions', STRAY, chat('gpt-4o-mini'));
    provider.setScript({ fault: 'server-error' });
    await send('/openai/v1/chat/completions', issued.key, chat('gpt-4o-mini'));
    provider.setScript({ destroyAfterTokens: 1 });
    await send('/openai/v1/chat/completions', issued.key, chat('gpt-4o-mini')).catch(() => 0);

    const looks = [
      'status',
      'provider list',
      'agent list',
      'key list',
      'usage',
      'audit export',
      'audit verify',
      'policy export',
      'approvals',
      'connections',
      'doctor',
    ];
    await Promise.all(looks.map((look) => tell(...look.split(' '))));
    // And what is wrong.
    await Promise.all([
      tell('key', 'revoke', issued.key),
      tell('agent', 'add', ''),
      tell('provider', 'check', 'nobody'),
      tell('nonsense', '--json'),
    ]);
    const secrets = [PROVIDER_KEY, WRONG_KEY, PASSPHRASE, ASKED, STRAY, token, issued.key];
    for (const what of ['cmdline', 'environ']) started.push(await readFile(`/proc/${serve.pid}/${what}`, 'latin1'));
    expect(started.join('')).toContain(data);

    const files: (readonly [string, string, string])[] = [];
    const look = async (): Promise<void> => {
      for (const file of await filesBelow(home)) {
        const isPlain = (await stat(file)).isFile();
        const text = isPlain ? await readFile(file, 'latin1') : '';
        files.push([
          relative(home, file),
          await modeOf(file),
          secrets.filter((secret) => text.includes(secret)).join(', '),
        ]);
      }
    };
    // While it runs, and what it leaves.
    await look();
    serve.kill('SIGKILL');
    await gone;
    await look();
    expect(files.map(([file]) => file)).toEqual(
      expect.arrayContaining(['data', 'data/ledger.sqlite', 'data/vault.json']),
    );
    expect(files.filter(([, , found]) => found !== '')).toEqual([]);
    for (const secret of secrets) {
      expect(
        started.some((text) => text.includes(secret) && !text.includes(`revoke\0${secret}`)),
        `started with ${secret}`,
      ).toBe(false);
      expect(
        said.filter((text) => text.includes(secret)),
        `said ${secret}`,
      ).toEqual([]);
    }
    expect(await modeOf(data)).toBe('700');
    expect.soft(files.filter(([file, mode]) => file.startsWith('data/') && !['600', '700'].includes(mode))).toEqual([]);
  } finally {
    serve.kill('SIGKILL');
    await Promise.all([provider.stop(), nowhere.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
