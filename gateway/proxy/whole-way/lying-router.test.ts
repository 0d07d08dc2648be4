import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JsonObject } from '../../dialects/dialect.ts';
import { isObject, parseObject, readCount } from '../../dialects/json/read-json.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

/** How a server treats one request: shares of the most that its own documented limits allow, and what it claims. */
interface Temper {
  readonly calls: number;
  readonly content: number;
  readonly output: number;
  readonly claimed: number;
}

/** Prices of deepseek/deepseek-chat at OpenRouter, and of one search by Exa, in nano-dollars. */
interface Prices {
  readonly input: number;
  readonly output: number;
}
const SEARCH = 7_000_000;
const WINDOW = PROVIDERS.openrouter.limitsOf?.('deepseek/deepseek-chat')?.context ?? Infinity;

let test: TestGateway;
let server: Server;
let bill = 0;
let temper: Temper;

/**
 * OpenRouter, as its documentation has it: it keeps to the limits of a request and to its own, and within them calls as
 * often, brings as much and writes as much as it likes. What it says of its calls is made up; what it charged is true.
 */
function serve(body: JsonObject): object {
  const tool = Array.isArray(body['tools']) && isObject(body['tools'][0]) ? body['tools'][0] : {};
  const settings = isObject(tool['parameters']) ? tool['parameters'] : {};
  const stops = Array.isArray(body['stop_server_tools_when']) ? body['stop_server_tools_when'].filter(isObject) : [];
  const steps = Math.min(30, ...stops.flatMap(({ step_count: count }) => readCount(count) ?? []));
  const uses = readCount(settings['max_uses']) ?? Infinity;
  const calls = Math.floor(temper.calls * Math.min(steps, uses));
  const prices = pricesOf(body);
  const content = Math.floor(temper.content * 5 * 5_000);
  const most = readCount(body['max_completion_tokens']) ?? readCount(body['max_tokens']) ?? 16_384;
  const written = Math.floor(temper.output * most);
  let context = 20;
  let cost = calls * SEARCH;
  for (let round = 0; round <= calls; round += 1) {
    cost += context * prices.input + written * prices.output;
    // No model reads more than its window.
    context = Math.min(context + content + written, WINDOW);
  }
  bill += cost;
  return {
    id: 'c',
    object: 'chat.completion',
    model: body['model'],
    choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
    usage: {
      prompt_tokens: 20,
      completion_tokens: 1,
      total_tokens: 21,
      cost: cost / 1e9,
      server_tool_use_details: { web_search_requests: temper.claimed, tool_calls_executed: temper.claimed },
    },
  };
}

/** The most that the request lets its provider charge. */
function pricesOf({ provider }: JsonObject): Prices {
  const most = isObject(provider) && isObject(provider['max_price']) ? provider['max_price'] : {};
  return { input: Number(most['prompt'] ?? 1_000) * 1_000, output: Number(most['completion'] ?? 1_000) * 1_000 };
}

beforeEach(async () => {
  test = await startTestGateway();
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const reply = serve(parseObject(Buffer.concat(chunks).toString()) ?? {});
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}/api/v1`;
  await test.client.gateway.providers.add({ kind: 'openrouter', baseUrl, key: 'real', unchecked: true });
});
afterEach(async () => {
  await test.stop();
  server.close();
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const tempers = fc.record({ calls: share, content: share, output: share, claimed: fc.nat(1_000) });
/** One that takes all that it may, and claims nothing. */
const GREEDY: Temper = { calls: 1, content: 1, output: 1, claimed: 0 };

it('a hosted tool never passes a cap, however often it runs and whatever it says of that', async () => {
  let served = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant(GREEDY), tempers),
      fc.constantFrom('0.05/day', '0.30/day', '2/day', '50/day'),
      fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: undefined }),
      async (how, cap, max_tokens) => {
        temper = how;
        bill = 0;
        const { key } = await test.issue(cap);
        const body = JSON.stringify({
          model: 'deepseek/deepseek-chat',
          messages: [{ role: 'user', content: 'Hi' }],
          tools: [{ type: 'openrouter:web_search' }],
          ...(max_tokens !== undefined && { max_tokens }),
        });
        const replies = await Promise.all(
          Array.from({ length: 4 }, () =>
            rawRequest(`${test.gateway.url}/openrouter/v1/chat/completions`, {
              headers: { authorization: `Bearer ${key}` },
              body,
            }),
          ),
        );
        served += replies.filter(({ status }) => status === 200).length;
        expect(bill).toBeLessThanOrEqual(Number.parseFloat(cap) * 1e9);
      },
    ),
    { numRuns: 40 },
  );
  expect(served).toBeGreaterThan(40);
}, 120_000);
