import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { boundSound } from './bound-sound.ts';
import { createOpenAiMeter } from './meter.ts';
import { openAiChat } from './openai-chat.ts';
import { callOf } from '../call-of.ts';
import { chat, readChatUsage } from './chat.ts';
import { readOpenAiAsk } from './read-ask.ts';
import { readOpenAiUsage } from './read-usage.ts';

const user = { role: 'user', content: 'Say hello.' };
const body = (more: JsonObject = {}): JsonObject => ({ model: 'gpt-4o-mini', messages: [user], ...more });
const read = (json: JsonObject) => readOpenAiAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject = {}): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const fault = (more: JsonObject): string => {
  const result = read(body(more));
  return 'fault' in result ? `${result.fault}: ${result.message}` : 'none';
};

describe('what a chat request asks for', () => {
  it('is read from a plain one', () => {
    expect(ask()).toEqual({
      model: 'gpt-4o-mini', stream: false, inputBound: Buffer.byteLength(JSON.stringify(body())) + 1_000, cacheWrites: 'hour',
      outputLimit: undefined, choices: 1, smallestOutputLimit: 1, hiddenOutput: false, hideUsage: false,
    });
  });

  it.each([
    [{ max_tokens: 100 }, 100], [{ max_completion_tokens: 100 }, 100], [{ max_tokens: null, max_completion_tokens: null }, undefined],
    // Servers differ in which one they obey: the larger bounds both.
    [{ max_tokens: 50, max_completion_tokens: 100 }, 100], [{ max_tokens: 100, max_completion_tokens: null }, 100],
    [{ max_tokens: 100, n: 3 }, 300], [{ max_tokens: 100, n: null }, 100],
  ])('%j has the limit %s', (more, limit) => expect(ask(more).outputLimit).toBe(limit));

  it.each([
    { max_tokens: 0 }, { max_tokens: -1 }, { max_tokens: 1.5 }, { max_tokens: '100' }, { max_tokens: 2 ** 53 }, { max_tokens: {} }, { max_tokens: false },
    { max_completion_tokens: 1e300, max_tokens: 5 }, { n: 0 }, { n: '2' }, { n: 1.5 }, { model: '' }, { model: 5 }, { model: null }, { messages: {} },
    { messages: undefined }, { stream: 'true' }, { stream: 1 }, { stream: true, stream_options: 'all' }, { stream: true, stream_options: { include_usage: [[]] } },
  ])('%j is malformed', (more) => expect(fault(more)).toMatch(/^malformed: The .* must /));

  it.each([
    [{ tools: [{ type: 'function', function: { name: 'f' } }, { type: 'web_search_preview' }] }, 'tool "web_search_preview"'],
    [{ tools: [{ type: 'browser_search' }] }, 'tool "browser_search"'],
    // Search as xAI, OpenRouter and DashScope have it.
    [{ search_parameters: { mode: 'auto' } }, '"search_parameters"'], [{ plugins: [{ id: 'web' }] }, '"plugins"'], [{ enable_search: true }, '"enable_search"'],
    [{ model: 'perplexity/sonar-pro' }, 'as often as it likes'], [{ model: 'sonar' }, 'as often as it likes'], [{ model: 'openai/gpt-4o:online' }, 'as often as it likes'],
    [{ model: 'groq/compound-mini' }, 'as often as it likes'],
    [{ models: ['openai/gpt-4o', 'openai/o1-pro'] }, 'choose another model'], [{ modalities: ['image', 'text'] }, 'reply with pictures'],
  ])('%j has no bound', (more, part) => expect(fault(more)).toMatch(new RegExp(`^unbounded: .*${part}`)));

  it.each([
    [{ web_search_options: {} }], [{ model: 'gpt-4o-search-preview' }], [{ model: 'gpt-4o-mini-search-preview-2025-03-11' }], [{ model: 'gpt-5-search-api' }],
  ])('%j searches once, and reads what it finds', (more) => expect(ask(more)).toMatchObject({ extras: { webSearches: 1 }, inputBound: undefined }));

  it.each([
    [{ audio: { voice: 'alloy', format: 'mp3' }, modalities: ['text', 'audio'] }],
    [{ messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } }] }] }],
    [{ messages: [{ role: 'assistant', audio: { id: 'audio_1' } }] }],
  ])('%j may be billed as audio', (more) => expect(ask(more)).toMatchObject({ media: ['audio'], hiddenOutput: true }));

  it('names the service tier, whose price decides', () => {
    expect(ask({ service_tier: 'priority' }).tier).toBe('priority');
    expect(ask({ service_tier: null }).tier).toBeUndefined();
  });

  it('adds what was predicted to the output, because what is rejected of it is billed', () => {
    expect(ask({ max_tokens: 100, prediction: { type: 'content', content: 'héllo' } }).outputLimit).toBe(106);
    expect(ask({ max_tokens: 100, prediction: { type: 'content', content: [{ type: 'text', text: 'abc' }, { type: 'text', text: 'de' }] } })).toMatchObject({ outputLimit: 105, hiddenOutput: true });
  });

  it.each([
    { service_tier: 'auto' }, { service_tier: 'flex' }, { modalities: ['text'] }, { models: null }, { service_tier: null }, { audio: null }, { tools: [{ type: 'function', function: { name: 'f' } }, { type: 'custom', custom: { name: 'c' } }] },
    { tools: null }, { stream: null }, { stream_options: null }, { temperature: 0.1, unknown_field: { any: ['thing'] } },
  ])('%j passes', (more) => expect(fault(more)).toBe('none'));

  it.each([
    [{ stream: true }, true], [{ stream: true, stream_options: {} }, true], [{ stream: true, stream_options: null }, true], [{ stream: true, stream_options: { include_usage: false } }, true],
    [{ stream: true, stream_options: { include_usage: true } }, false], [{ stream: false }, false], [{}, false],
  ])('%j: usage is hidden from the client: %s', (more, hidden) => expect(ask(more).hideUsage).toBe(hidden));

  it.each([['gpt-4o', false], ['gpt-4', false], ['gpt-4.1-mini', false], ['gpt-3.5-turbo', false], ['gpt-5', true], ['o3', true], ['gpt-4.5-preview', true], ['deepseek-r1', true]])(
    'output of %s may be hidden: %s', (model, hidden) => expect(ask({ model }).hiddenOutput).toBe(hidden),
  );
});

