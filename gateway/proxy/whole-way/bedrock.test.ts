import { setTimeout as sleep } from 'node:timers/promises';
import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  CountTokensCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { ConverseStreamOutput } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { AWS_KEY_ID, AWS_SECRET, BEDROCK_API_KEY } from '../../testing/clouds/fake-bedrock.ts';
import { startCloudGateway } from '../../testing/clouds/start-cloud-gateway.ts';
import type { CloudGateway } from '../../testing/clouds/start-cloud-gateway.ts';
import { leaveEarly } from '../../testing/leave-early.ts';
import { rawRequest } from '../../testing/raw-request.ts';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const CACHED = { input: 30, cacheRead: 400, cacheWrite: 50, cacheWriteHour: 70, output: 25 };

let test: CloudGateway;
beforeEach(async () => void (test = await startCloudGateway()));
afterEach(() => test.stop());

/** The sub-key as a Bedrock API key, or as an access key id whose secret is anything. */
const client = (key: string, way: 'bearer' | 'signed' = 'bearer', endpoint = test.bedrockUrl): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint,
    maxAttempts: 1,
    ...(way === 'bearer'
      ? { token: { token: key }, authSchemePreference: ['httpBearerAuth'] }
      : { credentials: { accessKeyId: key, secretAccessKey: 'anything' } }),
  });
const claude = (apiKey: string): AnthropicBedrock =>
  new AnthropicBedrock({ apiKey, baseURL: test.bedrockUrl, maxRetries: 0, logLevel: 'off' });

const asked = (modelId: string, maxTokens = 200) => ({
  modelId,
  messages: [{ role: 'user' as const, content: [{ text: 'How much is it?' }] }],
  inferenceConfig: { maxTokens },
});
const message = (model = SONNET) => ({
  model,
  max_tokens: 200,
  messages: [{ role: 'user' as const, content: 'How much is it?' }],
});

async function readAll(stream: AsyncIterable<ConverseStreamOutput> | undefined) {
  const events: ConverseStreamOutput[] = [];
  for await (const event of stream ?? []) events.push(event);
  return events;
}

async function expectBilled(count = 1): Promise<void> {
  const rows = await test.settled(count);
  expect(rows).toMatchObject(rows.map(() => ({ certainty: 'exact', basis: 'usage', outcome: 'served' })));
  expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.bedrock.bill());
  expect(test.bedrock.bill()).toBeGreaterThan(0);
}

describe.each(['bearer', 'signed'] as const)('Converse with the SDK of AWS, the sub-key %s', (way) => {
  it.each([
    SONNET,
    'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'jp.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'anthropic.claude-3-5-haiku-20241022-v1:0',
    'amazon.nova-lite-v1:0',
    'us.amazon.nova-pro-v1:0',
    'us.meta.llama3-3-70b-instruct-v1:0',
    `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${SONNET}`,
  ])('costs what it is billed, plain and in a stream: %s', async (model) => {
    const { key } = await test.issue('5/day');
    test.bedrock.setTurn(model.includes('llama') ? {} : CACHED);
    const whole = await client(key, way).send(new ConverseCommand(asked(model)));
    expect(whole.output?.message?.content?.[0]?.text).toMatch(/\+1$/);
    const { stream } = await client(key, way).send(new ConverseStreamCommand(asked(model)));
    const events = await readAll(stream);
    expect(events.at(-1)?.metadata?.usage?.outputTokens).toBe(whole.usage?.outputTokens);
    await expectBilled(2);
  });
});

