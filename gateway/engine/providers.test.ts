import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { providerNameSchema } from '../../shared/ids.ts';
import { PROVIDER_KEY, startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway();
});
afterEach(() => test.stop());

const names = async (): Promise<readonly string[]> =>
  (await test.client.gateway.providers.list()).map(({ name }) => name);

it('keeps a key that the provider takes, and reports how many models it has', async () => {
  const added = await test.client.gateway.providers.add({
    kind: 'mistral',
    baseUrl: test.provider.openaiBaseUrl,
    key: PROVIDER_KEY,
  });
  expect(added.check).toEqual({
    verdict: 'accepted',
    sentence: expect.stringMatching(/^Mistral accepts this key; \d+ models\.$/),
  });
  expect(test.provider.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/models']);
  expect(JSON.stringify([added, test.logged])).not.toContain(PROVIDER_KEY);
});

it('stores nothing of a key that is refused, unless the person is sure', async () => {
  const wrong = { kind: 'groq', baseUrl: test.provider.openaiBaseUrl, key: 'wrong-key-CANARY' } as const;
  await expect(test.client.gateway.providers.add(wrong)).rejects.toMatchObject({
    code: 'KEY_REFUSED',
    message: 'Groq refuses this key (401). Copy it again; nothing was stored.',
  });
  expect(await names()).toEqual(['openai', 'anthropic']);
  const kept = await test.client.gateway.providers.add({ ...wrong, unchecked: true });
  expect(kept.check).toEqual({ verdict: 'not-asked', sentence: 'Added without a check, as you asked.' });
  expect(await test.client.gateway.providers.check({ name: kept.name })).toEqual({
    verdict: 'refused',
    sentence: 'Groq refuses this key (401). Remove it, and add the right one.',
  });
  expect(JSON.stringify([kept, test.logged])).not.toContain('CANARY');
});

it('sends no key anywhere for a name that is taken', async () => {
  await expect(
    test.client.gateway.providers.add({ kind: 'openai', baseUrl: test.provider.openaiBaseUrl, key: PROVIDER_KEY }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(test.provider.requests).toEqual([]);
});

it('stores nothing once the person has cancelled', async () => {
  const slow = createServer();
  await once(slow.listen(0, '127.0.0.1'), 'listening');
  const address = slow.address();
  const leaving = new AbortController();
  const asked = new Promise<IncomingMessage>((resolve) => slow.once('request', resolve));
  const adding = test.client.gateway.providers.add(
    {
      kind: 'groq',
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      key: 'k',
    },
    { signal: leaving.signal },
  );
  const { socket } = await asked;
  const gone = once(socket, 'close');
  leaving.abort();
  await expect(adding).rejects.toThrow();
  // The provider sees it too, and does not go on waiting.
  await gone;
  expect(await names()).toEqual(['openai', 'anthropic']);
  await new Promise((resolve) => slow.close(resolve));
});

it('sends no key in plain text through the internet, unless the person is sure', async () => {
  const plain = {
    kind: 'openai',
    name: 'far',
    baseUrl: 'http://api.openai.com/v1',
    key: 'CANARY',
    unchecked: true,
  } as const;
  await expect(test.client.gateway.providers.add(plain)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringMatching(/^http:\/\/api\.openai\.com\/v1 is not encrypted: .* https:\/\/.*--plain-http/),
  });
  expect(await names()).not.toContain('far');
  const http = { kind: 'http', name: 'api', baseUrl: 'http://203.0.113.7', key: 'CANARY', unchecked: true } as const;
  await expect(test.client.gateway.providers.add(http)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await test.client.gateway.providers.add({ ...plain, plainHttp: true })).toMatchObject({
    baseUrl: 'http://api.openai.com/v1',
  });
  const near = [
    'http://127.0.0.1:9/v1',
    'http://[::1]:9/v1',
    'http://192.168.1.4/v1',
    'http://gpu-box:8000/v1',
    'https://x.com/v1',
  ];
  for (const [index, baseUrl] of near.entries()) {
    const name = providerNameSchema.parse(`near-${index}`);
    expect(await test.client.gateway.providers.add({ ...plain, kind: 'custom-openai', name, baseUrl })).toMatchObject({
      baseUrl,
    });
  }
});