describe('the bound on input', () => {
  const bytes = (messages: readonly unknown[]): number => Buffer.byteLength(JSON.stringify(body({ messages })));
  const part = (content: unknown) => [{ role: 'user', content: [content] }];
  const sound = 'A'.repeat(10_000);
  const image = `data:image/png;base64,${'A'.repeat(200_000)}`;

  it('counts an image by its own bound, not by its bytes', () => {
    const messages = part({ type: 'image_url', image_url: { url: image } });
    expect(ask({ messages }).inputBound).toBe(bytes(messages) + 1_000 + 50_000 - image.length);
  });
  it('counts an image behind a URL', () => {
    const messages = part({ type: 'image_url', image_url: { url: 'https://example.com/a.png', detail: 'high' } });
    expect(ask({ messages }).inputBound).toBe(bytes(messages) + 1_000 + 50_000);
  });
  // Mistral has the sound alone there.
  it.each([[{ data: sound, format: 'wav' }], [sound]])('counts sound by how long it can be, not by its bytes as text', (heard) => {
    const messages = part({ type: 'input_audio', input_audio: heard });
    expect(ask({ messages }).inputBound).toBe(bytes(messages) + 1_000 - sound.length + boundSound(sound, undefined));
  });
  it('knows none for what was said before', () => expect(ask({ messages: [{ role: 'assistant', audio: { id: 'audio_1' } }] }).inputBound).toBeUndefined());
  it('knows none for a file', () => expect(ask({ messages: part({ type: 'file', file: { file_id: 'file-1' } }) }).inputBound).toBeUndefined());

  it.each([
    ['a message of its own', [{ role: 'user', type: 'image_url', image_url: { url: image }, content: 'x' }]],
    ['a part inside a part', [{ role: 'user', content: [{ type: 'text', text: 'x', extra: { type: 'image_url', image_url: { url: image } } }] }]],
    ['a URL that is no picture', [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x'.repeat(200_000) } }] }]],
    ['a tool call', [{ role: 'assistant', tool_calls: [{ type: 'image_url', image_url: { url: image } }] }]],
  ])('takes text that poses as an image for text: %s', (_where, messages) => {
    expect(ask({ messages }).inputBound).toBeGreaterThanOrEqual(bytes(messages));
  });

  it('is never below the bytes of the text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), fc.nat(3), (texts, images) => {
      const pictures = Array.from({ length: images }, () => ({ type: 'image_url', image_url: { url: image } }));
      const messages = [{ role: 'user', content: [...texts.map((text) => ({ type: 'text', text })), ...pictures] }];
      const textBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      expect(ask({ messages }).inputBound).toBeGreaterThanOrEqual(textBytes + images * 50_000);
    }));
  });
});

