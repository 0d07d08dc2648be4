import { afterEach, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

const QUEUED = {
  id: 'resp_1',
  object: 'response',
  status: 'queued',
  model: 'gpt-4o',
  background: true,
  usage: null,
  output: [],
};
const DONE = {
  ...QUEUED,
  status: 'completed',
  usage: {
    input_tokens: 14,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: 12,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: 26,
  },
};

async function create(): Promise<{
  readonly url: string;
  readonly key: string;
  readonly server: Awaited<ReturnType<typeof startRecordingServer>>;
}> {
  test = await startTestGateway();
  const server = await startRecordingServer();
  server.answer(QUEUED);
  await test.client.gateway.providers.add({
    kind: 'openai',
    name: 'slow',
    baseUrl: `${server.url}/v1`,
    key: PROVIDER_KEY,
    unchecked: true,
  });
  const { key } = await test.issue('5/day');
  const url = `${test.gateway.url}/slow/v1/responses`;
  const reply = await rawRequest(url, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'gpt-4o', input: 'Hi', background: true }),
  });
  expect(JSON.parse(reply.body.toString('utf8'))).toMatchObject({ status: 'queued' });
  return { url, key, server };
}

it('a response in the background stays held, and costs what its provider reports when it is fetched', async () => {
  const { url, key, server } = await create();
  const [held] = (await test.client.gateway.keys.list())[0]?.caps ?? [];
  expect(held?.spent).toBe(0);
  expect(held?.reserved).toBeGreaterThan(100_000_000);
  const fetch = () => rawRequest(`${url}/resp_1`, { method: 'GET', headers: { authorization: `Bearer ${key}` } });
  await fetch();
  expect(await test.client.gateway.usage.recent({ limit: 5 })).toEqual([]);
  server.answer(DONE);
  expect(JSON.parse((await fetch()).body.toString('utf8'))).toEqual(DONE);
  expect(await test.settled(1)).toMatchObject([
    { cost: 14 * 2_500 + 12 * 10_000, certainty: 'exact', basis: 'usage', inputTokens: 14, outputTokens: 12 },
  ]);
  expect((await test.client.gateway.keys.list())[0]?.caps[0]?.reserved).toBe(0);
  await server.stop();
});

it('is settled only by its own provider, and by no error', async () => {
  const { url, key, server } = await create();
  const other = await startRecordingServer();
  other.answer({ ...DONE, usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } });
  await test.client.gateway.providers.add({
    kind: 'openai',
    name: 'other',
    baseUrl: `${other.url}/v1`,
    key: PROVIDER_KEY,
    unchecked: true,
  });
  const headers = { authorization: `Bearer ${key}` };
  await rawRequest(`${test.gateway.url}/other/v1/responses/resp_1`, { method: 'GET', headers });
  server.answer({ error: { message: 'Try again.' } }, 500);
  const failed = await rawRequest(`${url}/resp_1`, { method: 'GET', headers });
  expect(failed.status).toBe(500);
  expect(await test.client.gateway.usage.recent({ limit: 5 })).toEqual([]);
  server.answer(DONE);
  await rawRequest(`${url}/resp_1`, { method: 'GET', headers });
  expect(await test.settled(1)).toMatchObject([{ cost: 155_000, certainty: 'exact' }]);
  await Promise.all([server.stop(), other.stop()]);
});

it('with the name of another one costs its bound at once: nobody could tell them apart', async () => {
  const { url, key, server } = await create();
  await rawRequest(url, {
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'gpt-4o', input: 'Hi', background: true, max_output_tokens: 100 }),
  });
  expect(await test.settled(1)).toMatchObject([{ certainty: 'estimated', basis: 'bound' }]);
  server.answer(DONE);
  expect((await test.settled(2)).map(({ certainty }) => certainty).toSorted()).toEqual(['estimated', 'exact']);
  await server.stop();
});

it('is asked for if nobody fetches it', async () => {
  const { server } = await create();
  server.answer(DONE);
  expect(await test.settled(1)).toMatchObject([{ cost: 155_000, certainty: 'exact' }]);
  expect(server.requests.at(-1)).toMatchObject({ path: '/v1/responses/resp_1' });
  await server.stop();
});

it('costs nothing when it failed', async () => {
  const { server } = await create();
  server.answer({ ...QUEUED, status: 'failed', error: { code: 'server_error', message: 'no' } });
  expect(await test.settled(1)).toMatchObject([{ cost: 0, basis: 'unused', outcome: 'provider-error' }]);
  await server.stop();
});
