import { findProvider } from '@pydantic/genai-prices';
import { afterEach, expect, it } from 'vitest';
import { providerNameSchema } from '../../shared/ids.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { rawRequest } from '../testing/raw-request.ts';
import { startRecordingServer } from '../testing/recording-server.ts';
import type { RecordingServer } from '../testing/recording-server.ts';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

let test: TestGateway;
let publisher: RecordingServer;
afterEach(async () => {
  await test.stop();
  await publisher.stop();
});

/** The published data, with gpt-4o-mini at twice its price, and with a model that nobody knew. */
function doubled(more: readonly object[] = []): object {
  const ids = new Set(Object.values(PROVIDERS).flatMap(({ prices }) => (prices.id === undefined ? [] : [prices.id])));
  return [...ids].map((providerId) => {
    const provider = findProvider({ providerId });
    return {
      ...provider,
      models: [
        ...(providerId === 'openai' ? more : []),
        ...(provider?.models ?? []).map((model) =>
          providerId === 'openai' && model.id === 'gpt-4o-mini'
            ? { ...model, prices: { input_mtok: 0.3, output_mtok: 1.2 } }
            : model,
        ),
      ],
    };
  });
}

it(
  'an update counts from the next request on, changes nothing that is settled, is on record, and is never made ' +
    'unasked',
  async () => {
    publisher = await startRecordingServer();
    publisher.answer(doubled());
    test = await startTestGateway({ priceDataUrl: publisher.url, script: { inputTokens: 100, outputTokens: 10 } });
    const { key } = await test.issue('1/day');
    const ask = () =>
      rawRequest(`${test.openaiUrl}/chat/completions`, {
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 10 }),
      });
    const costs = async (count: number) => (await test.settled(count)).map((row) => row.cost);

    await ask();
    expect([await costs(1), publisher.requests]).toEqual([[21_000], []]);
    const update = await test.client.gateway.prices.update();
    expect(update.changes).toEqual([
      {
        provider: 'openai',
        model: 'gpt-4o-mini',
        was: { input: 150_000_000, output: 600_000_000 },
        now: { input: 300_000_000, output: 1_200_000_000 },
      },
    ]);
    await ask();
    expect(await costs(2)).toEqual([21_000, 42_000]);
    expect((await test.client.gateway.prices.show({ model: 'gpt-4o-mini' }))[0]?.rates[0]).toEqual({
      rate: 'input_mtok',
      above: 0,
      amount: 300_000_000,
    });

    await test.client.gateway.prices.reset();
    await ask();
    expect(await costs(3)).toEqual([21_000, 42_000, 21_000]);
    const kinds = (await test.client.gateway.audit.export({ limit: 1_000 })).map(({ text }) => text);
    for (const kind of ['prices-updated', 'prices-reset'])
      expect(kinds.filter((text) => text.includes(`"${kind}"`))).toHaveLength(1);
  },
);

it('an update ends an assumed price, and corrects what was counted at it', async () => {
  publisher = await startRecordingServer();
  publisher.answer(
    doubled([{ id: 'simulated-only', match: { equals: 'simulated-only' }, prices: { input_mtok: 2, output_mtok: 8 } }]),
  );
  test = await startTestGateway({ priceDataUrl: publisher.url, script: { inputTokens: 100, outputTokens: 10 } });
  const { prices, keys } = test.client.gateway;
  const provider = providerNameSchema.parse('openai');
  await prices.allowUnknown({ provider, model: 'simulated-only' });
  const { id, key } = await test.issue('1000/day');
  await rawRequest(`${test.openaiUrl}/chat/completions`, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'simulated-only', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 10 }),
  });
  const [assumed] = await test.settled(1);
  expect(assumed).toMatchObject({ certainty: 'estimated', basis: 'assumed-price' });

  const cost = 100 * 2_000 + 10 * 8_000;
  expect((await prices.update()).corrected).toEqual([
    { provider, model: 'simulated-only', requests: 1, before: assumed?.cost, after: cost },
  ]);
  expect(await prices.list()).toEqual([]);
  expect(await test.settled(1)).toMatchObject([{ cost, certainty: 'exact', basis: 'usage' }]);
  expect((await keys.list()).find((each) => each.id === id)?.caps[0]?.spent).toBe(cost);
});
