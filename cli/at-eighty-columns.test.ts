import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSimulatedProvider } from '../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../gateway/testing/start-serve.ts';
import { PROVIDER_KEY } from '../gateway/testing/start-test-gateway.ts';
import { capsOf } from '../gateway/testing/open-money-path.ts';
import { withGateway } from './connect.ts';
import { textWidth } from './screen/text-width.ts';

/** As a person sits there: in a project of their own, before a terminal of the usual width. */
let folder: string;
let project: string;
let provider: SimulatedProvider;
let serve: ServeProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-columns-'));
  project = await mkdtemp(join(tmpdir(), 'webshop-'));
  await writeFile(join(project, 'policy.yaml'), 'version: 1\nagents:\n  Nobody:\n    caps: [5/day]\n');
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 100, outputTokens: 1_000 } });
  serve = await startServe(folder);
  await withGateway(folder, async (gateway) => {
    const added = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    await gateway.agents.add({ name: 'An agent with quite a long name, as people give them' });
    const [agent] = await gateway.agents.list();
    if (!agent) throw new Error('no agent');
    await gateway.keys.issue({ agent: agent.name, caps: capsOf('5/day', '20/month', '3/rolling-hour') });
    const { key } = await gateway.keys.issue({ agent: agent.name, caps: capsOf('0.0000001/total') });
    await fetch(`${added.gatewayUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] }),
    });
  });
}, 120_000);
afterAll(async () => {
  await serve.end('SIGTERM');
  await provider.stop();
  await Promise.all([folder, project].map((path) => rm(path, { recursive: true, force: true })));
}, 60_000);

const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1' };
const cli = (...args: readonly string[]) => runCli([...args, '--data-dir', folder], '', env, project);

it.each([
  ['status'],
  ['agent', 'list'],
  ['key', 'list'],
  ['provider', 'list'],
  ['usage'],
  ['approvals'],
  ['price', 'show', 'gpt-4o-mini'],
  ['--help'],
  ['key', 'issue', '--help'],
])('%s %s is no wider than the screen', { timeout: 60_000 }, async (...args) => {
  const { code, stdout, stderr } = await cli(...args.filter((arg) => arg !== undefined));
  expect([code, stderr]).toEqual([0, '']);
  for (const line of stdout.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(80);
});

it('says first that everything is paused, and since when', { timeout: 120_000 }, async () => {
  expect((await cli('status')).stdout).not.toContain('PAUSED');
  // This one serves none, and has no window either.
  expect((await cli('status')).stdout).toMatch(/Dashboard +none\. To have one: purser serve --ui\n/);
  await cli('pause');
  for (const args of [['status'], ['agent', 'list'], ['key', 'list']])
    expect((await cli(...args)).stdout).toMatch(
      /^PAUSED since .*\d.*: every request is refused\. Resume: purser resume\n/,
    );
  expect(JSON.parse((await cli('status', '--json')).stdout)).toMatchObject({
    everythingPaused: true,
    everythingPausedAt: expect.any(Number),
    dashboard: null,
    running: 0,
    waiting: 0,
  });
  await cli('resume');
  expect((await cli('status')).stdout).not.toContain('PAUSED');
});

it('checks a policy here with nothing but the file, and names what is wrong as JSON', { timeout: 60_000 }, async () => {
  expect((await runCli(['policy', 'check', 'policy.yaml', '--offline'], '', env, project)).code).toBe(0);
  const failed = await runCli(['policy', 'chek', '--json'], '', env, project);
  expect(JSON.parse(failed.stderr)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
});

it('raises the cap that is meant, and refuses a sub-key as the key of a provider', { timeout: 60_000 }, async () => {
  const name = 'An agent with quite a long name, as people give them';
  expect((await cli('cap', 'raise', name, 'day', '--by', '1')).stdout).toBe(
    'Until midnight, this cap is $6.00 a day.\n',
  );
  const none = await cli('cap', 'raise', name, 'week');
  expect(none.stderr).toMatch(/Neither .* nor a sub-key of it has a week cap\. Its caps: \$/);
  expect(none.stderr).not.toContain('agt_');
  const subKey = await runCli(['provider', 'add', 'mistral', '--data-dir', folder], 'sk-purser-abc\n', env, project);
  expect([subKey.code, subKey.stderr]).toEqual([1, expect.stringContaining('This is a sub-key of Purser')]);
});
