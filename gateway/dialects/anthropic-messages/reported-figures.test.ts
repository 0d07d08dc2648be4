import { describe, expect, it } from 'vitest';
import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject, StreamMeter } from '../dialect.ts';
import { createAnthropicMeter } from './meter.ts';
import { readReply } from './read-reply.ts';

const run = (...events: readonly JsonObject[]): StreamMeter => {
  const meter = createAnthropicMeter();
  for (const event of events) meter.see({ event: String(event['type']), data: JSON.stringify(event) });
  return meter;
};
const start = (usage: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'message_start',
  message: { id: 'msg_1', content: [], usage, ...more },
});
const text = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello' } };
const end = (usage: JsonObject, stop_reason = 'end_turn'): JsonObject => ({
  type: 'message_delta',
  delta: { stop_reason },
  usage,
});
const plain = (usage: JsonObject, more: JsonObject = {}): TokenUsage | undefined =>
  readReply(
    { model: 'claude-sonnet-5', content: [{ type: 'text', text: 'Hello' }], usage, ...more },
    { cacheWrites: 'short' },
  );

describe('an input of 0', () => {
  it('at the beginning of a stream is no report', () => {
    expect(run(start({ input_tokens: 0, output_tokens: 0 }), text).inputSoFar()).toBeUndefined();
    expect(
      run(
        start({ input_tokens: 0, cache_read_input_tokens: 0, cache_creation_input_tokens: 0, output_tokens: 0 }),
        text,
      ).inputSoFar(),
    ).toBeUndefined();
    // All of it was in the cache: that is a report.
    expect(run(start({ input_tokens: 0, cache_read_input_tokens: 800, output_tokens: 0 })).inputSoFar()).toMatchObject({
      input: 800,
      cacheRead: 800,
    });
  });

  it('is made good by the end', () => {
    expect(
      run(start({ input_tokens: 0, output_tokens: 0 }), text, end({ input_tokens: 25_000, output_tokens: 9 })).usage(),
    ).toEqual({ input: 25_000, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 9 });
  });

  it('is marked where nothing else was said', () => {
    expect(plain({ input_tokens: 0, output_tokens: 5 })).toMatchObject({ input: 0, output: 5, suspect: 'zero-input' });
    expect(plain({ input_tokens: 0, output_tokens: 0 })?.suspect).toBe('zero-input');
    expect(run(start({ input_tokens: 0, output_tokens: 0 }), text, end({ output_tokens: 5 })).usage()?.suspect).toBe(
      'zero-input',
    );
  });
});

describe('an output of 0', () => {
  it('is marked where something was written', () => {
    expect(plain({ input_tokens: 10, output_tokens: 0 })?.suspect).toBe('zero-output');
    expect(run(start({ input_tokens: 10, output_tokens: 0 }), text, end({ output_tokens: 0 })).usage()?.suspect).toBe(
      'zero-output',
    );
    // A request that only warms the cache writes nothing.
    expect(
      plain({ input_tokens: 10, cache_creation_input_tokens: 900, output_tokens: 0 }, { content: [] }),
    ).not.toHaveProperty('suspect');
  });
});

