import { describe, expect, it } from 'vitest';
import { createAnthropicMeter } from '../anthropic-messages/meter.ts';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject, Operation, StreamMeter } from '../dialect.ts';
import { createGeminiMeter } from '../gemini/meter.ts';
import { chat, readChatUsage } from '../openai-chat/chat.ts';
import { createDoneMeter } from '../openai-chat/media/done-meter.ts';
import { createOpenAiMeter } from '../openai-chat/meter.ts';
import { createResponse } from '../openai-responses/create-response.ts';
import { createResponsesMeter } from '../openai-responses/meter.ts';
import { createVisibleCount } from './visible-count.ts';

function ask({ readAsk }: Operation, body: JsonObject): Ask {
  const result = readAsk(callOf({ model: 'm', stream: true, ...body }, 100));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

function fed(meter: StreamMeter, events: readonly JsonObject[]): StreamMeter {
  for (const event of events) meter.see({ event: 'message', data: JSON.stringify(event) });
  return meter;
}

const METERS: Readonly<Record<string, () => StreamMeter>> = {
  chat: () => createOpenAiMeter(ask(chat, { messages: [] }), readChatUsage),
  responses: () => createResponsesMeter(ask(createResponse, { input: 'x' })),
  anthropic: () => createAnthropicMeter(),
  gemini: () => createGeminiMeter(ask(chat, { messages: [] }), 'events'),
  transcripts: () => createDoneMeter({ done: 'transcript.text.done', answers: 1, readUsage: () => undefined }),
};

/** A piece of text, as each protocol sends it. */
const TEXT: Readonly<Record<string, (text: string) => JsonObject>> = {
  chat: (content) => ({ choices: [{ index: 0, delta: { content } }] }),
  responses: (delta) => ({ type: 'response.output_text.delta', output_index: 0, delta }),
  anthropic: (text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  gemini: (text) => ({ candidates: [{ content: { parts: [{ text }] } }] }),
  transcripts: (delta) => ({ type: 'transcript.text.delta', delta }),
};

/** Three calls of tools without arguments. */
const CALLS: Readonly<Record<string, readonly JsonObject[]>> = {
  chat: [0, 1, 2]
    .map((index) => ({ index, id: `call_${index}`, function: { name: 'f', arguments: '' } }))
    .map((call) => ({ choices: [{ index: 0, delta: { tool_calls: [call] } }] })),
  responses: [0, 1, 2].flatMap((index) =>
    ['response.output_item.added', 'response.output_item.done'].map((type) => ({
      type,
      output_index: index,
      item: { type: 'function_call', name: 'f' },
    })),
  ),
  anthropic: [0, 1, 2].map((index) => ({
    type: 'content_block_start',
    index,
    content_block: { type: 'tool_use', name: 'f', input: {} },
  })),
  gemini: [{ candidates: [{ content: { parts: [1, 2, 3].map(() => ({ functionCall: { name: 'f', args: {} } })) } }] }],
};

describe('what a stream has visibly made', () => {
  it.each(Object.keys(METERS))('is nothing at first, and at least a token an event: %s', (name) => {
    const meter = METERS[name]?.();
    if (!meter) throw new Error(name);
    expect(meter.estimateVisible()).toBe(0);
    fed(
      meter,
      Array.from({ length: 200 }, () => TEXT[name]?.('a') ?? {}),
    );
    expect(meter.estimateVisible()).toBeGreaterThanOrEqual(200);
    expect(meter.estimateVisible()).toBeGreaterThanOrEqual(meter.outputEvents());
  });

  it.each(Object.keys(METERS))('is half of the bytes of words: %s', (name) => {
    const words = 'the quick brown fox jumps over the lazy dog ';
    const meter = METERS[name]?.();
    if (!meter) throw new Error(name);
    fed(
      meter,
      Array.from({ length: 50 }, () => TEXT[name]?.(words) ?? {}),
    );
    expect(meter.estimateVisible()).toBeGreaterThanOrEqual((50 * words.length) / 2);
    expect(meter.estimateVisible()).toBeLessThan((50 * words.length) / 1.6);
    expect(meter.outputBytes()).toBeGreaterThanOrEqual(50 * words.length);
  });

  it.each(Object.entries(CALLS))('has 64 tokens for each call: %s', (name, events) => {
    const meter = METERS[name]?.();
    if (!meter) throw new Error(name);
    fed(meter, events);
    expect(meter.estimateVisible()).toBeGreaterThanOrEqual(3 * 64);
    expect(meter.estimateVisible()).toBeLessThan(4 * 64);
  });

  it('counts a call once, however many pieces it comes in', () => {
    const piece = (more: JsonObject) => ({ choices: [{ index: 0, delta: { tool_calls: [{ index: 0, ...more }] } }] });
    const meter = fed(createOpenAiMeter(ask(chat, { messages: [] }), readChatUsage), [
      piece({ id: 'a', function: { name: 'f', arguments: '' } }),
      piece({ function: { arguments: '{"a"' } }),
      piece({ function: { arguments: ':1}' } }),
    ]);
    expect(meter.outputBytes()).toBe(64 + 1 + 4 + 3);
    expect(meter.estimateVisible()).toBeLessThan(2 * 64);
  });

  it('does not count what nobody generates: signatures', () => {
    const meter = createGeminiMeter(ask(chat, { messages: [] }), 'events');
    fed(meter, [{ candidates: [{ content: { parts: [{ text: 'Hi', thoughtSignature: 'A'.repeat(10_000) }] } }] }]);
    expect(meter.estimateVisible()).toBeLessThan(30);
  });

  it('takes nothing for nothing', () => {
    const count = createVisibleCount();
    count.see([]);
    count.see(['', '']);
    expect(count.tokens()).toBe(0);
  });
});