describe('Claude with the SDK of Anthropic', () => {
  it('costs what it is billed, plain and in a stream', async () => {
    const { key } = await test.issue('5/day');
    test.bedrock.setTurn(CACHED);
    const whole = await claude(key).messages.create(message());
    expect(whole.usage.output_tokens).toBe(25);
    const streamed = await claude(key).messages.stream(message()).finalMessage();
    expect(streamed.content).toEqual(whole.content);
    await expectBilled(2);
  });

  it('works with the sub-key as an access key id, too', async () => {
    const { key } = await test.issue('5/day');
    const signed = new AnthropicBedrock({
      apiKey: null,
      awsAccessKey: key,
      awsSecretKey: 'anything',
      awsRegion: 'eu-west-1',
      baseURL: test.bedrockUrl,
      maxRetries: 0,
    });
    await signed.messages.create(message());
    await expectBilled();
  });

  it('gets a sentence when its cap is used up', async () => {
    const { key } = await test.issue('0.000001/day');
    await expect(claude(key).messages.create(message())).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('of its $0.00'),
    });
    const refused = client(key).send(new ConverseCommand(asked(SONNET)));
    await expect(refused).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(client(key).send(new ConverseStreamCommand(asked(SONNET)))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(test.bedrock.bill()).toBe(0);
  });
});

describe('a stream', () => {
  it('that its client leaves is read to its end, which Amazon bills', async () => {
    const { key } = await test.issue('5/day');
    test.bedrock.setTurn({ output: 60, tokenMs: 5 });
    const { modelId: _model, ...body } = asked(SONNET);
    const url = `${test.bedrockUrl}/model/${encodeURIComponent(SONNET)}/converse-stream`;
    await leaveEarly(url, { authorization: `Bearer ${key}` }, body, { afterBytes: 500 });
    expect(test.bedrock.running).toBe(1);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'client-gone', certainty: 'exact', outputTokens: 60 });
    expect(row?.cost).toBe(test.bedrock.bill());
  });

  it.each(['converse', 'invoke'])('that is revoked ends with the reason, between two frames: %s', async (form) => {
    const { key, id } = await test.issue('5/day');
    test.bedrock.setTurn({ output: 100, tokenMs: 10 });
    const running =
      form === 'invoke'
        ? claude(key).messages.stream(message()).finalMessage()
        : client(key)
            .send(new ConverseStreamCommand(asked(SONNET)))
            .then(({ stream }) => readAll(stream));
    const ended = expect(running).rejects.toThrow('revoked');
    await expect.poll(() => test.bedrock.running).toBe(1);
    await sleep(100);
    const { cutRequests, cutMs } = await test.client.gateway.keys.revoke({ id });
    expect(cutRequests).toBe(1);
    expect(cutMs).toBeLessThan(500);
    await ended;
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'cut' });
    expect(row?.cost).toBeGreaterThanOrEqual(test.bedrock.bill());
  });

  it('never passes a cap: what it may make is held, and its limit is lowered', async () => {
    const { key } = await test.issue('0.02/day');
    test.bedrock.setTurn({ output: 4_000 });
    const { modelId, messages } = asked(SONNET);
    const { stream } = await client(key).send(new ConverseStreamCommand({ modelId, messages }));
    await readAll(stream);
    const [row] = await test.settled(1);
    expect(row?.cost).toBe(test.bedrock.bill());
    expect(test.bedrock.bill()).toBeLessThanOrEqual(20_000_000);
    // What the bound of the input leaves goes to the answer.
    expect(test.bedrock.bill()).toBeGreaterThan(15_000_000);
  });
});