describe('what is changed in the body', () => {
  it.each([
    [{}, undefined, {}],
    [{ stream: true }, undefined, { stream_options: { include_usage: true } }],
    [{ stream: true, stream_options: { include_obfuscation: false } }, undefined, { stream_options: { include_obfuscation: false, include_usage: true } }],
    [{ stream: true, stream_options: { include_usage: true } }, undefined, {}],
    [{}, 7, { max_completion_tokens: 7 }],
    [{ max_tokens: 100 }, 7, { max_tokens: 7 }],
    [{ max_tokens: 100, prediction: { type: 'content', content: 'x' } }, 7, { max_tokens: 7, prediction: null }], [{ prediction: { type: 'content', content: 'x' } }, undefined, {}],
    [{ max_tokens: 100, max_completion_tokens: 90 }, 7, { max_tokens: 7, max_completion_tokens: 7 }],
    [{ max_tokens: null }, 7, { max_completion_tokens: 7 }],
  ])('%j with the limit %s: %j', (more, limit, changed) => expect(chat.rewrite(body(more), ask(more), limit)).toEqual(changed));
});

describe('usage of a chat completion', () => {
  it.each([
    [{ prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 }, { input: 12, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 5 }],
    [
      { prompt_tokens: 2_006, completion_tokens: 300, prompt_tokens_details: { cached_tokens: 1_920, audio_tokens: 0 }, completion_tokens_details: { reasoning_tokens: 256 } },
      { input: 2_006, cacheRead: 1_920, cacheWrite: 0, cacheWriteHour: 0, output: 300, parts: { reasoning: 256 } },
    ],
    // gpt-5.6 and later bill what they write to the cache.
    [{ prompt_tokens: 5_000, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 1_000, cache_write_tokens: 3_500 } }, { input: 5_000, cacheRead: 1_000, cacheWrite: 3_500, cacheWriteHour: 0, output: 1 }],
    // OpenAI leaves out what was written where that is nothing.
    [{ prompt_tokens: 11, total_tokens: 11 }, { input: 11, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 }],
    [
      { prompt_tokens: 0, completion_tokens: 0 },
      { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0, suspect: 'zero-input' },
    ],
    // Anthropic's names, as relays leave them beside the totals, which include them.
    [
      { prompt_tokens: 500, completion_tokens: 10, total_tokens: 510, cache_read_input_tokens: 400 },
      { input: 500, cacheRead: 400, cacheWrite: 0, cacheWriteHour: 0, output: 10 },
    ],
    [
      {
        prompt_tokens: 500, completion_tokens: 10, cache_read_input_tokens: 100, cache_creation_input_tokens: 300,
        cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 },
      },
      { input: 500, cacheRead: 100, cacheWrite: 300, cacheWriteHour: 100, output: 10 },
    ],
    // And as Anthropic means them, beside.
    [
      { prompt_tokens: 3, completion_tokens: 10, cache_read_input_tokens: 100, cache_creation_input_tokens: 300 },
      { input: 403, cacheRead: 100, cacheWrite: 300, cacheWriteHour: 0, output: 10 },
    ],
    // Audio from the cache is audio: as much of it as does not fit beside what was cached.
    [
      { prompt_tokens: 100, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 90, audio_tokens: 50 } },
      {
        input: 100, cacheRead: 90, cacheWrite: 0, cacheWriteHour: 0, output: 1,
        parts: { inputAudio: 50, cacheReadAudio: 40 },
      },
    ],
    [{ prompt_tokens: 3, completion_tokens: 4, prompt_tokens_details: null }, { input: 3, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 4 }],
  ])('%j', (usage, expected) => expect(readOpenAiUsage(usage)).toEqual(expected));

  it.each([
    null, undefined, 5, 'many', [], {}, { prompt_tokens: 5 }, { prompt_tokens: null, completion_tokens: 5 }, { prompt_tokens: -1, completion_tokens: 5 },
    { prompt_tokens: 1.5, completion_tokens: 5 }, { prompt_tokens: '12', completion_tokens: 5 }, { prompt_tokens: 5, completion_tokens: 1e300 },
    { prompt_tokens: 12, total_tokens: 11 },
    // More than any request can use: no count at all, so the request settles at its bound.
    { prompt_tokens: Number.MAX_SAFE_INTEGER, completion_tokens: 1 },
  ])('%j is none', (usage) => expect(readOpenAiUsage(usage)).toBeUndefined());
});

