import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import * as zlib from 'node:zlib';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPacker } from '../../simulation/packer.ts';
import { ENCODINGS } from '../../simulation/script.ts';
import { addGemini } from '../../testing/gemini-client.ts';
import type { GeminiClient } from '../../testing/gemini-client.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { PROVIDER_KEY, startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

/** The encodings that this Node can compress. */
const CODECS = ENCODINGS.filter((encoding) => encoding !== 'zstd' || 'createZstdCompress' in zlib);
const MESSAGES = [{ role: 'user' as const, content: 'Grüße, 世界!' }];

let test: TestGateway;
let gemini: GeminiClient;
let key: string;
beforeEach(async () => {
  test = await startTestGateway();
  gemini = await addGemini(test);
  ({ key } = await test.issue('5/day'));
});
afterEach(() => test.stop());

/** Sends one request in every protocol, with its official SDK. */
async function askAll(stream: boolean): Promise<readonly unknown[]> {
  const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
  const anthropic = new Anthropic({ baseURL: test.anthropicUrl, apiKey: key, maxRetries: 0 });
  const chat = { model: 'gpt-4o-mini', messages: MESSAGES };
  const message = { model: 'claude-haiku-4-5', messages: MESSAGES, max_tokens: 100 };
  const asked = { model: 'gpt-5', input: 'Grüße' };
  if (!stream)
    return [
      await openai.chat.completions.create(chat),
      await openai.responses.create(asked),
      await anthropic.messages.create(message),
      await gemini.sdk(key).models.generateContent({ model: 'gemini-2.5-flash', contents: 'Grüße' }),
    ];
  return [
    await openai.chat.completions.stream(chat).finalContent(),
    await openai.responses.stream(asked).finalResponse(),
    await anthropic.messages.stream(message).finalText(),
    await gemini.readAll(key),
    (await gemini.rawStream(key)).body.toString(),
  ];
}

describe.each(CODECS)('a provider that compresses with %s although it was asked not to', (encoding) => {
  it.each([false, true])('is read by every SDK, and billed to the nano-dollar (stream: %s)', async (stream) => {
    test.provider.setScript({ inputTokens: 321, outputTokens: 40, splitBytes: true, encoding });
    const answers = await askAll(stream);
    for (const answer of answers) expect(JSON.stringify(answer)).toContain('支付');
    const rows = await test.settled(answers.length);
    expect(
      rows.map(({ outcome, certainty, inputTokens, outputTokens }) => [outcome, certainty, inputTokens, outputTokens]),
    ).toEqual(rows.map(() => ['served', 'exact', 321, 40]));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
    expect(new Set(test.provider.requests.map(({ headers }) => headers['accept-encoding']))).toEqual(
      new Set(['identity']),
    );
  });

  it('or only says so: the reply passes unchanged', async () => {
    test.provider.setScript({
      inputTokens: 321,
      outputTokens: 40,
      splitBytes: true,
      encoding,
      liesAboutEncoding: true,
    });
    const answers = await askAll(true);
    const rows = await test.settled(answers.length);
    expect(rows.map(({ certainty }) => certainty)).toEqual(rows.map(() => 'exact'));
    expect(rows.reduce((sum, { cost }) => sum + cost, 0)).toBe(test.provider.bill());
  });
});

describe('a compressed stream that breaks off', () => {
  let server: Server;
  afterEach(() => server.close());

  const CHUNKS = ['one', 'two', 'three'].map(
    (content) =>
      'data: ' +
      JSON.stringify({
        id: 'c',
        object: 'chat.completion.chunk',
        choices: [{ index: 0, delta: { content }, finish_reason: null }],
      }) +
      '\n\n',
  );

  it.each(CODECS)('is settled as unfinished, and its client does not see an end: %s', async (encoding) => {
    const packer = createPacker(encoding);
    const packed: Buffer[] = [];
    for (const chunk of CHUNKS) packed.push(await packer.pack(Buffer.from(chunk)));
    // The reply itself ends properly, but its compressed content does not.
    server = createServer((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': encoding })
        .end(Buffer.concat(packed)),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: 'torn',
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      key: PROVIDER_KEY,
      unchecked: true,
    });
    const { key: own } = await test.issue('1/day');
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 100, stream: true });
    await expect(
      rawRequest(`${test.gateway.url}/torn/v1/chat/completions`, {
        headers: { authorization: `Bearer ${own}` },
        body,
      }),
    ).rejects.toMatchObject({ code: 'ECONNRESET' });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'provider-error', certainty: 'estimated' });
    expect(row?.outputTokens).toBeGreaterThanOrEqual(CHUNKS.length);
  });
});
