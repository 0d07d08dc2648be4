import { setTimeout as sleep } from 'node:timers/promises';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { GoogleGenAI } from '@google/genai';
import { OAuth2Client } from 'google-auth-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startCloudGateway } from '../../testing/clouds/start-cloud-gateway.ts';
import type { CloudGateway } from '../../testing/clouds/start-cloud-gateway.ts';
import { rawRequest } from '../../testing/raw-request.ts';

const SONNET = 'claude-sonnet-4-5@20250929';
const FLASH = 'gemini-2.5-flash';
const PROJECT = 'my-project';
const CACHED = { input: 30, cacheRead: 400, cacheWrite: 50, cacheWriteHour: 70, output: 25 };
const ASKED = { max_tokens: 200, messages: [{ role: 'user' as const, content: 'How much is it?' }] };

let test: CloudGateway;
beforeEach(async () => void (test = await startCloudGateway()));
afterEach(() => test.stop());

type ClaudeLogin = NonNullable<NonNullable<ConstructorParameters<typeof AnthropicVertex>[0]>['authClient']>;
type GoogleOptions = NonNullable<ConstructorParameters<typeof GoogleGenAI>[0]>;
type GeminiLogin = NonNullable<NonNullable<GoogleOptions['googleAuthOptions']>['authClient']>;

/** A login that is the sub-key: what the SDKs would send as a token of Google's. Each has a copy of its class. */
function loginWith<Login>(key: string, isOne: (login: unknown) => login is Login): Login {
  const login: unknown = Object.assign(new OAuth2Client(), { credentials: { access_token: key } });
  if (!isOne(login)) throw new Error('the SDK takes no such login');
  return login;
}
const isClaudeLogin = (login: unknown): login is ClaudeLogin => login instanceof OAuth2Client;
const isGeminiLogin = (login: unknown): login is GeminiLogin => login instanceof OAuth2Client;

const claude = (key: string, region = 'global'): AnthropicVertex =>
  new AnthropicVertex({
    baseURL: `${test.vertexUrl}/v1`,
    region,
    projectId: PROJECT,
    authClient: loginWith(key, isClaudeLogin),
    maxRetries: 0,
  });
const gemini = (key: string, location = 'global'): GoogleGenAI =>
  new GoogleGenAI({
    vertexai: true,
    project: PROJECT,
    location,
    googleAuthOptions: { authClient: loginWith(key, isGeminiLogin) },
    httpOptions: { baseUrl: test.vertexUrl },
  });

async function expectBilled(count = 1): Promise<void> {
  const rows = await test.settled(count);
  expect(rows).toMatchObject(rows.map(() => ({ certainty: 'exact', basis: 'usage', outcome: 'served' })));
  expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.vertex.bill());
  expect(test.vertex.bill()).toBeGreaterThan(0);
}

describe.each(['global', 'us-east5', 'eu'])('at %s', (location) => {
  const HOST = {
    global: 'aiplatform.googleapis.com',
    'us-east5': 'us-east5-aiplatform.googleapis.com',
    eu: 'aiplatform.eu.rep.googleapis.com',
  }[location];

  it('Claude costs what it is billed, plain and in a stream', async () => {
    const { key } = await test.issue('5/day');
    test.vertex.setTurn(CACHED);
    const whole = await claude(key, location).messages.create({ model: SONNET, ...ASKED });
    expect(whole.usage.output_tokens).toBe(25);
    const streamed = await claude(key, location)
      .messages.stream({ model: SONNET, ...ASKED })
      .finalMessage();
    expect(streamed.content).toEqual(whole.content);
    await expectBilled(2);
    expect(test.vertex.paths.at(-1)).toContain(`${HOST} /v1/projects/${PROJECT}/locations/${location}/`);
  });

  it('Gemini costs what it is billed, plain and in a stream', async () => {
    const { key } = await test.issue('5/day');
    test.vertex.setTurn({ cacheRead: 400, output: 25 });
    const ask = { model: FLASH, contents: 'How much is it?', config: { maxOutputTokens: 200 } };
    const whole = await gemini(key, location).models.generateContent(ask);
    let text = '';
    for await (const piece of await gemini(key, location).models.generateContentStream(ask)) text += piece.text ?? '';
    expect(text).toBe(whole.text);
    await expectBilled(2);
    expect(test.vertex.paths.at(-1)).toContain(`${HOST} /v1beta1/projects/${PROJECT}/locations/${location}/`);
  });
});

