import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, afterEach, expect, it } from 'vitest';
import { PROVIDER_KINDS } from '../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { createEgress } from '../egress/egress.ts';
import { askProvider } from './ask-provider.ts';
import type { Asked } from './ask-provider.ts';
import { describeAnswer } from './describe-answer.ts';
import { PROVIDERS } from './providers.ts';

const KEY = 'sk-real-key-CANARY';
const egress = createEgress();
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
afterAll(() => egress.close());

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const askedOf = (kind: ProviderKind, baseUrl: string, key: string | undefined = KEY): Asked => ({
  spec: PROVIDERS[kind],
  baseUrl,
  key,
});

/** What a person reads after a provider answered so. */
async function sentenceAfter(kind: ProviderKind, status: number, body: object | string, key?: null): Promise<string> {
  const url = await serve((_request, response) =>
    response
      .writeHead(status, { location: 'http://127.0.0.1:9/' })
      .end(typeof body === 'string' ? body : JSON.stringify(body)),
  );
  const asked = { ...askedOf(kind, `${url}/v1`), ...(key === null && { key: undefined }) };
  const { sentence } = describeAnswer(asked, await askProvider(egress, asked), 'adding');
  return sentence.replaceAll(new URL(url).host, 'HOST');
}

const models = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `m${index}` }));

it.each([
  ['openai', 200, { data: models(42) }, 'OpenAI accepts this key; 42 models.'],
  ['anthropic', 200, { data: models(1), has_more: false }, 'Anthropic accepts this key; 1 model.'],
  ['gemini', 200, { models: models(3) }, 'Google Gemini accepts this key; 3 models.'],
  ['together', 200, models(2), 'Together AI accepts this key; 2 models.'],
  ['openrouter', 200, { data: { label: 'sk-or-v1-116...0ce' } }, 'OpenRouter accepts this key.'],
  [
    'openai',
    401,
    { error: { message: `Incorrect API key provided: ${KEY}` } },
    'OpenAI refuses this key (401). Copy it again; nothing was stored.',
  ],
  [
    'gemini',
    400,
    { error: { status: 'INVALID_ARGUMENT', details: [{ reason: 'API_KEY_INVALID' }] } },
    'Google Gemini refuses this key (400). Copy it again; nothing was stored.',
  ],
  [
    'xai',
    400,
    { error: 'Incorrect API key provided: xa***xx.' },
    'xAI refuses this key (400). Copy it again; nothing was stored.',
  ],
  [
    'gemini',
    400,
    { error: { message: 'User location is not supported for the API use.' } },
    'Google Gemini answered with 400, which says nothing about the key. The key is stored; the first request will ' +
      'show whether it works.',
  ],
  [
    'openai',
    401,
    { error: { message: 'You have insufficient permissions for this operation. Missing scopes: api.model.read.' } },
    'OpenAI knows this key but does not let it list models (401). The key is stored; the first ' +
      'request will show whether it works.',
  ],
  [
    'mistral',
    503,
    'upstream is down',
    'Mistral answered with 503, which says nothing about the key. The key is stored; the first ' +
      'request will show whether it works.',
  ],
  [
    'zai',
    404,
    {},
    'Z.ai has no list of models on this address (404). The key is stored; the first ' +
      'request will show whether it works.',
  ],
  [
    'openai',
    200,
    '<html>Welcome to the hotel</html>',
    'OpenAI answered, but not as an API does. Is the base URL right? The key is stored; the first ' +
      'request will show whether it works.',
  ],
  [
    'openai',
    302,
    '',
    'OpenAI sends Purser to another address (302), where a key must not follow. Is the base URL right? The key is ' +
      'stored; the first request will show whether it works.',
  ],
  ['custom-openai', 200, { data: models(3) }, 'The server on HOST accepts this key; 3 models.'],
] as const)('%s, %i, %j', async (kind, status, body, sentence) => {
  expect(await sentenceAfter(kind, status, body)).toBe(sentence);
});

