import Anthropic, { APIError } from '@anthropic-ai/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseObject } from '../../dialects/json/read-json.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'What is new?' }];
const SEARCH = { type: 'web_search_20250305' as const, name: 'web_search' as const };
const ASK = { model: 'claude-haiku-4-5', max_tokens: 500, messages: MESSAGES };

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway({ script: { inputTokens: 400, outputTokens: 20, webSearches: 3 } });
});
afterEach(() => test.stop());

const sdk = (apiKey: string): Anthropic =>
  new Anthropic({ apiKey, baseURL: test.anthropicUrl, maxRetries: 0, logLevel: 'off' });
const sentTool = (): unknown => {
  const { tools } =
    parseObject(test.provider.requests.findLast(({ url }) => url.startsWith('/v1/messages'))?.body ?? '') ?? {};
  return Array.isArray(tools) ? tools[0] : undefined;
};

async function expectBilled(): Promise<void> {
  const [row] = await test.settled(1);
  expect(row).toMatchObject({ certainty: 'exact', basis: 'usage', outcome: 'served', cost: test.provider.bill() });
  expect(test.provider.bill()).toBeGreaterThan(30_000_000);
}

describe('searches of the web', () => {
  it.each([false, true])('are billed per call, and get no limit while money allows it (stream: %s)', async (stream) => {
    const { key } = await test.issue('20/day');
    const asked = { ...ASK, tools: [SEARCH] };
    const message = stream
      ? await sdk(key).messages.stream(asked).finalMessage()
      : await sdk(key).messages.create(asked);
    expect(message.usage.server_tool_use?.web_search_requests).toBe(3);
    expect(sentTool()).toEqual(SEARCH);
    await expectBilled();
  });

  it('keep the limit they have, and the request passes byte for byte', async () => {
    const { key } = await test.issue('20/day');
    const body = JSON.stringify({ ...ASK, tools: [{ ...SEARCH, max_uses: 2 }] }, undefined, 1);
    await rawRequest(`${test.anthropicUrl}/v1/messages`, {
      headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
      body,
    });
    expect(test.provider.requests.at(-1)?.body).toBe(body);
  });

  it('become fewer when money is short, before they are refused', async () => {
    const { key } = await test.issue('1/day');
    await sdk(key).messages.create({ ...ASK, tools: [{ ...SEARCH, max_uses: 8 }] });
    // Eight searches may cost $2.60, one $0.34.
    expect(sentTool()).toMatchObject({ max_uses: expect.toSatisfy((uses: number) => uses >= 1 && uses < 8) as number });
    const [row] = await test.settled(1);
    expect(row?.cost).toBe(test.provider.bill());
    const { key: poor } = await test.issue('0.05/day');
    const refusal: unknown = await sdk(poor)
      .messages.create({ ...ASK, tools: [SEARCH] })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(APIError);
    expect(refusal).toMatchObject({ status: 403, error: { error: { type: 'permission_error', code: 'cap' } } });
  });

  it('with a duplicate limit are refused', async () => {
    const { key } = await test.issue('20/day');
    const body = JSON.stringify({ ...ASK, tools: [{ ...SEARCH, max_uses: 1 }] }).replace(
      '"max_uses":1',
      '"max_uses":100,"max_uses":1',
    );
    const reply = await rawRequest(`${test.anthropicUrl}/v1/messages`, { headers: { 'x-api-key': key }, body });
    expect([reply.status, parseObject(reply.body.toString())?.['error']]).toMatchObject([
      400,
      { message: expect.stringContaining('"max_uses" is in the request body twice') as string },
    ]);
  });
});

describe('a batch', () => {
  it('that does not fit is refused whole', async () => {
    const { key } = await test.issue('0.0025/day');
    await expect(
      sdk(key).messages.batches.create({ requests: ['one', 'two'].map((custom_id) => ({ custom_id, params: ASK })) }),
    ).rejects.toMatchObject({ status: 403 });
    expect(test.provider.bill()).toBe(0);
  });
});

it('an error in mid-stream reaches the SDK, and what came before is no final figure', async () => {
  test.provider.setScript({ inputTokens: 400, outputTokens: 200, failAfterTokens: 50 });
  const { key } = await test.issue('5/day');
  await expect(sdk(key).messages.stream(ASK).finalMessage()).rejects.toThrow('Overloaded');
  const [row] = await test.settled(1);
  expect(row).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
  expect(row?.cost).toBeGreaterThanOrEqual(test.provider.bill());
});

it.each(['2023-06-01', '2026-10-21'])('versions and betas go on unchanged: %s', async (version) => {
  const { key } = await test.issue('5/day');
  const headers = {
    'x-api-key': key,
    'anthropic-version': version,
    'anthropic-beta': 'interleaved-thinking-2025-05-14,fast-mode-2026-02-01',
  };
  expect(
    (await rawRequest(`${test.anthropicUrl}/v1/messages?beta=true`, { headers, body: JSON.stringify(ASK) })).status,
  ).toBe(200);
  const seen = test.provider.requests.at(-1);
  expect(seen?.headers).toMatchObject({ 'anthropic-version': version, 'anthropic-beta': headers['anthropic-beta'] });
  expect(seen?.url).toBe('/v1/messages?beta=true');
});