describe('figures within a stream', () => {
  const after = (usage: JsonObject, ...later: readonly JsonObject[]): TokenUsage | undefined =>
    run(start(usage), text, ...later.map((one) => end(one))).usage();
  it('only grow', () => {
    expect(after({ input_tokens: 500, output_tokens: 1 }, { input_tokens: 0, output_tokens: 10 })).toMatchObject({
      input: 500,
      output: 10,
    });
    expect(after({ input_tokens: 500, output_tokens: 1 }, { output_tokens: 40 }, { output_tokens: 0 })).toMatchObject({
      input: 500,
      output: 40,
    });
    expect(
      after(
        { input_tokens: 20, cache_read_input_tokens: 300, cache_creation_input_tokens: 90, output_tokens: 1 },
        { input_tokens: 0, cache_read_input_tokens: 0, cache_creation_input_tokens: 0, output_tokens: 7 },
      ),
    ).toMatchObject({ input: 410, cacheRead: 300, cacheWrite: 90, output: 7 });
    expect(
      after(
        { input_tokens: 10, output_tokens: 1, server_tool_use: { web_search_requests: 2 } },
        { output_tokens: 7, server_tool_use: { web_search_requests: 0 } },
      )?.parts,
    ).toEqual({ webSearches: 2 });
  });

  it('that are less than before, and not nothing, are marked', () => {
    expect(after({ input_tokens: 500, output_tokens: 1 }, { input_tokens: 300, output_tokens: 10 })).toMatchObject({
      input: 500,
      suspect: 'shrunk',
    });
    expect(after({ input_tokens: 500, output_tokens: 1 }, { input_tokens: 0, output_tokens: 10 })).not.toHaveProperty(
      'suspect',
    );
  });

  it('are told anew where the later ones are no smaller as a whole', () => {
    // The beginning did not know yet what was in the cache.
    expect(
      after(
        { input_tokens: 500, output_tokens: 1 },
        { input_tokens: 100, cache_read_input_tokens: 400, output_tokens: 10 },
      ),
    ).toMatchObject({ input: 500, cacheRead: 400 });
    expect(after({ input_tokens: 500, output_tokens: 1 }, { input_tokens: 9_000, output_tokens: 10 })).toMatchObject({
      input: 9_000,
    });
  });

  it('that leave the lifetime of what was written out count as what was asked for', () => {
    const meter = createAnthropicMeter({ cacheWrites: 'hour' });
    for (const event of [
      start({
        input_tokens: 5,
        cache_creation_input_tokens: 100,
        output_tokens: 1,
        cache_creation: { ephemeral_1h_input_tokens: 100, ephemeral_5m_input_tokens: 0 },
      }),
      end({ cache_creation_input_tokens: 700, output_tokens: 9 }),
    ]) {
      meter.see({ event: 'x', data: JSON.stringify(event) });
    }
    expect(meter.usage()).toMatchObject({ cacheWrite: 700, cacheWriteHour: 700 });
  });
});

describe('the model that served', () => {
  it('is what the reply says', () => {
    expect(plain({ input_tokens: 1, output_tokens: 1 })?.model).toBe('claude-sonnet-5');
    const meter = run(start({ input_tokens: 10, output_tokens: 1 }, { model: 'claude-opus-5-20260701' }), text);
    expect(meter.inputSoFar()?.model).toBe('claude-opus-5-20260701');
    meter.see({ event: 'x', data: JSON.stringify(end({ output_tokens: 4 })) });
    expect(meter.usage()?.model).toBe('claude-opus-5-20260701');
  });
  it.each([undefined, 5, '', 'a b', '\u001b[2J'])('is none where the reply says %j', (model) => {
    expect(plain({ input_tokens: 1, output_tokens: 1 }, { model })).not.toHaveProperty('model');
  });
});

describe('a request that the safety check declined', () => {
  const refusal = { stop_reason: 'refusal', content: [] };
  it('before anything was written is not billed', () => {
    const nothing = { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 };
    expect(plain({ input_tokens: 412, output_tokens: 0 }, { ...refusal, model: 'claude-fable-5' })).toEqual({
      ...nothing,
      model: 'claude-fable-5',
    });
    expect(
      run(
        start({ input_tokens: 412, output_tokens: 0 }, { model: 'claude-opus-5-5' }),
        end({ output_tokens: 0 }, 'refusal'),
      ).usage(),
    ).toEqual({ ...nothing, model: 'claude-opus-5-5' });
  });
  it('in the middle is billed as it stands, and so is one of a model without such a rule', () => {
    expect(plain({ input_tokens: 412, output_tokens: 30 }, { ...refusal, model: 'claude-fable-5' })).toMatchObject({
      input: 412,
      output: 30,
    });
    expect(
      plain({ input_tokens: 412, output_tokens: 0 }, { stop_reason: 'refusal', model: 'claude-fable-5' }),
    ).toMatchObject({ input: 412 });
    expect(
      run(
        start({ input_tokens: 412, output_tokens: 0 }, { model: 'claude-fable-5' }),
        { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
        end({ output_tokens: 0 }, 'refusal'),
      ).usage(),
    ).toMatchObject({ input: 412 });
    expect(plain({ input_tokens: 412, output_tokens: 0 }, { ...refusal, model: 'claude-sonnet-4-5' })).toMatchObject({
      input: 412,
    });
  });
});
