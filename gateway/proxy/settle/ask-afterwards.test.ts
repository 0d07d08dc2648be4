import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

it('an abandoned stream costs what its provider reports afterwards, if it does', async () => {
  test = await startTestGateway();
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        'data: ' +
          JSON.stringify({
            id: 'gen-1',
            model: 'openai/gpt-4o',
            choices: [{ index: 0, delta: { content: 'Hello' } }],
          }) +
          '\n\n',
      );
      return;
    }
    asked += 1;
    // The bill is not available at once.
    response.writeHead(asked > 1 ? 200 : 404, { 'content-type': 'application/json' });
    response.end(
      asked > 1
        ? JSON.stringify({
            data: {
              id: 'gen-1',
              model: 'openai/gpt-4o',
              total_cost: 0.0015,
              cancelled: true,
              native_tokens_prompt: 10,
              native_tokens_completion: 25,
              is_byok: false,
            },
          })
        : '{}',
    );
    expect(request.url).toBe('/api/v1/generation?id=gen-1');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  await test.client.gateway.providers.add({
    kind: 'openrouter',
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/v1`,
    key: PROVIDER_KEY,
    unchecked: true,
  });
  const { key } = await test.issue('5/day');
  const leave = new AbortController();
  const reply = await fetch(`${test.gateway.url}/openrouter/v1/chat/completions`, {
    method: 'POST',
    signal: leave.signal,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'openai/gpt-4o', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
  });
  await reply.body?.getReader().read();
  leave.abort();
  expect(await test.settled(1)).toMatchObject([
    {
      cost: 1_500_000,
      certainty: 'exact',
      basis: 'charged',
      outcome: 'client-gone',
      inputTokens: 10,
      outputTokens: 25,
    },
  ]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
