import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatSubKey, SUB_KEY_ENTROPY_BYTES } from '../../domain/sub-key.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const BODY = JSON.stringify({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'hi' }] });

let test: TestGateway;
let key: string;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 5 } });
  ({ key } = await test.issue('1/day'));
});
afterEach(() => test.stop());

describe('the door', () => {
  it.each([
    ['a rebound name', { host: 'evil.example' }],
    ['our address with another port', { host: '127.0.0.1:1' }],
    ['any web page', { origin: 'https://evil.example' }],
    ['a page of a file', { origin: 'null' }],
    ['our own origin', { origin: 'http://127.0.0.1' }],
    ['a cross-site fetch without Origin', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site fetch', { 'sec-fetch-site': 'same-site' }],
  ])('stays shut for %s, even with a valid sub-key', async (_name, headers) => {
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { ...headers, authorization: `Bearer ${key}` },
      body: BODY,
    });
    expect([403, 421]).toContain(reply.status);
    expect(test.provider.requests).toHaveLength(0);
  });

  it('sends no CORS header, not even to a preflight', async () => {
    const preflight = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    const served = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${key}` },
      body: BODY,
    });
    expect(preflight.status).toBe(403);
    expect(served.status).toBe(200);
    for (const { headers } of [preflight, served])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('accepts localhost and, if there is one, ::1', async () => {
    const port = new URL(test.gateway.url).port;
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { host: `LOCALHOST:${port}`, authorization: `Bearer ${key}` },
      body: BODY,
    });
    expect(reply.status).toBe(200);
  });
});

describe('a tool that asks whether anybody is there', () => {
  const ask = (path: string, method = 'HEAD', headers = {}) =>
    rawRequest(`${test.gateway.url}${path}`, { method, headers });
  it.each([
    '/',
    '/anthropic',
    '/anthropic/',
    '/anthropic/api/hello',
    '/nobody/api/hello',
    '/api/hello',
    '/anthropic?x=1',
  ])('gets a yes, and nothing else: %s', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, '0']);
    expect(Object.keys(headers).toSorted()).toEqual(
      ['connection', 'content-length', 'date', 'keep-alive'].filter((name) => name in headers),
    );
    expect(test.provider.requests).toHaveLength(0);
  });
  it('learns no more than that without a sub-key, and a web page does not even learn that', async () => {
    expect((await ask('/anthropic/v1/models')).status).toBe(401);
    expect((await ask('/anthropic/api/hello', 'GET')).status).toBe(401);
    expect((await ask('/anthropic', 'HEAD', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/anthropic', 'HEAD', { host: 'evil.example' })).status).toBe(421);
  });
});

describe('the login of a subscription', () => {
  const claude = 'sk-ant-oat01-LOGINSECRET-abcdef';
  const token = (iss: string): string =>
    `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ iss })).toString('base64url')}.LOGINSECRET`;
  const chatgpt = token('https://auth.openai.com');
  it.each([
    ['a Claude plan', '/anthropic/v1/messages', { authorization: `Bearer ${claude}` }, 'purser connect claude-code'],
    ['a Claude plan', '/anthropic/v1/messages', { 'x-api-key': claude }, 'purser connect claude-code'],
    [
      'a ChatGPT plan',
      '/openai/v1/chat/completions',
      { authorization: `Bearer ${chatgpt}`, 'chatgpt-account-id': 'x' },
      'purser connect codex',
    ],
  ])('of %s is not taken for a key: the tool gets instructions (%s)', async (plan, path, headers, advice) => {
    const reply = await rawRequest(`${test.gateway.url}${path}`, { headers, body: BODY });
    const text = reply.body.toString();
    expect(reply.status).toBe(401);
    expect(text).toContain(`signed in with ${plan}`);
    expect(text).toContain(advice);
    const known = JSON.stringify([test.logged, await test.client.gateway.audit.newest({})]);
    for (const told of [text, known]) expect(told).not.toContain('LOGINSECRET');
    expect(test.provider.requests).toHaveLength(0);
  });
  it('of somebody else is an unknown key', async () => {
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${token('https://accounts.example')}` },
      body: BODY,
    });
    expect(JSON.parse(reply.body.toString())).toMatchObject({ error: { code: 'unknown-sub-key' } });
  });
  it('beside a sub-key does no harm and goes no further', async () => {
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${chatgpt}`, 'x-api-key': key },
      body: BODY,
    });
    expect(reply.status).toBe(200);
    expect(JSON.stringify(test.provider.requests)).not.toContain('LOGINSECRET');
  });
  it('beside an unknown sub-key is ignored: the sub-key is reported as wrong', async () => {
    const unknown = formatSubKey(randomBytes(SUB_KEY_ENTROPY_BYTES));
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions`, {
      headers: { authorization: `Bearer ${chatgpt}`, 'x-api-key': unknown },
      body: BODY,
    });
    expect(JSON.parse(reply.body.toString())).toMatchObject({ error: { code: 'unknown-sub-key' } });
  });
});

