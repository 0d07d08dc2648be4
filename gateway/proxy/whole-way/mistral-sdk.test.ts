import { Mistral } from '@mistralai/mistralai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user' as const, content: 'Hi' }];
const USAGE = { prompt_tokens: 1_000, completion_tokens: 10, total_tokens: 1_010 };
const FRAME = { id: 'c', created: 1, model: 'mistral-large-2512' };
const REPLY = {
  ...FRAME,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
  usage: USAGE,
};

let test: TestGateway;
let server: RecordingServer;
let mistral: Mistral;
beforeEach(async () => {
  test = await startTestGateway();
  server = await startRecordingServer();
  await test.client.gateway.providers.add({
    kind: 'mistral',
    baseUrl: `${server.url}/v1`,
    key: 'real',
    unchecked: true,
  });
  const { key } = await test.issue('5/day');
  mistral = new Mistral({ apiKey: key, serverURL: `${test.gateway.url}/mistral` });
});
afterEach(async () => {
  await test.stop();
  await server.stop();
});

/** Checks the row of the one request that was made, and that it arrived at Mistral's own path. */
async function expectBilled(path: string, cost: number): Promise<void> {
  expect(server.requests.map((request) => request.path)).toEqual([path]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: 'Bearer real' });
  expect((await test.settled(1))[0]).toMatchObject({ cost, certainty: 'exact', outcome: 'served' });
}

describe('the official mistralai package', () => {
  it('chats, plain', async () => {
    server.answer(REPLY);
    const reply = await mistral.chat.complete({ model: 'mistral-large-2512', messages: MESSAGES, maxTokens: 100 });
    expect(reply.choices?.[0]?.message?.content).toBe('Hi');
    await expectBilled('/v1/chat/completions', 1_000 * 500 + 10 * 1_500);
  });

  it('chats, streaming', async () => {
    const chunk = (delta: object, finish_reason: string | null, more: object = {}): string => {
      const choices = [{ index: 0, delta, finish_reason }];
      return `data: ${JSON.stringify({ ...FRAME, object: 'chat.completion.chunk', choices, ...more })}\n\n`;
    };
    server.answer(
      chunk({ role: 'assistant', content: 'Hi' }, null) +
        chunk({ content: '' }, 'stop', { usage: USAGE }) +
        'data: [DONE]\n\n',
    );
    const stream = await mistral.chat.stream({ model: 'mistral-large-2512', messages: MESSAGES, maxTokens: 100 });
    let text = '';
    for await (const { data } of stream) text += JSON.stringify(data.choices[0]?.delta.content ?? '');
    expect(text).toBe('"Hi"""');
    await expectBilled('/v1/chat/completions', 1_000 * 500 + 10 * 1_500);
  });

  it('reads a document that a message names by its address', async () => {
    server.answer(REPLY);
    const content = [
      { type: 'text' as const, text: 'Sum it up.' },
      { type: 'document_url' as const, documentUrl: 'https://example.com/x.pdf' },
    ];
    await mistral.chat.complete({
      model: 'mistral-medium-latest',
      messages: [{ role: 'user', content }],
      maxTokens: 100,
    });
    await expectBilled('/v1/chat/completions', 1_000 * 1_500 + 10 * 7_500);
  });

  it('completes code in the middle', async () => {
    server.answer({ ...REPLY, model: 'codestral-2508' });
    await mistral.fim.complete({ model: 'codestral-latest', prompt: 'def f(', suffix: 'return x', maxTokens: 100 });
    await expectBilled('/v1/fim/completions', 1_000 * 300 + 10 * 900);
  });

  it('reads pages', async () => {
    server.answer({
      pages: [],
      model: 'mistral-ocr-4-1',
      usage_info: { pages_processed: 29, doc_size_bytes: 3_002_783 },
    });
    await mistral.ocr.process({
      model: 'mistral-ocr-latest',
      document: { type: 'document_url', documentUrl: 'https://example.com/x.pdf' },
    });
    await expectBilled('/v1/ocr', 29 * 4_000_000);
  });

  it('writes down what was said', async () => {
    server.answer({
      model: 'voxtral-mini-2602',
      text: 'Hi',
      language: 'en',
      segments: [],
      usage: { prompt_audio_seconds: 60, prompt_tokens: 4, completion_tokens: 5, total_tokens: 9 },
    });
    await mistral.audio.transcriptions.complete({
      model: 'voxtral-mini-latest',
      file: { fileName: 'x.mp3', content: new Uint8Array(4_000) },
    });
    await expectBilled('/v1/audio/transcriptions', 3_000_000);
  });

  it('embeds', async () => {
    server.answer({
      id: 'e',
      object: 'list',
      model: 'codestral-embed',
      data: [],
      usage: { ...USAGE, completion_tokens: 0 },
    });
    await mistral.embeddings.create({ model: 'codestral-embed', inputs: ['Hi'] });
    await expectBilled('/v1/embeddings', 1_000 * 150);
  });

  it('moderates, which is free', async () => {
    server.answer({ id: 'm', model: 'mistral-moderation-2603', results: [] });
    await mistral.classifiers.moderate({ model: 'mistral-moderation-latest', inputs: ['Hi'] });
    expect(server.requests.map((request) => request.path)).toEqual(['/v1/moderations']);
    expect((await test.client.gateway.usage.summary({ by: 'agent' })).total.nanodollars).toBe(0);
  });
});
