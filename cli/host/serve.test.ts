import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { contractSuite } from '../../gateway/testing/contract-suite.ts';
import type { HostUnderTest } from '../../gateway/testing/contract-suite.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import { openConnection } from '../../gateway/platform/connection.ts';
import { parseCap } from '../../shared/cap.ts';
import { withGateway } from '../connect.ts';
import { z } from 'zod';

const KEY = 'only-key-of-the-simulated-provider';

let provider: SimulatedProvider;
let dataFolder: string;
const setUp = async (): Promise<void> => {
  provider = await startSimulatedProvider({ key: KEY });
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-serve-'));
};
const tearDown = async (): Promise<void> => {
  await provider.stop();
  await rm(dataFolder, { recursive: true, force: true });
};

describe('the contract, served by `purser serve` over its private socket', () => {
  let host: HostUnderTest;
  let finish = (): void => undefined;
  let ended: Promise<void>;
  beforeAll(async () => {
    await setUp();
    const serve = await startServe(dataFolder);
    await new Promise<void>((ready) => {
      ended = withGateway(dataFolder, (client) => {
        host = { client, provider, providerKey: KEY };
        ready();
        return new Promise<void>((resolve) => (finish = resolve));
      }).then(async () => void (await serve.end('SIGTERM')));
    });
  });
  afterAll(async () => {
    finish();
    await ended;
    await tearDown();
  });
  it.each(contractSuite.map((one) => [one.name, one] as const))('%s', (_name, { run }) => run(host));
});

describe('purser serve', () => {
  beforeEach(setUp);
  afterEach(tearDown);

  it("drains and exits 0 on SIGTERM; its socket and folder are the person's alone", async () => {
    const serve = await startServe(dataFolder);
    expect((await stat(join(dataFolder, 'purser.sock'))).mode & 0o777).toBe(0o600);
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
    const key = await addAll('5/day');
    provider.setScript({ outputTokens: 40, tokenMs: 25 });
    const stream = await openai(serve.url, key).chat.completions.create({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'hi' }],
      stream: true,
      max_tokens: 50,
    });
    let chunks = 0;
    let ending: ReturnType<typeof serve.end> | undefined;
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) chunks += 1;
      if (chunks === 3) ending ??= serve.end('SIGTERM');
    }
    expect(chunks).toBe(40);
    expect(await ending).toEqual([0, null]);
  });

  it('fails closed when the keychain does not answer, and names the choices', async () => {
    const refused = await startServe(dataFolder, ['--secrets', 'keychain']).catch((error: unknown) => String(error));
    expect(refused).toMatch(/SECRETS_UNAVAILABLE.*The OS keychain.*--secrets vault.*passphrase.*--secrets memory/);
  });

  it('keeps provider keys in an encrypted vault across restarts', async () => {
    const passphraseFile = join(dataFolder, 'passphrase');
    await writeFile(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 });
    const flags = ['--secrets', 'vault', '--passphrase-file', passphraseFile];
    const before = await startServe(dataFolder, flags);
    const key = await addAll('5/day');
    await before.end('SIGTERM');
    expect((await readFile(join(dataFolder, 'vault.json'))).includes(KEY)).toBe(false);
    const after = await startServe(dataFolder, flags);
    await openai(after.url, key).chat.completions.create({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'hi' }],
      max_tokens: 5,
    });
    await after.end('SIGTERM');
    await writeFile(passphraseFile, 'wrong');
    await expect(startServe(dataFolder, flags)).rejects.toThrow(/passphrase/);
  });

  it('survives kill -9 in mid-stream: the ledger holds at least the bill, and nothing stays held', async () => {
    const before = await startServe(dataFolder);
    const key = await addAll('5/day');
    provider.setScript({ outputTokens: 2_000, tokenMs: 2 });
    const streams = Array.from({ length: 8 }, async (_, index) => {
      const stream = await openai(before.url, key).chat.completions.create({
        model: 'gpt-4o',
        messages: [{ role: 'user', content: `stream ${index}` }],
        stream: true,
        max_tokens: 2_000,
      });
      for await (const _ of stream);
    });
    const ended = Promise.allSettled(streams);
    await expect.poll(() => provider.bill()).toBeGreaterThan(2_000_000);
    await before.end('SIGKILL');
    await ended;
    await expect.poll(() => provider.openStreams).toBe(0);

    const after = await startServe(dataFolder);
    const [usage, keys, recent] = await withGateway(dataFolder, (gateway) =>
      Promise.all([gateway.usage.summary({}), gateway.keys.list(), gateway.usage.recent({})]),
    );
    expect(usage.total.nanodollars).toBeGreaterThanOrEqual(provider.bill());
    expect(keys[0]?.caps[0]).toMatchObject({ spent: usage.total.nanodollars, reserved: 0 });
    expect(recent.map((row) => [row.outcome, row.certainty])).toEqual(
      Array.from({ length: 8 }, () => ['crashed', 'assumed']),
    );
    await after.end('SIGTERM');
  });

  it('does not repeat after a restart what it has warned of, whatever the cap is on', async () => {
    const before = await startServe(dataFolder);
    const key = await addAll('5/day');
    provider.setScript({ outputTokens: 400 });
    const ask = (url: string): Promise<unknown> =>
      openai(url, key).chat.completions.create({
        model: 'gpt-4o',
        messages: [{ role: 'user', content: 'hi' }],
        max_tokens: 400,
      });
    const warned = (): Promise<number> =>
      withGateway(
        dataFolder,
        async (gateway) => (await gateway.audit.export({})).filter(({ text }) => text.includes('cap-warning')).length,
      );
    // Two such requests cost $0.008: more than half of it, and with a small one less than four fifths.
    const everything = { window: 'total', rolling: false, amount: parseCap('0.015/total')?.amount ?? 0 } as const;
    await ask(before.url);
    await withGateway(dataFolder, (gateway) =>
      gateway.policies.set({ scope: 'everything', policy: { caps: [everything] } }),
    );
    await ask(before.url);
    await expect.poll(warned).toBe(1);
    await before.end('SIGTERM');
    const after = await startServe(dataFolder);
    provider.setScript({ outputTokens: 5 });
    // Keys in memory are gone with the process that held them.
    await withGateway(dataFolder, async (gateway) => {
      await gateway.providers.remove({ name: 'openai' });
      await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: KEY });
    });
    await ask(after.url);
    await after.end('SIGTERM');
    const last = await startServe(dataFolder);
    expect(await warned()).toBe(1);
    await last.end('SIGTERM');
  });

  it('says in sentences that a folder is in use, a port is taken or a database is of a newer Purser', async () => {
    const serve = await startServe(dataFolder);
    await expect(startServe(dataFolder)).rejects.toThrow(/"code":"DATA_FOLDER_IN_USE".*already running on/);
    await serve.end('SIGTERM');

    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startServe(dataFolder, ['--port', String(port)])).rejects.toThrow(
      /"code":"PORT_TAKEN".*taken by another program/,
    );
    squatter.close();

    const ledger = await openConnection(join(dataFolder, 'ledger.sqlite'), 'write');
    await ledger.exec('PRAGMA user_version = 999');
    await ledger.close();
    await expect(startServe(dataFolder)).rejects.toThrow(/"code":"DATABASE_TOO_NEW".*newer Purser/);
  });
});