it('an error that says it used nothing did not, and nothing else may say so', () => {
  const usage = { prompt_tokens: 0, completion_tokens: 0 };
  expect(readChatUsage({ error: { code: 502 }, usage }, ask())).not.toHaveProperty('suspect');
  expect(readChatUsage({ usage }, ask())).toHaveProperty('suspect', 'zero-input');
  const written = { ...usage, completion_tokens: 5 };
  expect(readChatUsage({ error: { code: 502 }, usage: written }, ask())).toHaveProperty('suspect', 'zero-input');
});

describe('the meter of a chat stream', () => {
  const run = (more: JsonObject, ...events: readonly unknown[]) => {
    const meter = createOpenAiMeter(ask({ stream: true, ...more }), readChatUsage);
    const verdicts = events.map((event) => meter.see({ event: 'message', data: typeof event === 'string' ? event : JSON.stringify(event) }));
    return { meter, verdicts };
  };
  const text = (content: string, more: JsonObject = {}) => ({ object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }], ...more });
  const usage = { choices: [], usage: { prompt_tokens: 12, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 4 } } };

  it('hides the usage chunk from a client that did not ask, and no other', () => {
    expect(run({}, text('Hi', { usage: null }), usage, '[DONE]').verdicts).toEqual(['relay', 'hide', 'last']);
    expect(run({ stream_options: { include_usage: true } }, text('Hi'), usage, '[DONE]').verdicts).toEqual(['relay', 'relay', 'last']);
    // Compatible servers put it into the last chunk with choices, or into each.
    expect(run({}, text('Hi', { usage: usage.usage }), '[DONE]').verdicts).toEqual(['relay', 'last']);
    // Azure begins with a chunk without choices that has no usage.
    expect(run({}, { choices: [], prompt_filter_results: [] }, text('Hi')).verdicts).toEqual(['relay', 'relay']);
  });

  it('knows the final figure once it came', () => {
    const { meter } = run({}, text('Hi'), usage, '[DONE]');
    expect(meter.usage()).toEqual({ input: 12, cacheRead: 4, cacheWrite: 0, cacheWriteHour: 0, output: 5 });
    expect(run({}, text('Hi'), '[DONE]').meter.usage()).toBeUndefined();
    // A figure in every chunk is cumulative: the newest counts, and only at the end is it the whole.
    expect(run({}, text('a', { usage: { prompt_tokens: 1, completion_tokens: 1 } }), text('b', { usage: { prompt_tokens: 1, completion_tokens: 2 } }), '[DONE]').meter.usage()?.output).toBe(2);
    expect(run({}, text('a', { usage: { prompt_tokens: 1, completion_tokens: 1 } })).meter.usage()).toBeUndefined();
  });

  it('counts every byte that was generated', () => {
    const call = { choices: [{ index: 0, delta: { tool_calls: [{ index: 0, id: 'call_1', function: { name: 'get', arguments: '{"a":"ü"}' } }] } }] };
    const { meter } = run({}, text('héllo'), call, { choices: [{ delta: { reasoning_content: 'abc' } }, { delta: { refusal: 'no' } }] });
    // A call of a tool has an id and a framing beside its name and its arguments.
    expect(meter.outputBytes()).toBe(6 + 64 + 3 + 10 + 3 + 2);
    const only = { choices: [{ delta: { function_call: { name: 'f', arguments: '{}' } } }] };
    expect(run({}, only, only).meter.outputBytes()).toBe(64 + 3 + 3);
    expect(run({}, { choices: [{ delta: { content: [{ type: 'text', text: 'abcd' }] } }] }).meter.outputBytes()).toBe(4);
  });

  it('trusts no figure of a stream that failed', () => {
    const { meter, verdicts } = run({}, text('Hi'), { error: { message: 'overloaded', code: 500 } }, usage);
    expect([verdicts[1], meter.failed(), meter.usage()]).toEqual(['relay', true, undefined]);
    expect(meter.inputSoFar()?.input).toBe(12);
  });

  it('does not take 0 for a report, nor a figure that falls', () => {
    const so = (prompt_tokens: number, completion_tokens: number) =>
      text('a', { usage: { prompt_tokens, completion_tokens } });
    expect(run({}, so(0, 0)).meter.inputSoFar()).toBeUndefined();
    expect(run({}, so(0, 3)).meter.inputSoFar()).toBeUndefined();
    expect(run({}, so(500, 1), so(0, 10)).meter.inputSoFar()).toMatchObject({ input: 500, output: 10 });
    const last = { choices: [], usage: { prompt_tokens: 0, completion_tokens: 0 } };
    expect(run({}, so(500, 7), last, '[DONE]').meter.usage()).toMatchObject({ input: 500, output: 7 });
    expect(run({}, so(500, 7), last, '[DONE]').meter.usage()).not.toHaveProperty('suspect');
    const zero = run({}, so(0, 7), last, '[DONE]').meter.usage();
    expect(zero).toMatchObject({ input: 0, output: 7, suspect: 'zero-input' });
  });

  it('relays what it cannot read, and never throws', () => {
    expect(run({}, 'not json', '', '[]', 'null', '{"choices":5}', '{"choices":[null,5,{"delta":"x"}]}', '[DONE] ').verdicts).toEqual(Array.from({ length: 7 }, () => 'relay'));
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.json())), (events) => {
      expect(run({}, ...events).meter.outputBytes()).toBeGreaterThanOrEqual(0);
    }));
    const deep = `{"choices":[{"delta":${'[{"x":'.repeat(50_000)}1${'}]'.repeat(50_000)}}]}`;
    expect(run({}, deep).verdicts).toEqual(['relay']);
  });
});