describe('credentials', () => {
  it.each([
    ['Authorization', (value: string) => ({ headers: { authorization: `Bearer ${value}` }, query: '' })],
    ['x-api-key', (value: string) => ({ headers: { 'x-api-key': value }, query: '' })],
    ['x-goog-api-key', (value: string) => ({ headers: { 'x-goog-api-key': value }, query: '' })],
    ['api-key', (value: string) => ({ headers: { 'api-key': value }, query: '' })],
    ['?key=', (value: string) => ({ headers: {}, query: `?key=${value}&beta=true` })],
  ])("one sub-key works as %s, beside the person's real key everywhere else", async (destination, at) => {
    const own = at(key);
    const foreign = 'sk-ant-real-FOREIGN-secret';
    const headers = {
      authorization: `Bearer ${foreign}`,
      'x-api-key': foreign,
      cookie: `session=${foreign}`,
      ...own.headers,
    };
    const reply = await rawRequest(`${test.openaiUrl}/chat/completions${own.query}`, { headers, body: BODY });
    expect(reply.status).toBe(200);
    const seen = JSON.stringify(test.provider.requests);
    expect(seen).not.toContain(foreign);
    expect(seen).not.toContain(key);
    expect(test.provider.requests[0]?.headers['authorization']).toBe(`Bearer ${PROVIDER_KEY}`);
    if (destination === '?key=') expect(test.provider.requests[0]?.url).toMatch(/\?beta=true$/);
  });

  it.each([
    ['nothing', {}],
    ['a wrong key', { authorization: 'Bearer sk-live-something' }],
    ['a well-formed key that was never issued', { 'x-api-key': 'sk-purser-00000000000000000000000000000000000000' }],
  ])("%s is a 401 in the dialect's own shape", async (_name, headers) => {
    const openai = await rawRequest(`${test.openaiUrl}/chat/completions`, { headers, body: BODY });
    const anthropic = await rawRequest(`${test.anthropicUrl}/v1/messages`, { headers, body: BODY });
    expect([openai.status, anthropic.status]).toEqual([401, 401]);
    expect(JSON.parse(openai.body.toString())).toMatchObject({
      error: { type: 'authentication_error', code: 'unknown-sub-key' },
    });
    expect(JSON.parse(anthropic.body.toString())).toMatchObject({
      type: 'error',
      error: { type: 'authentication_error' },
    });
    expect(test.provider.requests).toHaveLength(0);
  });

  it('no secret is in any file of the data folder, in the log or in an answer', async () => {
    await rawRequest(`${test.openaiUrl}/chat/completions?key=${key}`, {
      headers: { 'x-api-key': 'sk-other-SECRET' },
      body: BODY,
    });
    test.provider.setScript({ fault: 'server-error' });
    await rawRequest(`${test.openaiUrl}/chat/completions`, { headers: { 'x-api-key': key }, body: BODY });
    const state = JSON.stringify([
      await test.client.gateway.providers.list(),
      await test.client.gateway.keys.list(),
      await test.client.gateway.usage.recent({}),
    ]);
    for (const secret of [key, PROVIDER_KEY, 'sk-other-SECRET']) {
      expect(state).not.toContain(secret);
      expect(test.logged.join('\n')).not.toContain(secret);
      const found = await promisify(execFile)('grep', ['-rlaF', '--', secret, test.dataFolder]).catch(
        (error: { code?: number }) => error.code,
      );
      expect(found).toBe(1);
    }
  });
});
