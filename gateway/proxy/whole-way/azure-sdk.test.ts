import { AzureOpenAI } from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { playEvents, startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { Arrival, VendorGateway } from '../../testing/start-vendor-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';

const AZURE = providerNameSchema.parse('azure');
const CAPS: NonNullable<Policy['caps']> = [{ window: 'day', rolling: false, amount: nanodollarsOf(1e11) }];
const MESSAGES = [{ role: 'user' as const, content: 'Hi' }];
const FILTERED = [{ prompt_index: 0, content_filter_results: { hate: { filtered: false, severity: 'safe' } } }];
const TOKENS = { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 };

let test: VendorGateway;
let arrived: Arrival[];
/** The model that the deployment has. */
let served: string;

function answer(arrival: Arrival): Promise<unknown> | void {
  arrived.push(arrival);
  const { path, body, response } = arrival;
  const json = (status: number, reply: object): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  if (JSON.stringify(body).includes('forbidden'))
    return json(400, {
      error: {
        message: 'The response was filtered due to the prompt triggering Azure OpenAI content management policy.',
        code: 'content_filter',
        param: 'prompt',
        type: null,
        status: 400,
        innererror: { code: 'ResponsibleAIPolicyViolation' },
      },
    });
  if (/\/embeddings\?/.test(path))
    return json(200, { object: 'list', data: [], model: served, usage: { prompt_tokens: 8, total_tokens: 8 } });
  if (/\/images\//.test(path))
    return json(200, { created: 1, data: [], usage: { input_tokens: 10, output_tokens: 272, total_tokens: 282 } });
  if (/\/speech\?/.test(path)) return void response.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');
  if (/\/(transcriptions|translations)\?/.test(path))
    return json(200, { text: 'Hi', usage: { type: 'duration', seconds: 9 } });
  if (/\/responses/.test(path))
    return json(200, {
      id: 'resp_1',
      object: 'response',
      status: 'completed',
      model: served,
      output: [],
      usage: { input_tokens: 1_000, output_tokens: 100, total_tokens: 1_100 },
    });
  const frame = { id: 'c', created: 1, model: served };
  if (body['stream'] !== true)
    return json(200, {
      ...frame,
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Hi' } }],
      prompt_filter_results: FILTERED,
      usage: TOKENS,
    });
  const event = (value: object): string =>
    `data: ${JSON.stringify({ ...frame, object: 'chat.completion.chunk', ...value })}\n\n`;
  return playEvents(arrival, [
    event({ model: '', choices: [], prompt_filter_results: FILTERED }),
    event({ choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: null }] }),
    event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }),
    ...(body['stream_options'] ? [event({ choices: [], usage: TOKENS })] : []),
    'data: [DONE]\n\n',
  ]);
}

beforeEach(async () => {
  arrived = [];
  served = 'gpt-4o-mini-2024-07-18';
  test = await startVendorGateway({ scene: async (arrival) => void (await answer(arrival)) });
  await test.client.gateway.providers.add({
    kind: 'azure',
    baseUrl: 'https://mine.openai.azure.com',
    key: PROVIDER_KEY,
    unchecked: true,
  });
  await test.client.gateway.providers.set({ name: AZURE, deploymentType: 'global' });
});
afterEach(() => test.stop());

async function sdk(apiVersion = '2024-10-21'): Promise<AzureOpenAI> {
  const { key } = await test.issue('100/day');
  return new AzureOpenAI({ endpoint: `${test.gateway.url}/azure`, apiKey: key, apiVersion, maxRetries: 0 });
}
const row = async (count = 1) => (await test.settled(count)).at(-1);
const known = async () => (await test.client.gateway.providers.list()).find(({ name }) => name === AZURE)?.deployments;

