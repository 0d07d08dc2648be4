// Long because each case has its own sample.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { startSimulatedProvider } from '../../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { runInShell, startRecordingProxy } from '../../../gateway/testing/recording-proxy.ts';
import { withGateway } from '../../connect.ts';

const CLI = join(import.meta.dirname, '..', '..', 'index.ts');
const PROVIDER_KEY = 'the-real-key-CANARY';
const NODE = process.execPath;
/** Asks once over each of two protocols, with nothing but its environment. */
const SPEND =
  `
const ask = async (url, headers, body) => { const reply = await fetch(url, { method: 'POST', headers: { ` +
  `'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }); console.log(reply.status); await ` +
  `reply.text(); };
const { OPENAI_BASE_URL, OPENAI_API_KEY, ANTHROPIC_BASE_URL, ANTHROPIC_AUTH_TOKEN } = process.env;
const messages = [{ role: 'user', content: 'hi' }];
await ask(OPENAI_BASE_URL + '/chat/completions', { authorization: 'Bearer ' + OPENAI_API_KEY }, { model: ` +
  `'gpt-4o-mini', max_tokens: 20, messages });
await ask(ANTHROPIC_BASE_URL + '/v1/messages', { authorization: 'Bearer ' + ANTHROPIC_AUTH_TOKEN, ` +
  `'anthropic-version': '2023-06-01' }, { model: 'claude-haiku-4-5', max_tokens: 20, messages });
`;

