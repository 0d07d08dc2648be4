import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { startBillServer } from '../gateway/testing/start-bill-server.ts';
import type { BillServer } from '../gateway/testing/start-bill-server.ts';
import { startSimulatedProvider } from '../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../gateway/testing/start-serve.ts';

/*
 * The canary: keys that are found nowhere else are put into every place that Purser takes one from, everything that
 * handles them is done once through the real command line, and then every file and every output is searched for them.
 */
const PROVIDER_KEY = 'provider-canary-key-0123456789';
const API_KEY = 'api+canary/key-0123456789';
const OWN_KEY = 'sk-ant-own-canary-key-0123456789abcdef';
const PLAIN_KEY = 'sk-proj-plain-canary-key-0123456789abcdef';
const STRAY_KEY = 'sk-stray-canary-key-0123456789abcdef';
const ADMIN_KEY = 'sk-admin-canary-key-0123456789abcdef';
const PASSPHRASE = 'passphrase-canary-0123456789';
const keySchema = z.object({ id: z.string(), key: z.string() });

let folder: string;
let home: string;
let data: string;
let provider: SimulatedProvider;
let api: Server;
let bills: BillServer;
let serve: ServeProcess;
let served = '';
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-canary-'));
  [home, data] = [join(folder, 'home'), join(folder, 'data')];
  await mkdir(join(home, '.claude'), { recursive: true });
  await writeFile(
    join(home, '.claude', 'settings.json'),
    JSON.stringify({ env: { ANTHROPIC_API_KEY: OWN_KEY } }, null, 2),
  );
  await writeFile(join(home, '.bashrc'), `export OPENAI_API_KEY=${PLAIN_KEY}\n`);
  await writeFile(join(folder, 'passphrase'), PASSPHRASE, { mode: 0o600 });
  vi.stubEnv('HOME', home);
  vi.stubEnv('SHELL', '/bin/bash');
  for (const name of ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'XDG_CONFIG_HOME', 'CLAUDE_CONFIG_DIR'])
    vi.stubEnv(name, undefined);
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 10, outputTokens: 5 } });
  bills = await startBillServer({ adminKey: ADMIN_KEY, ownKey: PROVIDER_KEY, now: Date.now });
  api = createServer((request, response) => response.writeHead(302, { location: request.url ?? '' }).end(request.url));
  await once(api.listen(0, '127.0.0.1'), 'listening');
  serve = await startServe(data, ['--secrets', 'vault', '--passphrase-file', join(folder, 'passphrase')]);
  for (const stream of [serve.process.stdout, serve.process.stderr])
    stream?.on('data', (chunk: Buffer) => (served += chunk.toString()));
}, 60_000);
afterAll(async () => {
  await serve.end('SIGTERM');
  await provider.stop();
  await bills.stop();
  api.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** One command. All that it prints is searched in the end. */
async function purser(args: readonly string[], input = ''): Promise<string> {
  // The words behind -- are another program's.
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const { stdout, stderr } = await runCli(args.toSpliced(end, 0, '--data-dir', data), input);
  said.push(stdout, stderr);
  return stdout;
}

/** One that hands out a secret, in its answer and only there. */
async function handOut(args: readonly string[]): Promise<z.infer<typeof keySchema>> {
  const { stdout, stderr } = await runCli([...args, '--json', '--data-dir', data]);
  said.push(stderr);
  return keySchema.parse(JSON.parse(stdout));
}

/** One request, whatever becomes of it. */
async function send(path: string, key: string, body?: object): Promise<number> {
  const headers = {
    authorization: `Bearer ${key}`,
    'x-api-key': STRAY_KEY,
    cookie: `login=${STRAY_KEY}`,
    'content-type': 'application/json',
  };
  const reply = await fetch(`${serve.url}${path}`, {
    headers,
    redirect: 'manual',
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  said.push(await reply.text(), JSON.stringify([...reply.headers]));
  return reply.status;
}

async function sendFrame(key: string): Promise<void> {
  const socket = new WebSocket(`${serve.url.replace('http:', 'ws:')}/openai/v1/responses`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await once(socket, 'open');
  const done = new Promise<void>((resolve) =>
    socket.on('message', (frame: Buffer) => {
      said.push(frame.toString());
      if (frame.includes('response.completed')) resolve();
    }),
  );
  socket.send(JSON.stringify({ type: 'response.create', model: 'gpt-5', input: 'Hi', max_output_tokens: 50 }));
  await done;
  socket.terminate();
}

async function filesWith(place: string, secret: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await readFile(file)).includes(secret)) found.push(file);
  }
  return found;
}

const CHAT = { model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'hi' }] };