describe("the official package's class for Azure", () => {
  it('chats at a deployment: the path, the version and the marks of the filter as they came', async () => {
    const azure = await sdk();
    const reply = await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, max_tokens: 500 });
    expect(reply).toMatchObject({ model: served, prompt_filter_results: FILTERED });
    expect(arrived.map(({ host, path }) => host + path)).toEqual([
      'mine.openai.azure.com/openai/deployments/mine/chat/completions?api-version=2024-10-21',
    ]);
    // The model that the reply names decides: $0.15 and $0.60 per million tokens.
    expect(await row()).toMatchObject({
      certainty: 'exact',
      basis: 'served-model',
      endpoint: 'chat/completions',
      cost: 1_000 * 150 + 100 * 600,
    });
  });

  it('streams, and usage is asked for on its behalf', async () => {
    const azure = await sdk();
    let text = '';
    for await (const chunk of await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, stream: true }))
      text += chunk.choices[0]?.delta.content ?? '';
    expect(text).toBe('Hi');
    expect(arrived[0]?.body).toMatchObject({ stream_options: { include_usage: true } });
    expect(await row()).toMatchObject({ certainty: 'exact', cost: 1_000 * 150 + 100 * 600 });
  });

  it('of an older version streams without fields that it does not know, and what shows is counted', async () => {
    const azure = await sdk('2024-02-01');
    const stream = await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, stream: true });
    for await (const chunk of stream) expect(chunk.usage ?? undefined).toBeUndefined();
    expect(
      Object.keys(arrived[0]?.body ?? {}).filter((field) => /stream_options|completion_tokens/.test(field)),
    ).toEqual([]);
    expect(await row()).toMatchObject({ certainty: 'estimated' });
  });

  it('reaches every other operation of a deployment', async () => {
    served = 'text-embedding-3-small';
    const azure = await sdk();
    await azure.embeddings.create({ model: 'text-embedding-3-small', input: 'Hi' });
    expect(await row(1)).toMatchObject({ endpoint: 'embeddings', certainty: 'exact', cost: 8 * 20 });
    await azure.images.generate({ model: 'gpt-image-1', prompt: 'A coin' });
    await azure.audio.speech.create({ model: 'gpt-4o-mini-tts', input: 'Hi', voice: 'alloy' });
    const file = new File([new Uint8Array(20_000)], 'a.mp3', { type: 'audio/mpeg' });
    await azure.audio.transcriptions.create({ model: 'whisper-1', file });
    expect(await row(4)).toMatchObject({ endpoint: 'audio/transcriptions', cost: 9 * 100_000 });
    expect(arrived.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
      '/openai/deployments/text-embedding-3-small/embeddings',
      '/openai/deployments/gpt-image-1/images/generations',
      '/openai/deployments/gpt-4o-mini-tts/audio/speech',
      '/openai/deployments/whisper-1/audio/transcriptions',
    ]);
  });

  it('has responses beside deployments', async () => {
    const azure = await sdk('2025-04-01-preview');
    await azure.responses.create({ model: 'mine', input: 'Hi' });
    expect(arrived.map(({ path }) => path)).toEqual(['/openai/responses?api-version=2025-04-01-preview']);
    expect(await row()).toMatchObject({ certainty: 'exact', cost: 1_000 * 150 + 100 * 600 });
  });

  it('finds Azure where its base URL was set to that of OpenAI, or names no provider', async () => {
    const { key } = await test.issue('100/day');
    for (const baseURL of [test.openaiUrl, `${test.gateway.url}/openai`]) {
      const azure = new AzureOpenAI({ baseURL, apiKey: key, apiVersion: '2024-10-21', maxRetries: 0 });
      await azure.chat.completions.create({ model: 'gpt-4o-mini', messages: MESSAGES });
    }
    expect(arrived.map(({ host, path }) => host + path)).toEqual(
      Array.from(
        { length: 2 },
        () => 'mine.openai.azure.com/openai/deployments/gpt-4o-mini/chat/completions?api-version=2024-10-21',
      ),
    );
    expect(await test.settled(2)).toMatchObject([{ provider: 'azure' }, { provider: 'azure' }]);
  });

  it('gets what the filter refuses as Azure says it, and it costs nothing', async () => {
    const azure = await sdk();
    const refused = azure.chat.completions.create({
      model: 'mine',
      messages: [{ role: 'user', content: 'forbidden' }],
    });
    await expect(refused).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    expect(await row()).toMatchObject({ cost: 0, outcome: 'provider-error' });
  });
});