let folder: string;
let provider: SimulatedProvider;
let serve: ServeProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-run-test-'));
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 10, outputTokens: 5 } });
  serve = await startServe(join(folder, 'data'));
  await ask((gateway) => gateway.agents.add({ name: 'Script' }));
});
afterAll(async () => {
  await serve.end('SIGTERM');
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const ask = <T>(use: (gateway: GatewayClient) => Promise<T>): Promise<T> => withGateway(join(folder, 'data'), use);
const purserRun = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  runCli(['run', '--data-dir', join(folder, 'data'), '--agent', 'Script', ...args], '', env);
const keysOfScript = () => ask((gateway) => gateway.keys.list());
const environment = z.record(z.string(), z.string());
const PRINT = ['--', NODE, '-e', 'console.log(JSON.stringify(process.env))'];

/** Each starts several processes, on machines that may be busy. */
const SLOW = { timeout: 180_000 };

describe('purser run', SLOW, () => {
  it('wants a provider, an agent and a command that is there', async () => {
    expect(await purserRun(PRINT)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('purser provider add'),
    });
    await ask((gateway) =>
      gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY }),
    );
    await ask((gateway) =>
      gateway.providers.add({ kind: 'anthropic', baseUrl: provider.anthropicBaseUrl, key: PROVIDER_KEY }),
    );
    const [nobody, missing] = await Promise.all([
      runCli(['run', '--data-dir', join(folder, 'data'), '--agent', 'Nobody', ...PRINT]),
      purserRun(['--', 'no-such-command-anywhere']),
    ]);
    expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringMatching(/no agent named "Nobody"[\s\S]*--create/)]);
    expect([missing.code, missing.stderr]).toEqual([
      127,
      expect.stringContaining('There is no command "no-such-command-anywhere"'),
    ]);
    const created = await runCli([
      'run',
      '--data-dir',
      join(folder, 'data'),
      '--agent',
      'Nobody',
      '--create',
      '--',
      NODE,
      '-e',
      '0',
    ]);
    expect([created.code, (await ask((gateway) => gateway.agents.list())).map(({ name }) => name)]).toEqual([
      0,
      ['Script', 'Nobody'],
    ]);
  });

  it('gives every protocol a base URL and a sub-key, and takes out every other key', async () => {
    const named = Object.values(PROVIDER_RECORDS).flatMap(({ variables: { names } }) =>
      names.map((name) => name.replaceAll('*', 'X')),
    );
    const others = [
      'GOOGLE_API_KEY',
      'CLAUDE_CODE_USE_BEDROCK',
      'COPILOT_PROVIDER_API_KEY',
      'CODEX_API_KEY',
      'AWS_BEARER_TOKEN_BEDROCK',
      'HF_TOKEN',
      'PERPLEXITY_API_KEY',
      'COHERE_API_KEY',
    ];
    const mine = Object.fromEntries([...named, ...others].map((name) => [name, 'mine']));
    const { code, stdout } = await purserRun(PRINT, {
      ...process.env,
      ...mine,
      UNRELATED: 'stays',
      GEMINI_MODEL: 'stays',
    });
    const env = environment.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(env).toMatchObject({
      OPENAI_BASE_URL: `${serve.url}/openai/v1`,
      ANTHROPIC_BASE_URL: `${serve.url}/anthropic`,
      UNRELATED: 'stays',
      GEMINI_MODEL: 'stays',
    });
    expect(env['OPENAI_API_KEY']).toMatch(/^sk-purser-/);
    // Only Claude Code wants it to be empty: programs that read nothing else would have no key at all.
    expect(env['ANTHROPIC_API_KEY']).toBe(env['OPENAI_API_KEY']);
    expect(env['ANTHROPIC_AUTH_TOKEN']).toBe(env['OPENAI_API_KEY']);
    // There is no provider for Gemini, so nothing may be left to reach it with either.
    expect(Object.entries(env).filter(([, value]) => value === 'mine')).toEqual([]);
  });

  it('takes out what looks like a key of a provider, says so, and leaves in what the person keeps', async () => {
    const before = {
      ...process.env,
      MY_LLM: `sk-or-v1-${'a'.repeat(64)}`,
      GROQ_FOR_TESTS: `gsk_${'b'.repeat(40)}`,
      HF_TOKEN: `hf_${'c'.repeat(30)}`,
      GH_TOKEN: `ghp_${'d'.repeat(36)}`,
      STRIPE: `sk_test_${'e'.repeat(24)}`,
    };
    const { stdout, stderr } = await purserRun(['--keep', 'HF_TOKEN', ...PRINT], before);
    const env = environment.parse(JSON.parse(stdout));
    expect(env).toMatchObject({ HF_TOKEN: before.HF_TOKEN, GH_TOKEN: before.GH_TOKEN, STRIPE: before.STRIPE });
    expect([env['MY_LLM'], env['GROQ_FOR_TESTS']]).toEqual([undefined, undefined]);
    expect(stderr).toMatch(
      /^purser: MY_LLM, GROQ_FOR_TESTS look like keys of a model provider, so the program does not get them\. To leave one in: --keep NAME\.\n/,
    );
    expect(stderr).toMatch(/a \.env file, or (GH_TOKEN, HF_TOKEN|HF_TOKEN, GH_TOKEN) in its environment\./);
  });

  it("lets no proxy have what is meant for this machine, and keeps the person's own exceptions", async () => {
    const proxy = await startRecordingProxy();
    const proxied = {
      ...process.env,
      http_proxy: proxy.url,
      HTTP_PROXY: proxy.url,
      ALL_PROXY: proxy.url,
      NO_PROXY: 'corp.example',
      no_proxy: 'other.example',
    };
    const asks =
      'curl -s -o /dev/null -w "%{http_code}" "$OPENAI_BASE_URL/models" -H "authorization: Bearer $OPENAI_API_KEY"; ' +
      'echo; echo "$NO_PROXY"; echo "$no_proxy"';
    try {
      const { stdout } = await purserRun(['--', 'sh', '-c', asks], proxied);
      const list = 'corp.example,other.example,127.0.0.1,localhost,::1';
      expect(stdout.split('\n')).toEqual(['200', list, list, '']);
      expect(proxy.seen).toEqual([]);
      // Without `run` it would have got the line and the key.
      await runInShell(`OPENAI_BASE_URL=${serve.url}/openai/v1 OPENAI_API_KEY=sk-purser-CANARY; ${asks}`, {
        ...proxied,
        NO_PROXY: '',
        no_proxy: '',
      });
      expect(proxy.seen.join('\n')).toContain('sk-purser-CANARY');
    } finally {
      await proxy.stop();
    }
  });

  it('refuses what could spend past the cap, unless the person insists', async () => {
    const bin = join(folder, 'stubs');
    await mkdir(bin);
    await writeFile(join(bin, 'amp'), '#!/bin/sh\necho ran\n', { mode: 0o755 });
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
    const [refused, insisted] = await Promise.all([
      purserRun(['--', 'amp'], env),
      purserRun(['--anyway', '--', 'amp'], env),
    ]);
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /Amp sends every request to its own servers, so it could spend past the cap\..*--anyway/,
      ),
    });
    expect(insisted).toMatchObject({ code: 0, stdout: 'ran\n' });
  });

  it('spends under its cap, prints a receipt, and its sub-key ends with it', async () => {
    const before = provider.bill();
    const { code, stdout, stderr } = await purserRun([
      '--cap',
      '1/total',
      '--json',
      '--',
      NODE,
      '--input-type=module',
      '-e',
      SPEND,
    ]);
    expect([code, stdout]).toEqual([0, '200\n200\n']);
    const receipt = z
      .object({
        agent: z.string(),
        subKeyId: z.string(),
        requests: z.int(),
        tokens: z.int(),
        nanodollars: z.int(),
        usd: z.string(),
      })
      .parse(JSON.parse(stderr));
    expect(receipt).toMatchObject({ agent: 'Script', requests: 2, tokens: 30, nanodollars: provider.bill() - before });
    expect((await keysOfScript()).find(({ id }) => id === receipt.subKeyId)).toMatchObject({
      state: 'revoked',
      caps: [{ window: 'total', amount: 1e9, reserved: 0 }],
    });
  });

  it('says that nothing was asked for, or why it was refused: a program may hide both', async () => {
    const [silent, asking] = [
      await purserRun(['--', NODE, '-e', '0']),
      await purserRun(['--cap', '0.000001/total', '--', NODE, '--input-type=module', '-e', SPEND]),
    ];
    expect(silent.stderr).toMatch(
      /^purser: Script: 0 requests, 0 tokens, \$0\.00, \d+\.\d s\.\npurser: \S+node made no paid request through Purser\. If it worked anyway, it used its own key/,
    );
    expect(asking.stdout).toBe('403\n403\n');
    expect(asking.stderr).toMatch(
      /^purser: Script: 0 requests.*\npurser: Purser refused it a request: .*could cost.*Give it more: purser run --cap 2\/total/,
    );
    const json = await purserRun(['--json', '--', NODE, '-e', '0']);
    expect(JSON.parse(json.stderr)).toMatchObject({
      requests: 0,
      tookOut: [],
      notes: [expect.stringContaining('made no paid request')],
    });
  });

  it('ends as its child ends', async () => {
    expect((await purserRun(['--', NODE, '-e', 'process.exit(7)'])).code).toBe(7);
    const run = spawn(
      NODE,
      [
        CLI,
        'run',
        '--data-dir',
        join(folder, 'data'),
        '--agent',
        'Script',
        '--',
        NODE,
        '-e',
        'process.kill(process.pid, "SIGKILL")',
      ],
      { stdio: 'ignore' },
    );
    expect(await once(run, 'exit')).toEqual([null, 'SIGKILL']);
  });

  it('passes signals on, and lets the child have the last word', async () => {
    const script =
      'process.on("SIGTERM", () => { console.log("asked"); process.exit(3); }); console.log("up"); setInterval(() => ' +
      '{}, 1000)';
    const run = spawn(
      NODE,
      [CLI, 'run', '--data-dir', join(folder, 'data'), '--agent', 'Script', '--', NODE, '-e', script],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]();
    const exited = once(run, 'exit');
    expect((await lines.next()).value).toBe('up');
    run.kill('SIGTERM');
    expect((await lines.next()).value).toBe('asked');
    expect(await exited).toEqual([3, null]);
  });

  it('leaves no living sub-key when it is killed', async () => {
    const run = spawn(
      NODE,
      [
        CLI,
        'run',
        '--data-dir',
        join(folder, 'data'),
        '--agent',
        'Script',
        '--',
        NODE,
        '-e',
        'console.log("up"); process.stdin.resume().on("end", () => process.exit())',
      ],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    );
    await once(createInterface({ input: run.stdout }), 'line');
    expect((await keysOfScript()).filter(({ state }) => state === 'active')).toHaveLength(1);
    run.kill('SIGKILL');
    await once(run, 'exit');
    await expect
      .poll(async () => (await keysOfScript()).filter(({ state }) => state === 'active').length, { timeout: 10_000 })
      .toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('tools that variables do not reach', SLOW, () => {
  /** A command of this name that prints its arguments, its variables, and the files of the home it is given. */
  async function stub(name: string): Promise<NodeJS.ProcessEnv> {
    const file = join(folder, name);
    const program =
      `const { readdirSync, readFileSync } = require('node:fs');
      const home = process.env.GEMINI_CLI_HOME;
      const files = home ? Object.fromEntries(readdirSync(home + '/.gemini').map((name) => [name, readFileSync(home ` +
      `+ '/.gemini/' + name, 'utf8')])) : {};
      const settings = process.argv[2] === '--settings' ? readFileSync(process.argv[3], 'utf8') : null;
      console.log(JSON.stringify({ args: process.argv.slice(2), env: process.env, files, settings }));`;
    await writeFile(file, `#!${NODE}\n${program}\n`);
    await chmod(file, 0o755);
    return { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
  }
  const seen = z.object({
    args: z.array(z.string()),
    env: environment,
    files: environment,
    settings: z.string().nullable(),
  });

  it('Claude Code gets settings that win over its own, in a file that is gone afterwards', async () => {
    const { args, env, settings } = seen.parse(
      JSON.parse((await purserRun(['--', 'claude', '-p', 'say pong'], await stub('claude'))).stdout),
    );
    expect(args).toEqual(['--settings', expect.any(String), '-p', 'say pong']);
    expect(JSON.parse(settings ?? '')).toEqual({
      env: {
        ANTHROPIC_BASE_URL: `${serve.url}/anthropic`,
        ANTHROPIC_AUTH_TOKEN: env['ANTHROPIC_AUTH_TOKEN'],
        ANTHROPIC_API_KEY: '',
        NO_PROXY: env['NO_PROXY'],
        no_proxy: env['NO_PROXY'],
      },
    });
    expect(env['ANTHROPIC_API_KEY']).toBe('');
    await expect(readFile(args[1] ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it(
    'Codex gets a provider as flags, without the sub-key among them, and a model with a price unless the person ' +
      'names one',
    async () => {
      const child = { ...(await stub('codex')), CODEX_HOME: join(folder, 'codex') };
      const { args, env } = seen.parse(
        JSON.parse((await purserRun(['--', 'codex', 'exec', 'say pong'], child)).stdout),
      );
      const named = seen.parse(
        JSON.parse((await purserRun(['--', 'codex', 'exec', '-m', 'gpt-5', 'say pong'], child)).stdout),
      );
      expect(named.args.join(' ')).not.toContain('model="');
      expect(args).toEqual([
        '-c',
        'model="gpt-6-sol"',
        '-c',
        'model_provider="purser"',
        '-c',
        `model_providers.purser={ name = "Purser", base_url = "${serve.url}/openai/v1", wire_api = "responses", ` +
          `env_key = "OPENAI_API_KEY" }`,
        'exec',
        'say pong',
      ]);
      expect(args.join(' ')).not.toContain(env['OPENAI_API_KEY']);
    },
  );

  it('OpenCode gets its providers in a variable, beside what the person has there', async () => {
    const env = { ...(await stub('opencode')), OPENCODE_CONFIG_CONTENT: '{"theme":"dark"}' };
    const child = seen.parse(JSON.parse((await purserRun(['--', 'opencode', 'run', 'hi'], env)).stdout));
    const key = child.env['OPENAI_API_KEY'];
    expect(JSON.parse(child.env['OPENCODE_CONFIG_CONTENT'] ?? '')).toMatchObject({
      theme: 'dark',
      provider: {
        openai: { options: { baseURL: `${serve.url}/openai/v1`, apiKey: key } },
        anthropic: { options: { baseURL: `${serve.url}/anthropic/v1`, apiKey: key } },
        purser: { options: { apiKey: key } },
      },
    });
  });

  it("Gemini CLI gets a home in which a key is meant, with the rest of its own; the person's stays", async () => {
    await ask((gateway) =>
      gateway.providers.add({ kind: 'gemini', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY }),
    );
    const own = join(folder, 'home');
    const settings = '{ "theme": "dark", // mine\n "security": { "auth": { "selectedType": "oauth-personal" } } }';
    await mkdir(join(own, '.gemini'), { recursive: true });
    await writeFile(join(own, '.gemini', 'settings.json'), settings);
    await writeFile(join(own, '.gemini', 'GEMINI.md'), 'memory');
    const { env, files } = seen.parse(
      JSON.parse(
        (await purserRun(['--', 'gemini', '-p', 'hi'], { ...(await stub('gemini')), GEMINI_CLI_HOME: own })).stdout,
      ),
    );
    expect(env).toMatchObject({
      GOOGLE_GEMINI_BASE_URL: `${serve.url}/gemini`,
      GEMINI_API_KEY: env['OPENAI_API_KEY'],
    });
    expect(files).toEqual({
      'GEMINI.md': 'memory',
      'settings.json': settings.replace('oauth-personal', 'gemini-api-key'),
    });
    expect(await readFile(join(own, '.gemini', 'settings.json'), 'utf8')).toBe(settings);
    expect(await readFile(join(own, '.gemini', 'GEMINI.md'), 'utf8')).toBe('memory');
    await expect(readdir(env['GEMINI_CLI_HOME'] ?? '')).rejects.toMatchObject({ code: 'ENOENT' });
    await ask((gateway) => gateway.providers.remove({ name: providerNameSchema.parse('gemini') }));
  });
});

describe('purser token', SLOW, () => {
  it('prints a sub-key that works and nothing else, the same one when it is asked again', async () => {
    const [first, again] = [
      await runCli(['token', '--data-dir', join(folder, 'data'), '--agent', 'Script']),
      await runCli(['token', '--data-dir', join(folder, 'data'), '--agent', 'Script']),
    ];
    expect([first.code, first.stderr, first.stdout]).toEqual([0, '', expect.stringMatching(/^sk-purser-\S+\n$/)]);
    expect(again.stdout).toBe(first.stdout);
    const reply = await fetch(`${serve.url}/openai/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.stdout.trim()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: 'hi' }] }),
    });
    expect(reply.status).toBe(200);
  });
});
