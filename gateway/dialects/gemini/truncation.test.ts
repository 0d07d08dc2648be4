import { GoogleGenAI } from '@google/genai';
import type { GenerateContentResponse } from '@google/genai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutStreams } from '../../testing/cut-streams.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import type { Ask, Framing, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { streamGenerateContent } from './generate.ts';
import { createGeminiMeter } from './meter.ts';

const MODEL = 'gemini-2.5-flash';
const usageOf = (candidatesTokenCount: number) => ({
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount, totalTokenCount: 9 + candidatesTokenCount },
});
const piece = (parts: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  candidates: [{ content: { parts, role: 'model' }, index: 0, ...more }],
  ...usageOf(5),
  modelVersion: MODEL,
  responseId: 'r1',
});
const PIECES: readonly JsonObject[] = [
  piece([{ text: 'Hm.', thought: true }]),
  piece([{ text: 'Grüße, ' }]),
  piece([{ text: '世界' }]),
  piece([{ functionCall: { name: 'write', args: { path: 'a' } } }]),
  piece([{ text: '' }], { finishReason: 'STOP' }),
];

function ask(more: JsonObject = {}): Ask {
  const read = streamGenerateContent.readAsk({ ...callOf({ contents: [], ...more }, 100), params: { model: MODEL } });
  if ('fault' in read) throw new Error(read.message);
  return read;
}
const write = (pieces: readonly JsonObject[]) => pieces.map((one) => JSON.stringify(one));

let server: RecordingServer;
let sdk: GoogleGenAI;
beforeAll(async () => {
  server = await startRecordingServer();
  sdk = new GoogleGenAI({ apiKey: 'x', httpOptions: { baseUrl: server.url } });
});
afterAll(() => server.stop());

async function readAll(text: string): Promise<readonly GenerateContentResponse[]> {
  server.answer(text);
  const pieces = [];
  for await (const one of await sdk.models.generateContentStream({ model: MODEL, contents: 'Hi' })) pieces.push(one);
  return pieces;
}

describe('a stream that is ended anywhere', () => {
  it('is an answer that was cut short, for the official SDK', async () => {
    for (const { text, events } of cutStreams(() => createGeminiMeter(ask(), 'events'), write(PIECES))) {
      const pieces = await readAll(text);
      const reasons = pieces
        .map(({ candidates }) => candidates?.[0]?.finishReason)
        .filter((reason) => reason !== undefined);
      expect([events, ...reasons]).toEqual([events, events === PIECES.length ? 'STOP' : 'MAX_TOKENS']);
      const words = pieces
        .flatMap(({ candidates }) => candidates?.[0]?.content?.parts ?? [])
        .filter(({ thought }) => thought !== true);
      expect(words.map((part) => part.text ?? '').join('')).toBe(
        ['', '', 'Grüße, ', 'Grüße, 世界'][Math.min(events, 3)],
      );
      expect(pieces.at(-1)).toMatchObject({ modelVersion: MODEL });
      expect(pieces.at(-1)?.usageMetadata?.promptTokenCount).toBe(events === 0 ? undefined : 9);
    }
  }, 30_000);

  it('ends every answer that has begun and not ended', async () => {
    const two = [
      {
        candidates: [
          { index: 0, content: { parts: [{ text: 'a' }] }, finishReason: 'STOP' },
          { index: 1, content: { parts: [{ text: 'b' }] } },
        ],
      },
    ];
    const [, cut] = cutStreams(() => createGeminiMeter({ ...ask(), choices: 2 }, 'events'), write(two));
    const pieces = await readAll(cut?.text ?? '');
    expect(pieces.at(-1)?.candidates).toMatchObject([{ index: 1, finishReason: 'MAX_TOKENS' }]);
  });

  it('ends a prompt that was blocked no other way than it did', async () => {
    const blocked = [{ promptFeedback: { blockReason: 'SAFETY' }, ...usageOf(0) }];
    const [, cut] = cutStreams(() => createGeminiMeter(ask(), 'events'), write(blocked));
    expect(await readAll(cut?.text ?? '')).toHaveLength(1);
  });
});

it.each<Framing>(['array'])('an array is whole wherever it is ended', (framing) => {
  for (let count = 0; count <= PIECES.length; count += 1) {
    const meter = createGeminiMeter(ask(), framing);
    const shown = write(PIECES.slice(0, count));
    for (const data of shown) meter.see({ event: 'item', data });
    const text = `${count === 0 ? '' : '['}${shown.join(',')}${meter.truncation()}`;
    const items: unknown = JSON.parse(text);
    expect(items).toHaveLength(count === PIECES.length ? count : count + 1);
  }
});