describe('the model of a deployment', () => {
  it('is held at the dearest until a reply names it, told once, and kept', async () => {
    const azure = await sdk();
    await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, max_tokens: 500 });
    await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, max_tokens: 500 });
    await test.settled(2);
    const [first, second] = await test.heldRows();
    // The dearest of all is many times what gpt-4o-mini costs.
    expect(first?.reserved).toBeGreaterThan(50 * (second?.reserved ?? Infinity));
    expect(second?.reserved).toBeGreaterThanOrEqual(second?.cost ?? Infinity);
    expect(await known()).toEqual({ models: [{ name: 'mine', model: 'gpt-4o-mini', learned: true }], type: 'global' });
    expect((await test.told()).filter((text) => text.includes('answers with gpt-4o-mini'))).toHaveLength(1);
    expect(await row(2)).toMatchObject({ model: 'gpt-4o-mini', certainty: 'exact' });
  });

  it('is what a person says, and counts at the model that serves where that is another one', async () => {
    const set = (model: string | null) =>
      test.client.gateway.providers.set({ name: AZURE, deployment: { name: 'mine', model } });
    await set('gpt-4.1-mini');
    served = 'gpt-4.1-2025-04-14';
    const azure = await sdk();
    await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, max_tokens: 500 });
    expect(await row()).toMatchObject({ model: 'gpt-4.1-mini', cost: 1_000 * 2_000 + 100 * 8_000 });
    expect(await known()).toMatchObject({ models: [{ name: 'mine', model: 'gpt-4.1-mini', learned: false }] });
    await set(null);
    expect(await known()).toMatchObject({ models: [] });
  });

  it('counts for the policies as the model that it is', async () => {
    await test.client.gateway.providers.set({ name: AZURE, deployment: { name: 'mine', model: 'gpt-5-pro' } });
    const { key, id } = await test.issue('100/day');
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps: CAPS, models: { deny: ['*-pro'] } },
    });
    const azure = new AzureOpenAI({ endpoint: `${test.gateway.url}/azure`, apiKey: key, apiVersion: '2024-10-21' });
    const refused = azure.chat.completions.create({ model: 'mine', messages: MESSAGES });
    await expect(refused).rejects.toMatchObject({ status: 403 });
    expect(arrived).toEqual([]);
  });

  it('may be whatever the router chooses: its own price and the fee for the choice', async () => {
    served = 'gpt-4.1-mini-2025-04-14';
    const azure = await sdk();
    await azure.chat.completions.create({ model: 'model-router', messages: MESSAGES, max_tokens: 500 });
    // $0.40 and $1.60, and $0.14 for the choice, per million tokens.
    expect(await row()).toMatchObject({ certainty: 'exact', cost: 1_000 * (400 + 140) + 100 * 1_600 });
    served = 'claude-opus-5';
    await azure.chat.completions.create({ model: 'model-router', messages: MESSAGES, max_tokens: 500 });
    expect(await row(2)).toMatchObject({ certainty: 'exact', cost: 1_000 * (5_000 + 140) + 100 * 25_000 });
    for (const { reserved, cost } of await test.heldRows()) expect(reserved).toBeGreaterThanOrEqual(cost);
    expect(await known()).toMatchObject({ models: [] });
  });

  it('costs at most a fifth more where nobody has said that it is global', async () => {
    await test.client.gateway.providers.set({ name: AZURE, deploymentType: null });
    const azure = await sdk();
    await azure.chat.completions.create({ model: 'mine', messages: MESSAGES, max_tokens: 500 });
    expect(await row()).toMatchObject({ certainty: 'estimated', cost: (1_000 * 150 + 100 * 600) * 1.2 });
  });
});

describe('Foundry', () => {
  it('has models of other makers, and Claude, on ways of their own', async () => {
    served = 'Phi-4';
    const { key } = await test.issue('100/day');
    const ask = (path: string, body: object) =>
      fetch(`${test.gateway.url}/azure${path}`, {
        method: 'POST',
        headers: { 'api-key': key, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await ask('/models/chat/completions?api-version=2024-05-01-preview', { model: 'Phi-4', messages: MESSAGES });
    expect(arrived[0]?.path).toBe('/models/chat/completions?api-version=2024-05-01-preview');
    await ask('/anthropic/v1/messages', { model: 'claude-sonnet-5', messages: MESSAGES, max_tokens: 10 });
    expect(arrived[1]).toMatchObject({ host: 'mine.openai.azure.com', path: '/anthropic/v1/messages' });
    expect(arrived.map(({ body }) => body['model'])).toEqual(['Phi-4', 'claude-sonnet-5']);
    await test.settled(2);
  });
});
