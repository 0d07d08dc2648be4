// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { boundSound } from './bound-sound.ts';
import { openAiChat } from './openai-chat.ts';
import { callOf } from '../call-of.ts';
import { chat } from './chat.ts';
import { readOpenAiAsk } from './read-ask.ts';

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
      model: 'gpt-4o-mini',
      stream: false,
      inputBound: Buffer.byteLength(JSON.stringify(body())) + 1_000,
      cacheWrites: 'hour',
      outputLimit: undefined,
      choices: 1,
      smallestOutputLimit: 1,
      hiddenOutput: false,
      hideUsage: false,
    });
  });

  it.each([
    [{ max_tokens: 100 }, 100],
    [{ max_completion_tokens: 100 }, 100],
    [{ max_tokens: null, max_completion_tokens: null }, undefined],
    // Servers differ in which one they obey: the larger bounds both.
    [{ max_tokens: 50, max_completion_tokens: 100 }, 100],
    [{ max_tokens: 100, max_completion_tokens: null }, 100],
    [{ max_tokens: 100, n: 3 }, 300],
    [{ max_tokens: 100, n: null }, 100],
  ])('%j has the limit %s', (more, limit) => expect(ask(more).outputLimit).toBe(limit));

  it.each([
    { max_tokens: 0 },
    { max_tokens: -1 },
    { max_tokens: 1.5 },
    { max_tokens: '100' },
    { max_tokens: 2 ** 53 },
    { max_tokens: {} },
    { max_tokens: false },
    { max_completion_tokens: 1e300, max_tokens: 5 },
    { n: 0 },
    { n: '2' },
    { n: 1.5 },
    { model: '' },
    { model: 5 },
    { model: null },
    { messages: {} },
    { messages: undefined },
    { stream: 'true' },
    { stream: 1 },
    { stream: true, stream_options: 'all' },
    { stream: true, stream_options: { include_usage: [[]] } },
  ])('%j is malformed', (more) => expect(fault(more)).toMatch(/^malformed: The .* must /));

  it.each([
    [
      { tools: [{ type: 'function', function: { name: 'f' } }, { type: 'web_search_preview' }] },
      'tool "web_search_preview"',
    ],
    [{ tools: [{ type: 'browser_search' }] }, 'tool "browser_search"'],
    // Search as xAI, OpenRouter and DashScope have it.
    [{ search_parameters: { mode: 'auto' } }, '"search_parameters"'],
    [{ plugins: [{ id: 'web' }] }, '"plugins"'],
    [{ enable_search: true }, '"enable_search"'],
    [{ model: 'perplexity/sonar-pro' }, 'as often as it likes'],
    [{ model: 'sonar' }, 'as often as it likes'],
    [{ model: 'openai/gpt-4o:online' }, 'as often as it likes'],
    [{ model: 'groq/compound-mini' }, 'as often as it likes'],
    [{ data_sources: [{ type: 'azure_search', parameters: {} }] }, '"data_sources"'],
    [{ models: ['openai/gpt-4o', 'openai/o1-pro'] }, 'choose another model'],
    [{ modalities: ['image', 'text'] }, 'reply with pictures'],
  ])('%j has no bound', (more, part) => expect(fault(more)).toMatch(new RegExp(`^unbounded: .*${part}`)));

  it.each([
    [{ web_search_options: {} }],
    [{ model: 'gpt-4o-search-preview' }],
    [{ model: 'gpt-4o-mini-search-preview-2025-03-11' }],
    [{ model: 'gpt-5-search-api' }],
  ])('%j searches once, and reads what it finds', (more) =>
    expect(ask(more)).toMatchObject({ extras: { webSearches: 1 }, inputBound: undefined }),
  );

  it.each([
    [{ audio: { voice: 'alloy', format: 'mp3' }, modalities: ['text', 'audio'] }],
    [
      {
        messages: [{ role: 'user', content: [{ type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } }] }],
      },
    ],
    [{ messages: [{ role: 'assistant', audio: { id: 'audio_1' } }] }],
  ])('%j may be billed as audio', (more) => expect(ask(more)).toMatchObject({ media: ['audio'], hiddenOutput: true }));

  it('names the service tier, whose price decides', () => {
    expect(ask({ service_tier: 'priority' }).tier).toBe('priority');
    expect(ask({ service_tier: null }).tier).toBeUndefined();
  });

  it('adds what was predicted to the output, because what is rejected of it is billed', () => {
    expect(ask({ max_tokens: 100, prediction: { type: 'content', content: 'héllo' } }).outputLimit).toBe(106);
    expect(
      ask({
        max_tokens: 100,
        prediction: {
          type: 'content',
          content: [
            { type: 'text', text: 'abc' },
            { type: 'text', text: 'de' },
          ],
        },
      }),
    ).toMatchObject({ outputLimit: 105, hiddenOutput: true });
  });

  it.each([
    { service_tier: 'auto' },
    { service_tier: 'flex' },
    { modalities: ['text'] },
    { models: null },
    { service_tier: null },
    { audio: null },
    {
      tools: [
        { type: 'function', function: { name: 'f' } },
        { type: 'custom', custom: { name: 'c' } },
      ],
    },
    { tools: null },
    { stream: null },
    { stream_options: null },
    { temperature: 0.1, unknown_field: { any: ['thing'] } },
  ])('%j passes', (more) => expect(fault(more)).toBe('none'));

  it.each([
    [{ stream: true }, true],
    [{ stream: true, stream_options: {} }, true],
    [{ stream: true, stream_options: null }, true],
    [{ stream: true, stream_options: { include_usage: false } }, true],
    [{ stream: true, stream_options: { include_usage: true } }, false],
    [{ stream: false }, false],
    [{}, false],
  ])('%j: usage is hidden from the client: %s', (more, hidden) => expect(ask(more).hideUsage).toBe(hidden));

  it.each([
    ['gpt-4o', false],
    ['gpt-4', false],
    ['gpt-4.1-mini', false],
    ['gpt-3.5-turbo', false],
    ['gpt-5', true],
    ['o3', true],
    ['gpt-4.5-preview', true],
    ['deepseek-r1', true],
  ])('output of %s may be hidden: %s', (model, hidden) => expect(ask({ model }).hiddenOutput).toBe(hidden));
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
  it.each([[{ data: sound, format: 'wav' }], [sound]])(
    'counts sound by how long it can be, not by its bytes as text',
    (heard) => {
      const messages = part({ type: 'input_audio', input_audio: heard });
      expect(ask({ messages }).inputBound).toBe(bytes(messages) + 1_000 - sound.length + boundSound(sound, undefined));
    },
  );
  it('knows none for what was said before', () =>
    expect(ask({ messages: [{ role: 'assistant', audio: { id: 'audio_1' } }] }).inputBound).toBeUndefined());
  it('knows none for a file', () =>
    expect(ask({ messages: part({ type: 'file', file: { file_id: 'file-1' } }) }).inputBound).toBeUndefined());

  it.each([
    ['a message of its own', [{ role: 'user', type: 'image_url', image_url: { url: image }, content: 'x' }]],
    [
      'a part inside a part',
      [
        {
          role: 'user',
          content: [{ type: 'text', text: 'x', extra: { type: 'image_url', image_url: { url: image } } }],
        },
      ],
    ],
    [
      'a URL that is no picture',
      [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x'.repeat(200_000) } }] }],
    ],
    ['a tool call', [{ role: 'assistant', tool_calls: [{ type: 'image_url', image_url: { url: image } }] }]],
  ])('takes text that poses as an image for text: %s', (_where, messages) => {
    expect(ask({ messages }).inputBound).toBeGreaterThanOrEqual(bytes(messages));
  });

  it('is never below the bytes of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), fc.nat(3), (texts, images) => {
        const pictures = Array.from({ length: images }, () => ({ type: 'image_url', image_url: { url: image } }));
        const messages = [{ role: 'user', content: [...texts.map((text) => ({ type: 'text', text })), ...pictures] }];
        const textBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
        expect(ask({ messages }).inputBound).toBeGreaterThanOrEqual(textBytes + images * 50_000);
      }),
    );
  });
});