it.each([
  ['ollama', 200, { data: models(3) }, 'Ollama answers on HOST, 3 models.'],
  ['ollama', 200, { data: [] }, 'Ollama answers on HOST and has no model yet.'],
  ['custom-openai', 401, {}, 'The server on HOST needs a key (401). Add it with its key; nothing was stored.'],
] as const)('without a key: %s, %i, %j', async (kind, status, body, sentence) => {
  expect(await sentenceAfter(kind, status, body, null)).toBe(sentence);
});

it('asks each provider for what is free there, with the key in its own header and nowhere else', async () => {
  const seen: string[] = [];
  const url = await serve((request, response) => {
    seen.push(
      `${request.url} ${Object.entries(request.headers)
        .filter(([, value]) => String(value).includes(KEY))
        .map(([name]) => name)
        .join()}${request.headers['anthropic-version'] === undefined ? '' : ' version'}`,
    );
    response.end('{}');
  });
  for (const kind of PROVIDER_KINDS) await askProvider(egress, askedOf(kind, `${url}/${kind}/`));
  expect(seen.filter((line) => !line.endsWith('/models authorization'))).toEqual([
    '/anthropic/v1/models?limit=1000 x-api-key version',
    '/gemini/v1beta/models?pageSize=1000 x-goog-api-key',
    '/openrouter/key authorization',
    '/azure/models api-key',
    '/bedrock/foundation-models authorization',
    '/vertex/v1beta1/publishers/google/models?pageSize=1 x-goog-api-key',
    '/vercel/credits authorization',
    '/custom-anthropic/v1/models?limit=1000 x-api-key version',
  ]);
  const unasked = PROVIDER_KINDS.filter((kind) => PROVIDERS[kind].freeQuestion === 'none');
  expect(unasked).toEqual([
    'perplexity',
    'chutes',
    'cloudflare',
    'deepinfra',
    'huggingface',
    'nvidia',
    'opencode',
    'venice',
    'http',
  ]);
  expect(seen).toHaveLength(PROVIDER_KINDS.length - unasked.length);
});

it('sends no key after a redirect', async () => {
  const seen: string[] = [];
  const other = await serve((request, response) => response.end(seen.push(request.url ?? '')));
  const url = await serve((_request, response) => response.writeHead(307, { location: other }).end());
  expect(await askProvider(egress, askedOf('openai', url))).toEqual({ verdict: 'unclear', status: 307 });
  expect(seen).toEqual([]);
});

it('says when nobody answers, and does not wait for ever', async () => {
  const asked = askedOf('openai', 'http://127.0.0.1:9/v1');
  expect(describeAnswer(asked, await askProvider(egress, asked), 'adding').sentence).toBe(
    'OpenAI cannot be reached on 127.0.0.1:9. The key is stored; the first request will show whether it works.',
  );
  const plain = askedOf('openai', (await serve(() => undefined)).replace('http://', 'https://'));
  const { sentence } = describeAnswer(plain, await askProvider(egress, plain), 'adding');
  expect(sentence).toMatch(/^OpenAI cannot be reached on .*does not speak TLS/);
  const local = { ...askedOf('ollama', 'http://127.0.0.1:9/v1'), key: undefined };
  expect(describeAnswer(local, await askProvider(egress, local), 'adding').sentence).toBe(
    'Ollama cannot be reached on 127.0.0.1:9. Start it; Purser keeps its address.',
  );
  const silent = askedOf('openai', await serve(() => undefined));
  expect(describeAnswer(silent, await askProvider(egress, silent), 'adding').sentence).toBe(
    'OpenAI did not answer within 5 seconds. The key is stored; the first request will show whether it works.',
  );
}, 15_000);

it('stops at once when the person no longer wants to know', async () => {
  const leaving = new AbortController();
  const url = await serve(() => leaving.abort());
  await expect(askProvider(egress, askedOf('openai', url), leaving.signal)).rejects.toMatchObject({
    name: 'AbortError',
  });
});
