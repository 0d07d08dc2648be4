// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { batchEmbedContents, embedContent } from './embed.ts';
import { generateContent, streamGenerateContent } from './generate.ts';

const text = { role: 'user', parts: [{ text: 'Say hello.' }] };
const size = (json: JsonObject): number => Buffer.byteLength(JSON.stringify(json));
const read = (body: JsonObject, model = 'gemini-2.5-flash', operation = generateContent): Ask | AskFault =>
  operation.readAsk({ ...callOf(body, size(body)), params: { model } });
function ask(more: JsonObject = {}, model?: string): Ask {
  const result = read({ contents: [text], ...more }, model);
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const fault = (more: JsonObject, model?: string): string => {
  const result = read({ contents: [text], ...more }, model);
  return 'fault' in result ? `${result.fault}: ${result.message}` : 'none';
};
const WINDOW = 1_048_576;

describe('what a request to generate asks for', () => {
  it('is read from a plain one, with the limits of its model', () => {
    expect(ask()).toMatchObject({
      model: 'gemini-2.5-flash',
      stream: false,
      outputLimit: 65_536,
      choices: 1,
      rounds: 1,
      cacheWrites: 'none',
      hiddenOutput: true,
      media: [],
      extras: {},
      smallestOutputLimit: 1,
    });
    expect(ask().inputBound).toBeGreaterThan(size({ contents: [text] }));
    expect(ask().inputBound).toBeLessThan(size({ contents: [text] }) + 2_000);
    expect(ask({}, 'gemini-2.0-flash')).toMatchObject({ outputLimit: 8_192, hiddenOutput: false });
    expect(ask({}, 'gemini-9-ultra').outputLimit).toBeUndefined();
  });

  it.each([
    [{ generationConfig: { maxOutputTokens: 100 } }, 100, 1],
    [{ generation_config: { max_output_tokens: 100, candidate_count: 3 } }, 300, 3],
    [{ generationConfig: { max_output_tokens: 100, candidateCount: 2 } }, 200, 2],
    [{ generationConfig: { maxOutputTokens: null } }, 65_536, 1],
    [{ generationConfig: null }, 65_536, 1],
  ])('%j: %d tokens in %d answers', (more, outputLimit, choices) =>
    expect(ask(more)).toMatchObject({ outputLimit, choices }),
  );

  it.each([
    { generationConfig: { maxOutputTokens: '100' } },
    { generationConfig: { maxOutputTokens: 0 } },
    { generationConfig: { maxOutputTokens: 1.5 } },
    { generationConfig: { candidateCount: 0 } },
    { generationConfig: [] },
    { generationConfig: { thinkingConfig: 5 } },
    { generationConfig: { thinkingConfig: { thinkingBudget: 1, thinking_budget: 2 } } },
    { generationConfig: { candidateCount: 1, candidate_count: 8 } },
    { generationConfig: {}, generation_config: {} },
    { contents: [], systemInstruction: {}, system_instruction: {} },
    { cachedContent: 'a', cached_content: 'b' },
    { serviceTier: 'flex', service_tier: 'priority' },
    { model: 'models/gemini-2.5-pro' },
    { model: 5 },
  ])('%j is malformed', (more) => expect(fault(more)).toMatch(/^malformed: The field ".*"/));

  it('may name its model again', () => expect(fault({ model: 'models/gemini-2.5-flash' })).toBe('none'));

  it('leaves room above a thinking budget, and knows who does not think', () => {
    const thinking = (thinkingBudget: number, model?: string) =>
      ask({ generationConfig: { thinkingConfig: { thinkingBudget } } }, model);
    expect(thinking(2_000)).toMatchObject({ smallestOutputLimit: 2_001, hiddenOutput: true });
    expect(thinking(-1)).toMatchObject({ smallestOutputLimit: 1, hiddenOutput: true });
    expect(thinking(0).hiddenOutput).toBe(false);
    expect(thinking(0, 'gemini-2.5-pro').hiddenOutput).toBe(true);
  });

  it.each([
    ['priority', 'priority'],
    ['SERVICE_TIER_PRIORITY', 'priority'],
    ['flex', 'flex'],
    ['standard', undefined],
    ['unspecified', undefined],
    [2, 'numbered'],
  ])('the tier %s', (serviceTier, tier) => {
    expect(ask({ serviceTier }).tier).toBe(tier);
  });

  it('says in which form it streams', () => {
    const streams = (query: string) =>
      streamGenerateContent.readAsk({
        ...callOf({ contents: [] }, 10),
        params: { model: 'm' },
        query: new URLSearchParams(query),
      });
    expect(streams('alt=sse')).toMatchObject({ stream: true, framing: 'events' });
    expect(streams('$alt=sse')).toMatchObject({ framing: 'events' });
    expect(streams('')).toMatchObject({ stream: true, framing: 'array' });
    // As google-generativeai asks for it over REST.
    expect(streams('$alt=json;enum-encoding=int')).toMatchObject({ stream: true, framing: 'array' });
    expect(streams('%24alt=json%3Benum-encoding%3Dint')).toMatchObject({ framing: 'array' });
    expect(streams('$alt=sse;enum-encoding=int')).toMatchObject({ framing: 'events' });
  });

  it('makes pictures where it is asked to, and a limit does not end one in its middle', () => {
    expect(ask({ generationConfig: { maxOutputTokens: 10 } }, 'gemini-2.5-flash-image')).toMatchObject({
      media: ['image'],
      outputLimit: 4_096,
      smallestOutputLimit: 4_096,
    });
    expect(ask({ generationConfig: { responseModalities: ['Text', 'Image'] } }).media).toEqual(['image']);
    expect(ask({ generationConfig: { response_modalities: ['AUDIO'] } }).media).toEqual(['audio']);
    for (const model of ['gemini-2.5-flash-preview-tts', 'gemini-3.8-flash-tts', 'gemini-3.8-flash-lite-tts'])
      expect(ask({}, model).media).toEqual(['audio']);
  });
});

describe('hosted tools', () => {
  it.each([
    [[{ fileSearch: { fileSearchStoreNames: ['x'] } }], 2],
    [[{ codeExecution: {} }], 7],
    [[{ functionDeclarations: [{ name: 'googleSearch', parameters: { properties: { googleSearch: {} } } }] }], 1],
    [[{ googleSearch: null }], 1],
    [[{ computerUse: { environment: 'ENVIRONMENT_BROWSER' } }], 1],
  ])('%j', (tools, rounds) => {
    expect(ask({ tools })).toMatchObject({ extras: {}, rounds });
    if (rounds === 1) return;
    // The first round reads the request, every later one up to the whole window.
    const { inputBound = 0, media } = ask({ tools });
    expect(media).toEqual(['audio', 'image']);
    expect(inputBound * rounds).toBeGreaterThan(WINDOW * (rounds - 1) + 1_000);
    expect(inputBound * rounds).toBeLessThan(WINDOW * (rounds - 1) + 2_000);
    expect(ask({ tools }).usedBy?.(0, 5)).toMatchObject({
      rounds: 1,
      inputBound: expect.toSatisfy((input: number) => input < 2_000) as number,
    });
  });

  const search = (name: string, model?: string): Ask => ask({ tools: [{ [name]: {} }] }, model);
  it.each(['googleSearch', 'google_search', 'googleSearchRetrieval'])('%s is one charge up to Gemini 2.5', (name) => {
    expect(search(name)).toMatchObject({ extras: { webSearches: 1 } });
    expect(search(name).extrasPerOutput).toBeUndefined();
    expect(ask({ tools: { [name]: {} } })).toMatchObject({ extras: { webSearches: 1 } });
  });

  it.each(['gemini-3-flash-preview', 'gemini-3.8-flash', 'gemini-4-argon', 'gemini-flash-latest'])(
    '%s is billed by the query: as many as its answer has room for',
    (model) => {
      expect(search('googleSearch', model)).toMatchObject({ extras: {}, extrasPerOutput: { webSearches: 1 / 16 } });
      expect(search('google_maps', model)).toMatchObject({ extras: {}, extrasPerOutput: { mapSearches: 1 / 16 } });
    },
  );

  it('hold for what searches bring less than a window, and more than was ever reported', () => {
    const { inputBound = 0, rounds = 0, usedBy } = search('googleSearch', 'gemini-3.8-flash');
    expect(inputBound * rounds).toBeGreaterThan(5_372 + 5 * 1_000);
    expect(inputBound * rounds).toBeLessThan(30_000);
    expect(usedBy?.(0, 5)).toMatchObject({
      rounds: 1,
      inputBound: expect.toSatisfy((input: number) => input < 2_000) as number,
    });
    const both = ask({ tools: [{ googleSearch: {} }, { googleMaps: {} }, { fileSearch: {} }] });
    expect(both).toMatchObject({ extras: { webSearches: 1, mapSearches: 1 } });
    expect((both.inputBound ?? 0) * (both.rounds ?? 0)).toBeGreaterThan(WINDOW + 16_384);
  });

  it('fetch no more pages than the request has addresses, nor more than twenty', () => {
    const fetching = (content: string) =>
      ask({ contents: [{ parts: [{ text: content }] }], tools: [{ urlContext: {} }] }).rounds;
    expect(fetching('Compare https://a.example and https://b.example')).toBe(3);
    expect(fetching('https://a.example '.repeat(50))).toBe(21);
    expect(fetching('nothing')).toBe(1);
    // A search may find one that it does not name.
    const found = ask({ tools: [{ urlContext: {} }, { googleSearch: {} }] });
    expect((found.inputBound ?? 0) * (found.rounds ?? 0)).toBeGreaterThan(WINDOW + 16_384);
  });

  it.each([
    [[{ enterpriseWebSearch: {} }], 'gemini-2.5-flash', 'enterpriseWebSearch'],
    [[{ mcpServers: [{}] }], 'gemini-2.5-flash', 'mcpServers'],
    [[{ googleSearch: {}, google_search: {} }], 'gemini-2.5-flash', 'two names'],
    ['x', 'gemini-2.5-flash', 'objects'],
  ])('%j with %s has no bound', (tools, model, reason) =>
    expect(fault({ tools }, model)).toMatch(new RegExp(`^unbounded: .*${reason}`)),
  );
});

describe('the bound on input', () => {
  const data = 'A'.repeat(400_000);
  const bound = (...parts: readonly JsonObject[]) => ask({ contents: [{ role: 'user', parts }] });

  it('counts a picture by its own bound, whichever name it has', () => {
    for (const part of [
      { inlineData: { mimeType: 'image/png', data } },
      { inline_data: { mime_type: 'image/jpeg', data } },
      { functionResponse: { name: 'read', response: {}, parts: [{ inlineData: { mimeType: 'image/png', data } }] } },
    ]) {
      const { inputBound = 0, media } = bound(part);
      expect(inputBound).toBeGreaterThan(16_384);
      expect(inputBound).toBeLessThan(20_000);
      expect(media).toEqual(['image']);
    }
  });
  it('counts a picture by its own bound, wherever it is', () => {
    for (const part of [
      { fileData: { mimeType: 'image/jpeg', fileUri: 'https://a.example/x.jpg' } },
      { file_data: { mime_type: 'image/png', file_uri: 'gs://bucket/x' } },
    ]) {
      const { inputBound = 0, media } = bound(part, part);
      expect(inputBound).toBeGreaterThan(2 * 16_384);
      expect(inputBound).toBeLessThan(2 * 16_384 + 2_000);
      expect(media).toEqual(['image']);
    }
  });
  it('is the whole window for what is neither text nor picture', () => {
    for (const part of [
      { inlineData: { mimeType: 'audio/mp3', data: 'AA' } },
      { inlineData: { mimeType: 'video/mp4', data: 'AA' } },
      { inlineData: { mimeType: 'application/pdf', data: 'AA' } },
      { inlineData: { data: 'AA' } },
      { fileData: { fileUri: 'https://youtu.be/x' } },
      { file_data: { mime_type: 'video/mp4', file_uri: 'x' } },
      { fileData: { mimeType: 'application/pdf', fileUri: 'x' } },
      { fileData: { mimeType: 'image/png', fileUri: 'https://www.youtube.com/watch?v=x' } },
      { fileData: { mimeType: 'image/png', fileUri: 'https://youtu.be/x' } },
      { fileData: 'x' },
      { fileData: { mimeType: 'image/png', fileUri: 'x' }, file_data: { mime_type: 'video/mp4', file_uri: 'x' } },
      { fileData: { mimeType: 'image/png', mime_type: 'video/mp4', fileUri: 'x' } },
      { fileData: { mimeType: 'image/png', fileUri: 'x' }, inlineData: { mimeType: 'video/mp4', data: 'AA' } },
      { inlineData: { mimeType: 'image/png', data: 'AA' }, inline_data: { mimeType: 'video/mp4', data: 'AA' } },
      { inlineData: { mimeType: 'image/png', mime_type: 'video/mp4', data: 'AA' } },
    ])
      expect(bound(part)).toMatchObject({ inputBound: WINDOW, media: ['audio', 'image'] });
    expect(ask({ cachedContent: 'cachedContents/x' })).toMatchObject({ inputBound: WINDOW, media: ['audio', 'image'] });
    expect(ask({ cached_content: 'cachedContents/x' }, 'gemini-9-ultra').inputBound).toBeUndefined();
  });
  it('takes text that poses as a picture for text', () => {
    for (const parts of [
      [{ functionCall: { name: 'f', args: { inlineData: { mimeType: 'image/png', data } } } }],
      [{ text: data }],
      [{ inlineData: { mimeType: 'text/plain', data } }],
    ]) {
      expect(bound(...parts).inputBound).toBeGreaterThan(400_000);
    }
    expect(
      ask({
        tools: [{ functionDeclarations: [{ name: 'f', parameters: { inlineData: { mimeType: 'image/png', data } } }] }],
      }).inputBound,
    ).toBeGreaterThan(400_000);
  });
});

describe('embeddings', () => {
  const embed = (content: JsonObject, model = 'gemini-embedding-001') => read({ content }, model, embedContent);
  it('are bounded by their text and by what their model reads', () => {
    expect(embed({ parts: [{ text: 'x'.repeat(300) }] })).toMatchObject({
      outputLimit: 0,
      smallestOutputLimit: 0,
      media: [],
    });
    expect(embed({ parts: [{ text: 'x'.repeat(30_000) }] })).toMatchObject({ inputBound: 2_048 });
    const requests = [
      { model: 'models/gemini-embedding-001', content: text },
      { content: { parts: [{ text: 'x'.repeat(90_000) }] } },
    ];
    expect(read({ requests }, 'gemini-embedding-001', batchEmbedContents)).toMatchObject({
      inputBound: 2 * 2_048,
      windows: 2,
    });
    expect(
      embed({ parts: [{ inlineData: { mimeType: 'audio/mp3', data: 'AA' } }] }, 'gemini-embedding-2'),
    ).toMatchObject({ inputBound: 8_192, media: ['audio', 'image'] });
  });
  it.each([
    [{ content: { parts: [{ inlineData: { mimeType: 'video/mp4', data: 'AA' } }] } }, 'unbounded'],
    [{ content: { parts: [{ fileData: { mimeType: 'image/png' } }] } }, 'unbounded'],
    [{ content: { parts: [{ inlineData: {}, inline_data: {} }] } }, 'malformed'],
    [{ content: text, model: 'other' }, 'malformed'],
  ])('%j: %s', (body, kind) => expect(read(body, 'gemini-embedding-2', embedContent)).toMatchObject({ fault: kind }));
  it('in a batch must be a list', () =>
    expect(read({ requests: {} }, 'gemini-embedding-2', batchEmbedContents)).toMatchObject({ fault: 'malformed' }));
});

describe('a lower limit', () => {
  it.each([
    [{}, { generationConfig: { maxOutputTokens: 9 } }],
    [
      { generationConfig: { temperature: 1, maxOutputTokens: 100 } },
      { generationConfig: { temperature: 1, maxOutputTokens: 9 } },
    ],
    [
      { generation_config: { max_output_tokens: 100, topK: 4 } },
      { generation_config: { max_output_tokens: 9, topK: 4 } },
    ],
    [{ generationConfig: null }, { generationConfig: { maxOutputTokens: 9 } }],
  ])('%j: %j', (body, fields) => {
    expect(generateContent.rewrite(body, ask(body), 9)).toEqual(fields);
    expect(generateContent.rewrite(body, ask(body), undefined)).toEqual({});
  });
});

describe('hostile bodies', () => {
  it('never throw', () => {
    const fields = fc.constantFrom(
      'contents',
      'generationConfig',
      'generation_config',
      'tools',
      'systemInstruction',
      'cachedContent',
      'serviceTier',
      'model',
      'content',
      'requests',
    );
    const inner = fc.constantFrom(
      'parts',
      'inlineData',
      'fileData',
      'mimeType',
      'data',
      'text',
      'maxOutputTokens',
      'googleSearch',
      'urlContext',
      'thinkingConfig',
      'responseModalities',
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(inner, tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(
        fc.dictionary(fields, value),
        fc.constantFrom(generateContent, embedContent, batchEmbedContents),
        (body, operation) => {
          const result = read(body, 'gemini-2.5-flash', operation);
          if ('fault' in result) return;
          expect(result.inputBound ?? 0).toBeGreaterThanOrEqual(0);
          expect(result.outputLimit).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
  it('may be very deep', () => {
    const deep: unknown = JSON.parse(`${'[{"parts":'.repeat(100_000)}1${'}]'.repeat(100_000)}`);
    for (const field of ['contents', 'systemInstruction', 'toolConfig'])
      expect(
        'fault' in
          generateContent.readAsk({ ...callOf({ [field]: deep }, 2_000_000), params: { model: 'gemini-2.5-flash' } }),
      ).toBe(false);
    expect(
      generateContent.readAsk({
        ...callOf({ generationConfig: { responseSchema: deep } }, 2_000_000),
        params: { model: 'gemini-2.5-flash' },
      }),
    ).toMatchObject({ fault: 'malformed' });
  });
});

describe('a query that would hide what was used', () => {
  it.each([
    'fields=candidates,usageMetadata.promptTokenCount',
    '%24fields=candidates',
    'alt=proto',
    '$alt=json;enum-encoding=string',
    'alt=sse&$alt=json',
    '$httpHeaders=X-Goog-FieldMask:candidates',
    'callback=f',
  ])('is refused: %s', (query) => {
    const call = {
      ...callOf({ contents: [text], requests: [{ content: text }], content: text }, 200),
      params: { model: 'gemini-2.5-flash' },
      query: new URLSearchParams(query),
    };
    for (const operation of [generateContent, streamGenerateContent, embedContent, batchEmbedContents])
      expect(operation.readAsk(call)).toMatchObject({ fault: 'malformed' });
  });

  it('is none where it only says how the stream is set apart', () => {
    const call = {
      ...callOf({ contents: [text] }, 200),
      params: { model: 'gemini-2.5-flash' },
      query: new URLSearchParams('alt=sse&key=psr_x&prettyPrint=false'),
    };
    expect(streamGenerateContent.readAsk(call)).toMatchObject({ framing: 'events' });
  });
});