describe('what is changed in the body', () => {
  it.each([
    [{}, undefined, {}],
    [{ stream: true }, undefined, { stream_options: { include_usage: true } }],
    [
      { stream: true, stream_options: { include_obfuscation: false } },
      undefined,
      { stream_options: { include_obfuscation: false, include_usage: true } },
    ],
    [{ stream: true, stream_options: { include_usage: true } }, undefined, {}],
    [{}, 7, { max_completion_tokens: 7 }],
    [{ max_tokens: 100 }, 7, { max_tokens: 7 }],
    [{ max_tokens: 100, prediction: { type: 'content', content: 'x' } }, 7, { max_tokens: 7, prediction: null }],
    [{ prediction: { type: 'content', content: 'x' } }, undefined, {}],
    [{ max_tokens: 100, max_completion_tokens: 90 }, 7, { max_tokens: 7, max_completion_tokens: 7 }],
    [{ max_tokens: null }, 7, { max_completion_tokens: 7 }],
  ])('%j with the limit %s: %j', (more, limit, changed) =>
    expect(chat.rewrite(body(more), ask(more), limit)).toEqual(changed),
  );
});

describe('hostile bodies', () => {
  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('model', 'messages', 'n', 'max_tokens', 'stream', 'stream_options', 'tools', 'audio', 'x'),
          fc.jsonValue(),
        ),
        (json) => {
          const result = read({ model: 'gpt-4o', messages: [], ...json });
          if (!('fault' in result)) expect(JSON.stringify(chat.rewrite(json, result, 5))).toBeTypeOf('string');
        },
      ),
      { numRuns: 500 },
    );
    const deep: unknown = JSON.parse(`${'[{"content":'.repeat(100_000)}1${'}]'.repeat(100_000)}`);
    expect('fault' in readOpenAiAsk(callOf(body({ messages: [deep] }), 1_000_000))).toBe(false);
    // Objects that cannot be made into a string.
    const odd = { toString: 1, valueOf: 1 };
    expect(
      ask({
        messages: [{ content: [{ type: 'image_url', image_url: { url: odd } }] }],
        tools: [{ type: odd }],
        service_tier: odd,
      }).choices,
    ).toBe(1);
    expect(fault({ n: Number.MAX_SAFE_INTEGER, max_tokens: Number.MAX_SAFE_INTEGER })).toBe('none');
  });

  it('cannot hide a deep value where the body is rewritten', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(readOpenAiAsk(callOf(body({ stream: true, stream_options: { deep } }), 1_000_000))).toMatchObject({
      fault: 'malformed',
    });
  });
});

