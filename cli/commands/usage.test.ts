import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import { PROVIDER_KEY } from '../../gateway/testing/start-test-gateway.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { withGateway } from '../connect.ts';

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
    const { gatewayUrl } = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    await gateway.agents.add({ name: 'Codex' });
    const { key } = await gateway.keys.issue({ agent: 'Codex', caps: [{ window: 'day', rolling: false, amount: nanodollarsOf(5e9) }] });
    const body = JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] });
    await fetch(`${gatewayUrl}/chat/completions`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body });
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
it('what a request cost is set where a person knows better, and counts from then on', { timeout: 120_000 }, async () => {
  expect(await cli('usage', 'correct', id, '0.0231')).toMatchObject({ code: 0, stdout: `${id} of Codex now counts $0.02.\n` });
  expect((await cli('usage')).stdout).toContain('Total: $0.0231');
  expect(JSON.parse((await cli('usage', 'correct', id, '0', '--json')).stdout)).toMatchObject({ id, cost: 0, basis: 'corrected' });
  expect(await cli('usage', 'correct', id, 'much')).toMatchObject({ code: 1, stderr: expect.stringContaining('A cost is dollars') });
  expect(await cli('usage', 'correct', 'key_1', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('"key_1" is no request') });
  expect(await cli('usage', 'correct', 'req_0000000000000000', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no settled request') });
});