it(
  'no key is in a file of Purser, in what it says or in what it logs, whatever was done with it',
  { timeout: 240_000 },
  async () => {
    const address = api.address();
    const apiUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await purser(['provider', 'add', 'openai', '--base-url', provider.openaiBaseUrl], PROVIDER_KEY);
    await purser(['provider', 'add', 'anthropic', '--base-url', provider.anthropicBaseUrl], PROVIDER_KEY);
    await purser(
      [
        'provider',
        'add',
        'weather',
        '--kind',
        'http',
        '--base-url',
        apiUrl,
        '--query',
        'api_key',
        '--price-per-call',
        '0.001',
      ],
      API_KEY,
    );
    await purser(['provider', 'add', 'openai', '--base-url', `http://x:${STRAY_KEY}@127.0.0.1:1/`], STRAY_KEY);
    await purser(['agent', 'add', 'Script']);
    const issued = await handOut(['key', 'issue', '--agent', 'Script', '--cap', '5/day']);
    const token = await handOut(['token', '--agent', 'Script']);

    // Served, refused, redirected, unreachable, unknown.
    expect(await send('/openai/v1/chat/completions', issued.key, CHAT)).toBe(200);
    expect(await send('/v1/chat/completions', token.key, CHAT)).toBe(200);
    expect(await send('/weather/today', issued.key)).toBe(302);
    await sendFrame(issued.key);
    for (const path of ['/openai/v1/nothing', '/nobody/v1/models', `/openai/v1/chat/completions?key=${STRAY_KEY}`])
      await send(path, path.includes('?') ? STRAY_KEY : issued.key, CHAT);
    await send('/openai/v1/chat/completions', issued.key, { ...CHAT, model: 'nobody-knows-it' });
    api.close();
    api.closeAllConnections();
    expect(await send('/weather/today', issued.key)).toBe(502);

    // Files of the person.
    await purser(['connect', 'claude-code', '--dry-run']);
    await purser(['connect', 'claude-code']);
    const written = await readFile(join(home, '.claude', 'settings.json'), 'utf8');
    const connected = /sk-purser-\w{38}/.exec(written)?.[0] ?? '';
    expect(connected).not.toBe('');
    await purser(['connections', '--json']);
    await purser(['connections', 'verify', 'claude-code']);
    await writeFile(join(home, '.claude', 'settings.json'), written.replace('127.0.0.1', 'localhost'));
    await purser(['connections', '--json']);
    await purser(['connections', 'repair', 'claude-code']);
    await writeFile(join(home, '.claude', 'settings.json'), `{ broken ${OWN_KEY}`);
    await purser(['connections', 'repair', 'claude-code']);
    await purser(['doctor']);
    await writeFile(join(home, '.claude', 'settings.json'), written);
    expect(await purser(['doctor', '--fix'])).toContain('Moved the key');
    const moved = /sk-purser-\w{38}/.exec(await readFile(join(home, '.bashrc'), 'utf8'))?.[0] ?? '';
    expect(moved).not.toBe('');
    await purser(['disconnect', 'claude-code', '--dry-run']);
    await purser(['run', '--agent', 'Script', '--', process.execPath, '-e', '0']);
    const rotated = await handOut(['key', 'rotate', issued.id]);
    await purser(['key', 'revoke', issued.id]);
    await send('/openai/v1/chat/completions', rotated.key, CHAT);
    // The key that reads a bill: refused, kept, used, at a provider that fails and repeats it.
    await purser(['provider', 'add', 'org', '--kind', 'openai', '--base-url', bills.openaiUrl, '--unchecked'], OWN_KEY);
    await purser(['provider', 'admin-key', 'org'], STRAY_KEY);
    await purser(['provider', 'admin-key', 'org'], ADMIN_KEY);
    const old = Date.now() - 5 * 86_400_000;
    bills.charges.push({ at: old, model: null, item: `for ${ADMIN_KEY}`, key: ADMIN_KEY, dollars: 1 });
    const since = new Date(old).toISOString().slice(0, 10);
    expect(await purser(['reconcile', 'org', '--since', since])).toContain('KEY AT OPENAI');
    bills.manners.failsWith = 500;
    await purser(['reconcile', '--json']);
    await purser(['reconcile', 'settle', 'org', '2026-01-01', '--yes']);
    for (const look of [
      ['key', 'list'],
      ['provider', 'list'],
      ['usage', '--json'],
      ['audit', 'export'],
      ['audit', 'verify'],
      ['reconcile', '--json'],
      ['policy', 'export'],
      ['status', '--json'],
      ['price', 'show', 'gpt-5'],
    ])
      await purser(look);
    for (const trace of [
      'admin-key-added',
      'tool-connected',
      'Script: 0 requests',
      'Works:',
      'changed-outside',
      'Audit log verified',
    ])
      expect(said.join('')).toContain(trace);
    expect(await readdir(data)).toContain('vault.json');

    const subKeys = [issued.key, token.key, rotated.key, connected, moved];
    const spoken = `${said.join('\n')}\n${served}`;
    for (const secret of [
      PROVIDER_KEY,
      API_KEY,
      encodeURIComponent(API_KEY),
      OWN_KEY,
      PLAIN_KEY,
      STRAY_KEY,
      ADMIN_KEY,
      PASSPHRASE,
      ...subKeys,
    ]) {
      expect(spoken.includes(secret), `said: ${secret}`).toBe(false);
      expect(await filesWith(data, secret), secret).toEqual([]);
    }
    for (const secret of [PROVIDER_KEY, API_KEY, PLAIN_KEY, STRAY_KEY])
      expect(await filesWith(home, secret), secret).toEqual([]);
    // The person's own values come back.
    await purser(['disconnect', 'claude-code']);
    expect(await filesWith(home, OWN_KEY)).toHaveLength(1);
    expect(said.join('').includes(OWN_KEY)).toBe(false);
  },
);