describe('errors in its own words', () => {
  it('have the shape the SDKs read', () => {
    expect(JSON.parse(openAiChat.errorBody('not-allowed', 'cap', 'Used up.'))).toEqual({
      error: { message: 'Used up.', type: 'permission_error', param: null, code: 'cap' },
    });
    expect(openAiChat.streamError('cap', 'Used\nup.', 'events')).toBe(
      'data: {"error":{"message":"Used\\nup.","type":"permission_error","param":null,"code":"cap"}}\n\n',
    );
  });
});

describe('a part of a message that only names what is read', () => {
  const bound = (part: JsonObject): number | undefined =>
    ask({ messages: [{ role: 'user', content: [part] }] }).inputBound;

  it.each<JsonObject>([
    { type: 'document_url', document_url: 'https://example.com/long.pdf' },
    { type: 'video', video: ['https://example.com/1.jpg'] },
    { type: 'audio_url', audio_url: { url: 'https://example.com/a.mp3' } },
    { type: 'input_audio', input_audio: 'https://example.com/a.mp3' },
    { type: 'input_audio', input_audio: { data: 'https://example.com/a.wav', format: 'wav' } },
    { type: 'input_audio', input_audio: {} },
    { type: 'of tomorrow' },
    { type: 'input_audio', input_audio: ' https://example.com/a.mp3' },
    { type: 'input_audio', input_audio: { data: '//example.com/a.wav', format: 'wav' } },
  ])('%j has no bound but the window', (part) => expect(bound(part)).toBeUndefined());

  it('is one where it is the only part, without a list around it', () => {
    const content = { type: 'document_url', document_url: 'https://example.com/long.pdf' };
    expect(ask({ messages: [{ role: 'user', content }] }).inputBound).toBeUndefined();
    expect(ask({ messages: [{ role: 'user', content: { type: 'text', text: 'Hi' } }] }).inputBound).toBeLessThan(3_000);
  });

  it.each<JsonObject>([
    { type: 'text', text: 'Hi' },
    { text: 'Hi' },
    { type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav' } },
    { type: 'input_audio', input_audio: { data: 'data:audio/wav;base64,UklGRg==' } },
    { type: 'refusal', refusal: 'No.' },
  ])('%j is bounded', (part) => expect(bound(part)).toBeLessThan(3_000));

  it('is looked for under names that stand once: two readers may see two parts', () =>
    expect(chat.nestedLimits).toBe(true));
});

it('an answer that may be spoken is held at the price of speech, though no voice is named', () => {
  expect(ask({ modalities: ['text', 'audio'] })).toMatchObject({ media: ['audio'], hiddenOutput: true });
  expect(ask({ modalities: ['text'] }).media).toBeUndefined();
});
