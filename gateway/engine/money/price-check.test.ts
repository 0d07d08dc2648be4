import { findProvider } from '@pydantic/genai-prices';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StateView } from '../../../shared/contract/views.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
let publishers: readonly [RecordingServer, RecordingServer];
beforeEach(async () => {
  publishers = [await startRecordingServer(), await startRecordingServer()];
});
afterEach(async () => {
  await test.stop();
  for (const publisher of publishers) await publisher.stop();
});

/** The published data, with another input price for gpt-4o-mini. */
function publication(input: number): object {
  const ids = new Set(Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])));
  return [...ids].map((providerId) => {
    const provider = findProvider({ providerId });
    return {
      ...provider,
      models: provider?.models.map((model) =>
        providerId === 'openai' && model.id === 'gpt-4o-mini'
          ? { ...model, prices: { input_mtok: input, output_mtok: 0.6 } }
          : model,
      ),
    };
  });
}

async function start(afterMs: number): Promise<void> {
  test = await startTestGateway({
    priceDataUrl: publishers[0].url,
    secondPriceDataUrl: publishers[1].url,
    priceCheckAfterMs: afterMs,
    script: { inputTokens: 100, outputTokens: 10 },
  });
}

async function state(): Promise<StateView> {
  for await (const event of await test.client.gateway.live()) if ('state' in event) return event.state;
  throw new Error('no state');
}

it('is on, says so at the first start, and is turned off by one switch, on record', async () => {
  await start(3_600_000);
  const { prices, audit } = test.client.gateway;
  const notices = async () => (await state()).notices.map(({ kind, text }) => [kind, text]);
  expect(await notices()).toEqual([['prices', expect.stringContaining('purser price auto off')]]);
  expect(test.logged.filter((line) => line.includes('price-check-on'))).toHaveLength(1);
  expect((await prices.book()).check).toEqual({ on: true, at: null, unreachable: [], news: [] });
  expect((await prices.auto({ on: false })).check?.on).toBe(false);
  expect((await prices.auto({ on: true })).check?.on).toBe(true);
  const kinds = (await audit.export({ limit: 1_000 }))
    .map(({ text }) => /"(price-check-\w+)"/.exec(text)?.[1])
    .filter((kind) => kind !== undefined);
  expect(kinds).toEqual(['price-check-on', 'price-check-off', 'price-check-on']);
  expect(publishers.flatMap(({ requests }) => requests)).toEqual([]);
});

it('checks both publications, reports what changed for a model in use, and changes nothing', async () => {
  publishers[0].answer(publication(0.3));
  publishers[1].answer({ openai: { models: { 'gpt-4o-mini': { cost: { input: 0.3, output: 0.6 } } } } });
  await start(3_000);
  const { key } = await test.issue('1/day');
  await rawRequest(`${test.openaiUrl}/chat/completions`, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 10 }),
  });
  await test.settled(1);
  const { prices } = test.client.gateway;
  await expect
    .poll(async () => (await prices.book()).check?.news, { timeout: 10_000 })
    .toEqual([
      expect.stringContaining(
        'The price of gpt-4o-mini at openai changed: $0.15 in and $0.60 out per million tokens before, $0.30 in and ' +
          '$0.60 out now.',
      ),
    ]);
  expect([(await prices.book()).fetchedAt, (await prices.show({ model: 'gpt-4o-mini' }))[0]?.rates[0]?.amount]).toEqual(
    [null, 150_000_000],
  );
  expect((await state()).notices[0]).toMatchObject({
    kind: 'prices',
    agentId: null,
    text: expect.stringContaining('gpt-4o-mini'),
  });
});

it('never happens unless it was asked for', async () => {
  test = await startTestGateway();
  const { prices } = test.client.gateway;
  expect((await prices.book()).check).toBeNull();
  await expect(prices.auto({ on: true })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect((await state()).notices).toEqual([]);
});