describe('hostile bodies', () => {
  it('never throw', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('model', 'messages', 'n', 'max_tokens', 'stream', 'stream_options', 'tools', 'audio', 'x'), fc.jsonValue()), (json) => {
      const result = read({ model: 'gpt-4o', messages: [], ...json });
      if (!('fault' in result)) expect(JSON.stringify(chat.rewrite(json, result, 5))).toBeTypeOf('string');
    }), { numRuns: 500 });
    const deep: unknown = JSON.parse(`${'[{"content":'.repeat(100_000)}1${'}]'.repeat(100_000)}`);
    expect('fault' in readOpenAiAsk(callOf(body({ messages: [deep] }), 1_000_000))).toBe(false);
    // Objects that cannot be made into a string.
    const odd = { toString: 1, valueOf: 1 };
    expect(ask({ messages: [{ content: [{ type: 'image_url', image_url: { url: odd } }] }], tools: [{ type: odd }], service_tier: odd }).choices).toBe(1);
    expect(fault({ n: Number.MAX_SAFE_INTEGER, max_tokens: Number.MAX_SAFE_INTEGER })).toBe('none');
  });

  it('cannot hide a deep value where the body is rewritten', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(readOpenAiAsk(callOf(body({ stream: true, stream_options: { deep } }), 1_000_000))).toMatchObject({ fault: 'malformed' });
  });
});