describe('the commands', () => {
  beforeEach(setUp);
  afterEach(tearDown);

  // Two dozen processes, one after the other.
  it('take a newcomer from nothing to a revoked sub-key, with --json everywhere', { timeout: 60_000 }, async () => {
    const serve = await startServe(dataFolder);
    const cli = async (args: readonly string[], input = ''): Promise<unknown> => {
      const { code, stdout, stderr } = await runCli([...args, '--data-dir', dataFolder, '--json'], input);
      expect([code, stderr]).toEqual([0, '']);
      return JSON.parse(stdout);
    };
    await cli(['provider', 'add', 'openai', '--base-url', provider.openaiBaseUrl], `${KEY}\n`);
    await cli(['agent', 'add', 'Aider']);
    const issued = await cli(['key', 'issue', '--agent', 'Aider', '--cap', '5/day', '--cap', '20/total']);
    expect(issued).toMatchObject({
      id: expect.stringMatching(/^key_/),
      key: expect.stringMatching(/^sk-purser-/),
      agent: 'Aider',
      caps: ['5.00/day', '20.00/total'],
    });
    const { key, id } = z.object({ key: z.string(), id: z.string() }).parse(issued);
    await openai(serve.url, key).chat.completions.create({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'hi' }],
      max_tokens: 20,
    });
    expect(await cli(['usage', '--by', 'model'])).toMatchObject({
      total: { nanodollars: provider.bill() },
      rows: [{ group: 'gpt-4o-mini', requests: 1 }],
    });
    expect(await cli(['agent', 'list'])).toMatchObject([{ name: 'Aider', spentTotal: provider.bill() }]);
    expect(await cli(['key', 'pause', id])).toMatchObject({ state: 'paused' });
    expect(await cli(['key', 'resume', id])).toMatchObject({ state: 'active' });
    expect(await cli(['key', 'revoke', id])).toMatchObject({ id, cutRequests: 0 });
    expect(await cli(['provider', 'remove', 'openai'])).toEqual({ name: 'openai' });
    await serve.end('SIGTERM');
  });

  it('fail in a sentence, exit 1, and never take a key as an argument', async () => {
    const silent = await runCli(['agent', 'list', '--data-dir', dataFolder, '--json']);
    expect(silent.code).toBe(1);
    expect(JSON.parse(silent.stderr)).toMatchObject({
      error: { code: 'GATEWAY_UNREACHABLE', message: expect.stringContaining('No Purser is running on') },
    });
    const cap = await runCli(['key', 'issue', '--agent', 'x', '--cap', '5/year', '--data-dir', dataFolder]);
    expect(cap.code).not.toBe(0);
    expect(cap.stderr).toContain('5/year: there is no window "year"');
    const argument = await runCli(['provider', 'add', 'openai', 'sk-live-key', '--data-dir', dataFolder]);
    expect(argument.code).not.toBe(0);
    expect(argument.stderr).toContain('Too many arguments');
  });
});

/** Adds the provider and an agent over the socket. @returns a sub-key */
async function addAll(cap: string): Promise<string> {
  return withGateway(dataFolder, async (gateway) => {
    await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: KEY });
    await gateway.agents.add({ name: 'Agent' });
    const parsed = parseCap(cap);
    return (await gateway.keys.issue({ agent: 'Agent', caps: parsed ? [parsed] : [] })).key;
  });
}

function openai(url: string, key: string): OpenAI {
  return new OpenAI({ baseURL: `${url}/openai/v1`, apiKey: key, maxRetries: 0 });
}
