import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSimulatedProvider } from '../../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import { PROVIDER_KEY } from '../../../gateway/testing/start-test-gateway.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { withGateway } from '../../connect.ts';

let folder: string;
let provider: SimulatedProvider;
let stop: () => Promise<unknown>;
let id: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-usage-cli-'));
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 100, outputTokens: 10 } });
  const serve = await startServe(folder);
  stop = () => serve.end('SIGTERM');
  id = await withGateway(folder, async (gateway) => {
    const added = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    await gateway.agents.add({ name: 'Codex' });
    const caps = [{ window: 'day' as const, rolling: false, amount: nanodollarsOf(5e9) }];
    const { key } = await gateway.keys.issue({ agent: 'Codex', caps });
    const body = JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    await fetch(`${added.gatewayUrl}/chat/completions`, { method: 'POST', headers, body });
    const [request] = await gateway.usage.recent({ limit: 1 });
    return String(request?.id);
  });
});
afterAll(async () => {
  await stop();
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]): ReturnType<typeof runCli> => runCli([...args, '--data-dir', folder]);

// Six processes, one after the other.
it('a cost is set where a person knows better, and counts from then on', { timeout: 120_000 }, async () => {
  const correct = (...args: readonly string[]): ReturnType<typeof runCli> => cli('usage', 'correct', ...args);
  const refused = (part: string): object => ({ code: 1, stderr: expect.stringContaining(part) });
  expect(await correct(id, '0.0231')).toMatchObject({ code: 0, stdout: `${id} of Codex now counts as $0.02.\n` });
  expect((await cli('usage')).stdout).toMatch(/^Total +1 +100 +0 +10 +0% +\$0\.02$/m);
  expect(JSON.parse((await cli('usage', '--json')).stdout)).toMatchObject({ total: { usd: '0.0231' } });
  expect(JSON.parse((await correct(id, '0', '--json')).stdout)).toMatchObject({ id, cost: 0, basis: 'corrected' });
  expect(await correct(id, 'much')).toMatchObject(refused('Enter an amount of $0 or more'));
  expect(await correct('key_1', '1')).toMatchObject(refused('"key_1" is not a request id'));
  expect(await correct('req_0000000000000000', '1')).toMatchObject(refused('There is no settled request'));
});

const shown = async (...args: readonly string[]): Promise<string> => (await cli('usage', ...args)).stdout;

it('a table of what was used, by whatever is asked for, in 80 columns', { timeout: 240_000 }, async () => {
  expect(await shown('--today', '--by', 'model')).toMatch(
    /^\d{4}-\d\d-\d\d \(.+\)\n\nMODEL +REQUESTS +INPUT +CACHED +OUTPUT +HITS +COST\ngpt-4o-mini +1 +100 /,
  );
  expect(await shown('--all', '--by', 'key', '--columns', 'cost,requests')).toMatch(
    /KEY +COST +REQUESTS\n….{4} \(Codex\) /,
  );
  expect(await shown('--all', '--by', 'session')).toContain('no conversation');
  expect(await shown('--by', 'day')).toMatch(/^DAY +REQUESTS/);
  expect(await shown('--until', '2020-01-01')).toContain('Up to 2020-01-01');
  expect(await shown('--since', '2020-01-01', '--until', '2020-01-02')).toContain('purser usage --all');
  const refused = async (...args: readonly string[]): Promise<string> => (await cli('usage', ...args)).stderr;
  expect(await refused('--since', 'monday')).toContain('"monday" is not a day');
  expect(await refused('--today', '--all')).toContain('Choose one of');
  expect(await refused('--columns', 'cost,colour')).toContain('There is no column "colour"');
});