describe('errors in its own words', () => {
  it('have the shape the SDKs read', () => {
    expect(JSON.parse(openAiChat.errorBody('not-allowed', 'cap', 'Used up.'))).toEqual({ error: { message: 'Used up.', type: 'permission_error', param: null, code: 'cap' } });
    expect(openAiChat.streamError('cap', 'Used\nup.', 'events')).toBe('data: {"error":{"message":"Used\\nup.","type":"permission_error","param":null,"code":"cap"}}\n\n');
  });
});

describe('a part of a message that only names what is read', () => {
  const bound = (part: JsonObject): number | undefined => ask({ messages: [{ role: 'user', content: [part] }] }).inputBound;

  it.each<JsonObject>([
    { type: 'document_url', document_url: 'https://example.com/long.pdf' }, { type: 'video', video: ['https://example.com/1.jpg'] }, { type: 'audio_url', audio_url: { url: 'https://example.com/a.mp3' } },
    { type: 'input_audio', input_audio: 'https://example.com/a.mp3' }, { type: 'input_audio', input_audio: { data: 'https://example.com/a.wav', format: 'wav' } }, { type: 'input_audio', input_audio: {} }, { type: 'of tomorrow' },
    { type: 'input_audio', input_audio: ' https://example.com/a.mp3' }, { type: 'input_audio', input_audio: { data: '//example.com/a.wav', format: 'wav' } },
  ])('%j has no bound but the window', (part) => expect(bound(part)).toBeUndefined());

  it.each<JsonObject>([
    { type: 'text', text: 'Hi' }, { text: 'Hi' }, { type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav' } }, { type: 'input_audio', input_audio: { data: 'data:audio/wav;base64,UklGRg==' } }, { type: 'refusal', refusal: 'No.' },
  ])('%j is bounded', (part) => expect(bound(part)).toBeLessThan(3_000));

  it('is looked for under names that stand once: two readers may see two parts', () => expect(chat.nestedLimits).toBe(true));
});

it('a choice that ends before another has begun does not end a stream whose every chunk says what was used', () => {
  const meter = createOpenAiMeter(ask({ n: 2, stream: true }), readChatUsage);
  const see = (index: number, completion: number): unknown =>
    meter.see({ event: 'message', data: JSON.stringify({ choices: [{ index, delta: { content: 'a' }, finish_reason: 'stop' }], usage: { prompt_tokens: 10, completion_tokens: completion, total_tokens: 10 + completion } }) });
  see(0, 5);
  expect(meter.usage()).toBeUndefined();
  see(1, 9);
  expect(meter.usage()).toMatchObject({ output: 9 });
});

it('counting leaves the text in when a picture beside it is padded with what has no tokens', async () => {
  const padding = ' '.repeat(1_000_000);
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(5_000);
  for (const part of [{ type: 'image_url', image_url: { url: `data:image/png;base64,AAAA${padding}` } }, { type: 'input_audio', input_audio: { data: `AAAA${padding}`, format: 'wav' } }]) {
    const json = body({ messages: [{ role: 'user', content: [{ type: 'text', text }, part] }] });
    const counted = await chat.countInput?.(callOf(json, Buffer.byteLength(JSON.stringify(json))), async () => undefined);
    expect(counted).toBeGreaterThan(50_000);
    expect(counted).toBeLessThan(120_000);
  }
});

it('an answer that may be spoken is held at the price of speech, though no voice is named', () => {
  expect(ask({ modalities: ['text', 'audio'] })).toMatchObject({ media: ['audio'], hiddenOutput: true });
  expect(ask({ modalities: ['text'] }).media).toBeUndefined();
});