describe('what goes to Amazon', () => {
  it('is signed for the region of the host, whatever the client said about itself', async () => {
    const { key } = await test.issue('5/day');
    await test.client.gateway.providers.add({
      kind: 'bedrock',
      name: providerNameSchema.parse('tokyo'),
      baseUrl: 'https://bedrock-runtime.ap-northeast-1.amazonaws.com',
      key: `${AWS_KEY_ID}:${AWS_SECRET}`,
    });
    await client(key, 'signed', `${test.gateway.url}/tokyo`).send(new ConverseCommand(asked(SONNET)));
    expect(test.bedrock.paths.at(-1)).toMatch(/^bedrock-runtime\.ap-northeast-1\.amazonaws\.com /);
    await expectBilled();
  });

  it('has the API key that was stored, where it is one', async () => {
    const { key } = await test.issue('5/day');
    const name = providerNameSchema.parse('by-key');
    await test.client.gateway.providers.add({ kind: 'bedrock', name, key: BEDROCK_API_KEY });
    await client(key, 'signed', `${test.gateway.url}/by-key`).send(new ConverseCommand(asked(SONNET)));
    await expectBilled();
  });

  it('is nothing, and says so, where the login of a profile is gone', async () => {
    const { key } = await test.issue('5/day');
    const name = providerNameSchema.parse('lost');
    const lost = { kind: 'bedrock', name, key: 'profile:nobody-has-this' } as const;
    await expect(test.client.gateway.providers.add(lost)).rejects.toThrow('aws sso login --profile nobody-has-this');
    await test.client.gateway.providers.add({ ...lost, unchecked: true });
    const reply = client(key, 'bearer', `${test.gateway.url}/lost`).send(new ConverseCommand(asked(SONNET)));
    await expect(reply).rejects.toThrow('aws sso login --profile nobody-has-this');
    expect(await test.settled(1)).toMatchObject([{ cost: 0 }]);
  });

  it('is refused when it is added with a wrong pair', async () => {
    const name = providerNameSchema.parse('wrong');
    const wrong = { kind: 'bedrock', name, key: `${AWS_KEY_ID}:${'x'.repeat(40)}` } as const;
    await expect(test.client.gateway.providers.add(wrong)).rejects.toMatchObject({ code: 'KEY_REFUSED' });
  });
});

describe('what cannot be bounded', () => {
  it.each<readonly [what: string, more: object, why: string]>([
    ['a guardrail', { guardrailConfig: { guardrailIdentifier: 'g', guardrailVersion: '1' } }, 'guardrail'],
    ['a tool of Amazon', { toolConfig: { tools: [{ systemTool: { name: 'nova_grounding' } }] } }, 'billed by the call'],
    ['a second limit', { additionalModelRequestFields: { max_tokens: 9_000 } }, 'second limit'],
    [
      'a profile of the customer',
      { modelId: `arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1` },
      'price',
    ],
    ['a faster tier', { serviceTier: { type: 'priority' } }, 'tier'],
  ])('%s', async (_what, more, why) => {
    const { key } = await test.issue('5/day');
    const refused = client(key).send(new ConverseCommand({ ...asked(SONNET), ...more }));
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining(why),
      name: 'AccessDeniedException',
    });
    expect(test.bedrock.bill()).toBe(0);
  });

  it('a body of a vendor that only this vendor defines', async () => {
    const { key } = await test.issue('5/day');
    const body = JSON.stringify({ prompt: 'Hi', max_gen_len: 10 });
    const refused = client(key).send(new InvokeModelCommand({ modelId: 'us.meta.llama3-3-70b-instruct-v1:0', body }));
    await expect(refused).rejects.toThrow('Send it with Converse');
  });
});

it('counting is free, and the lists come from the control plane', async () => {
  const { key } = await test.issue('5/day');
  const { inputTokens } = await client(key).send(
    new CountTokensCommand({ modelId: SONNET, input: { converse: { messages: asked(SONNET).messages } } }),
  );
  expect(inputTokens).toBe(40);
  const list = await rawRequest(`${test.bedrockUrl}/foundation-models`, {
    method: 'GET',
    headers: { authorization: `Bearer ${key}` },
  });
  expect(list.status).toBe(200);
  expect(test.bedrock.paths.at(-1)).toBe('bedrock.us-east-1.amazonaws.com /foundation-models');
  expect(test.bedrock.bill()).toBe(0);
});

it('a path that climbs out of the name of a model leads nowhere', async () => {
  const { key } = await test.issue('5/day');
  const headers = { authorization: `Bearer ${key}` };
  for (const id of ['..%2F..%2Fx', 'arn:aws:x%2F..%2Fy', 'a%2Fb', 'a%252Fb', 'a%00b']) {
    const { status } = await rawRequest(`${test.bedrockUrl}/model/${id}/converse`, { headers, body: '{}' });
    expect([id, status]).toEqual([id, 404]);
  }
});
