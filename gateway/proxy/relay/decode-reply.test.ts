import { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../dialects/anthropic-messages/messages.ts';
import { createArraySplitter } from '../../dialects/json/array-splitter.ts';
import { callOf } from '../../dialects/call-of.ts';
import type { Operation } from '../../dialects/dialect.ts';
import { streamGenerateContent } from '../../dialects/gemini/generate.ts';
import { chat } from '../../dialects/openai-chat/chat.ts';
import { createResponse } from '../../dialects/openai-responses/create-response.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { startSimulatedProvider } from '../../simulation/simulated-provider.ts';
import { decodeReply } from './decode-reply.ts';

type Pack = (bytes: Buffer) => Buffer;
const CODECS: readonly (readonly [name: string, Pack])[] = [
  ['gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['br', zlib.brotliCompressSync],
  // Node 20 has none.
  ...('zstdCompressSync' in zlib ? [['zstd', zlib.zstdCompressSync] as const] : []),
];

const KEY = 'simulated-key';
const MESSAGES = [{ role: 'user', content: 'Grüße, 世界!' }];
/** A stream of each dialect, as its provider writes it. */
const STREAMS = [
  {
    name: 'openai-chat',
    operation: chat,
    path: '/v1/chat/completions',
    header: { authorization: `Bearer ${KEY}` },
    body: { model: 'gpt-4o-mini', messages: MESSAGES, stream: true, stream_options: { include_usage: true } },
  },
  {
    name: 'openai-responses',
    operation: createResponse,
    path: '/v1/responses',
    header: { authorization: `Bearer ${KEY}` },
    body: { model: 'gpt-5', input: 'Grüße', stream: true },
  },
  {
    name: 'anthropic-messages',
    operation: messages,
    path: '/v1/messages',
    header: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' },
    body: { model: 'claude-haiku-4-5', messages: MESSAGES, max_tokens: 100, stream: true },
  },
  {
    name: 'gemini',
    operation: streamGenerateContent,
    path: '/v1beta/models/gemini-2.5-flash:streamGenerateContent',
    header: { 'x-goog-api-key': KEY },
    body: { contents: [{ role: 'user', parts: [{ text: 'Grüße' }] }] },
  },
] as const;

const plain = new Map<string, Buffer>();
const dispatcher = new Agent();
beforeAll(async () => {
  const provider = await startSimulatedProvider({ key: KEY, script: { inputTokens: 321, outputTokens: 40 } });
  for (const { name, path, header, body } of STREAMS) {
    const reply = await request(`${provider.url}${path}`, {
      dispatcher,
      method: 'POST',
      headers: header,
      body: JSON.stringify(body),
    });
    plain.set(name, Buffer.from(await reply.body.arrayBuffer()));
  }
  await provider.stop();
});
afterAll(() => dispatcher.destroy());

const cutPlaces = fc.array(fc.nat(), { maxLength: 12 });

function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const edges = [
    0,
    ...places.map((destination) => destination % (bytes.length + 1)).toSorted((left, right) => left - right),
    bytes.length,
  ];
  return edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
}

interface Read {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

async function read(pieces: readonly Buffer[], encoding?: string): Promise<Read> {
  const { body } = decodeReply({
    body: Readable.from(pieces, { objectMode: false }),
    headers: encoding === undefined ? {} : { 'content-encoding': encoding },
  });
  const got: Buffer[] = [];
  const decoded: AsyncIterable<Buffer> = body;
  try {
    for await (const bytes of decoded) got.push(bytes);
  } catch {
    return { bytes: Buffer.concat(got), whole: false };
  }
  return { bytes: Buffer.concat(got), whole: true };
}

function usageOf(name: string, bytes: Buffer): TokenUsage | undefined {
  const found = STREAMS.find((stream) => stream.name === name);
  const operation: Operation | undefined = found?.operation;
  const framing = name === 'gemini' ? 'array' : 'events';
  const ask = operation?.readAsk({ ...callOf(found?.body ?? {}, 100), params: { model: 'gemini-2.5-flash' } });
  if (!ask || 'fault' in ask) throw new Error('no ask');
  const meter = operation?.createMeter?.(ask, framing);
  for (const { parsed } of (framing === 'array' ? createArraySplitter : createSseSplitter)(2 ** 20).push(bytes))
    if (parsed) meter?.see(parsed);
  return meter?.usage();
}

describe.each(CODECS)('a reply in %s', (codec, pack) => {
  it.each(STREAMS.map(({ name }) => name))(
    'is read as its provider wrote it, wherever it was cut: %s',
    async (name) => {
      const bytes = plain.get(name) ?? Buffer.alloc(0);
      const packed = pack(bytes);
      const usage = usageOf(name, bytes);
      expect(usage).toMatchObject({ input: 321, output: 40 });
      await fc.assert(
        fc.asyncProperty(cutPlaces, async (places) => {
          const got = await read(cut(packed, places), codec);
          expect([got.whole, got.bytes.equals(bytes)]).toEqual([true, true]);
          expect(usageOf(name, got.bytes)).toEqual(usage);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('that breaks off is not taken for a whole one, and yields what had come', async () => {
    const bytes = plain.get('openai-chat') ?? Buffer.alloc(0);
    const packed = pack(bytes);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: packed.length - 1 }), cutPlaces, async (length, places) => {
        const got = await read(cut(packed.subarray(0, length), places), codec);
        expect([got.whole, bytes.subarray(0, got.bytes.length).equals(got.bytes)]).toEqual([false, true]);
      }),
      { numRuns: 25 },
    );
  });

  it('that is plain after all passes unchanged, wherever it was cut', async () => {
    for (const text of [
      plain.get('openai-chat') ?? Buffer.alloc(0),
      Buffer.from('{"error":{"message":"Grüße, 世界"}}'),
      Buffer.from('{"a":"世界🎉Grüße"}'),
      Buffer.from(': ö\n\ndata: {}\n\n'),
      Buffer.from('[{"a":1}]'),
      Buffer.from('{}'),
      Buffer.alloc(0),
    ]) {
      await fc.assert(
        fc.asyncProperty(cutPlaces, async (places) => {
          const got = await read(cut(text, places), codec);
          expect([got.whole, got.bytes.equals(text)]).toEqual([true, true]);
        }),
        { numRuns: 10 },
      );
    }
  });
});

it('an unknown compression passes unchanged', () => {
  const body = Readable.from([Buffer.from('x')]);
  expect(decodeReply({ body, headers: { 'content-encoding': 'snappy' } })).toEqual({
    body,
    readable: false,
    encoding: 'snappy',
  });
  expect(decodeReply({ body, headers: { 'content-encoding': 'identity' } })).toEqual({
    body,
    readable: true,
    encoding: undefined,
  });
});
