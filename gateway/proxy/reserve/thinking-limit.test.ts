import { afterEach, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

it('a limit that excludes thoughts bounds nothing: the limit on both is set to what the cap pays', async () => {
  test = await startTestGateway();
  const server = await startRecordingServer();
  const usage = {
    prompt_tokens: 20,
    completion_tokens: 5_000,
    total_tokens: 5_020,
    completion_tokens_details: { reasoning_tokens: 4_984 },
  };
  server.answer({
    model: 'qwen-plus',
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
    usage,
  });
  await test.client.gateway.providers.add({
    kind: 'qwen',
    baseUrl: `${server.url}/v1`,
    key: PROVIDER_KEY,
    unchecked: true,
  });
  const { key } = await test.issue('0.05/total');
  const body = JSON.stringify({
    model: 'qwen-plus',
    max_tokens: 16,
    enable_thinking: true,
    messages: [{ role: 'user', content: 'Hi' }],
  });
  const ask = () =>
    rawRequest(`${test.gateway.url}/qwen/v1/chat/completions`, { headers: { authorization: `Bearer ${key}` }, body });
  expect((await ask()).status).toBe(200);
  const limit = Number(server.requests[0]?.body['max_completion_tokens']);
  // $4 per million tokens of thought: all that the whole cap can pay, and no more.
  expect(limit).toBeGreaterThan(10_000);
  expect(limit * 4_000).toBeLessThanOrEqual(50_000_000);
  const [row] = await test.settled(1);
  expect(row).toMatchObject({ outputLimit: limit, loweredOutput: true, certainty: 'exact', outputTokens: 5_000 });
  await server.stop();
});