describe('the token of Google', () => {
  it('is fetched once, with the key of the service account, and comes back nowhere', async () => {
    const { key } = await test.issue('5/day');
    for (let time = 0; time < 3; time += 1) await claude(key).messages.create({ model: SONNET, ...ASKED });
    // Once when the provider was added and checked, and once is enough.
    expect(test.vertex.tokens).toBe(1);
    expect(test.logged.join('\n')).not.toContain('CANARY');
  });

  it('that a deleted account does not get is explained, and costs nothing', async () => {
    const { key } = await test.issue('5/day');
    const name = providerNameSchema.parse('gone');
    const other = JSON.stringify({
      type: 'service_account',
      client_email: 'a@b.iam.gserviceaccount.com',
      private_key: 'x',
    });
    const gone = { kind: 'vertex', name, key: other } as const;
    await expect(test.client.gateway.providers.add(gone)).rejects.toMatchObject({ code: 'KEY_REFUSED' });
    await test.client.gateway.providers.add({ ...gone, unchecked: true });
    const home = `${test.gateway.url}/gone/v1/projects/p/locations/global/publishers/google`;
    const url = `${home}/models/${FLASH}:generateContent`;
    const body = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] });
    const { status, body: reply } = await rawRequest(url, { headers: { 'x-goog-api-key': key }, body });
    expect([status, reply.toString()]).toEqual([502, expect.stringContaining('gave no token')]);
    expect(await test.settled(1)).toMatchObject([{ cost: 0 }]);
  });
});

it('a stream that is revoked ends with the reason', async () => {
  const { key, id } = await test.issue('5/day');
  test.vertex.setTurn({ output: 100, tokenMs: 10 });
  const running = claude(key)
    .messages.stream({ model: SONNET, ...ASKED })
    .finalMessage();
  const ended = expect(running).rejects.toThrow('revoked');
  await expect.poll(() => test.vertex.running).toBe(1);
  await sleep(100);
  expect(await test.client.gateway.keys.revoke({ id })).toMatchObject({ cutRequests: 1 });
  await ended;
  const [row] = await test.settled(1);
  expect(row?.cost).toBeGreaterThanOrEqual(test.vertex.bill());
});

it('counting is free', async () => {
  const { key } = await test.issue('5/day');
  expect(await claude(key).messages.countTokens({ model: SONNET, messages: ASKED.messages })).toEqual({
    input_tokens: 40,
  });
  expect(await gemini(key).models.countTokens({ model: FLASH, contents: 'Hi' })).toMatchObject({ totalTokens: 40 });
  expect(test.vertex.bill()).toBe(0);
});

it('a place that is none leads to no other host', async () => {
  const { key } = await test.issue('5/day');
  const headers = { 'x-goog-api-key': key };
  const body = JSON.stringify({ contents: [] });
  for (const location of ['evil.com', 'us-east5.evil', 'x@evil', '..'])
    await rawRequest(
      `${test.vertexUrl}/v1/projects/p/locations/${location}/publishers/google/models/${FLASH}:generateContent`,
      { headers, body },
    );
  expect(test.vertex.paths.filter((path) => !/^(aiplatform\.googleapis\.com) /.test(path))).toEqual([]);
});

it('a tier that a header asks for is held before the request, and settled as the reply says', async () => {
  test.vertex.setTurn({ output: 5 });
  const path = `/v1/projects/p/locations/global/publishers/google/models/${FLASH}:generateContent`;
  const body = JSON.stringify({
    contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
    generationConfig: { maxOutputTokens: 1_000 },
  });
  // A thousand tokens cost $0.0025, and twice as much with priority.
  const { key } = await test.issue('0.004/day');
  const ask = async (tier: string) => {
    const headers = { 'x-goog-api-key': key, 'x-vertex-ai-llm-shared-request-type': tier };
    const { headers: said, status } = await rawRequest(`${test.vertexUrl}${path}`, { headers, body });
    return [status, said['x-purser-output-limit'] === undefined];
  };
  expect([await ask('flex'), await ask('priority')]).toEqual([
    [200, true],
    [200, false],
  ]);
  // The fake serves the ordinary tier, and says so: that is what it bills.
  await expectBilled(2);
});
