// Long because each reply has its own bill.
import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';

const tokens = (modality: string, tokenCount: number) => ({ modality, tokenCount });

type Row = readonly [
  kinds: readonly string[],
  what: string,
  model: string,
  bill: number,
  usage: JsonObject,
  asked?: JsonObject,
];

const ROWS: readonly Row[] = [
  [
    ['text', 'thoughts'],
    'text and thoughts ("Gemini thinking")',
    'gemini-2.5-flash',
    4 * 300 + (715 + 808) * 2_500,
    { promptTokenCount: 4, candidatesTokenCount: 715, thoughtsTokenCount: 808, totalTokenCount: 1_527 },
  ],
  [
    ['cache'],
    'what a cache held ("Context caching")',
    'gemini-2.5-flash',
    1_808 * 300 + 8_192 * 30 + 100 * 2_500,
    {
      promptTokenCount: 10_000,
      cachedContentTokenCount: 8_192,
      candidatesTokenCount: 100,
      totalTokenCount: 10_100,
      promptTokensDetails: [tokens('TEXT', 10_000)],
      cacheTokensDetails: [tokens('TEXT', 8_192)],
    },
  ],
  // A minute of sound at 32 tokens a second.
  [
    ['sound in'],
    'sound ("Audio understanding")',
    'gemini-2.5-flash',
    12 * 300 + 1_920 * 1_000 + 50 * 2_500,
    {
      promptTokenCount: 1_932,
      candidatesTokenCount: 50,
      totalTokenCount: 1_982,
      promptTokensDetails: [tokens('TEXT', 12), tokens('AUDIO', 1_920)],
    },
  ],
  [
    ['sound in', 'cache'],
    'sound that a cache held',
    'gemini-2.5-flash',
    40 * 300 + 960 * 1_000 + 40 * 30 + 960 * 100 + 10 * 2_500,
    {
      promptTokenCount: 2_000,
      cachedContentTokenCount: 1_000,
      candidatesTokenCount: 10,
      totalTokenCount: 2_010,
      promptTokensDetails: [tokens('TEXT', 80), tokens('AUDIO', 1_920)],
      cacheTokensDetails: [tokens('TEXT', 40), tokens('AUDIO', 960)],
    },
  ],
  // Ten seconds at 263 tokens, and its sound.
  [
    ['film and PDF'],
    'film ("Video understanding")',
    'gemini-2.5-flash',
    (2_630 + 10) * 300 + 320 * 1_000 + 20 * 2_500,
    {
      promptTokenCount: 2_960,
      candidatesTokenCount: 20,
      totalTokenCount: 2_980,
      promptTokensDetails: [tokens('VIDEO', 2_630), tokens('AUDIO', 320), tokens('TEXT', 10)],
    },
  ],
  [
    ['film and PDF'],
    'three pages ("Document understanding")',
    'gemini-2.5-flash',
    (774 + 20) * 300 + 10 * 2_500,
    {
      promptTokenCount: 794,
      candidatesTokenCount: 10,
      totalTokenCount: 804,
      promptTokensDetails: [tokens('DOCUMENT', 774), tokens('TEXT', 20)],
    },
  ],
  [
    ['pictures out'],
    'a picture it made ("Image generation")',
    'gemini-2.5-flash-image',
    20 * 300 + 10 * 2_500 + 1_290 * 30_000,
    {
      promptTokenCount: 20,
      candidatesTokenCount: 1_300,
      totalTokenCount: 1_320,
      candidatesTokensDetails: [tokens('IMAGE', 1_290)],
    },
  ],
  [
    ['speech out'],
    'speech it made ("Speech generation")',
    'gemini-2.5-flash-preview-tts',
    20 * 500 + 250 * 10_000,
    {
      promptTokenCount: 20,
      candidatesTokenCount: 250,
      totalTokenCount: 270,
      candidatesTokensDetails: [tokens('AUDIO', 250)],
    },
  ],
  [
    ['text'],
    'up to the long context',
    'gemini-2.5-pro',
    200_000 * 1_250 + 1_000 * 10_000,
    { promptTokenCount: 200_000, candidatesTokenCount: 1_000, totalTokenCount: 201_000 },
  ],
  [
    ['text'],
    'the long context',
    'gemini-2.5-pro',
    250_000 * 2_500 + 1_000 * 15_000,
    { promptTokenCount: 250_000, candidatesTokenCount: 1_000, totalTokenCount: 251_000 },
  ],
  [
    ['pages, code, file search'],
    'pages that it has fetched ("URL context")',
    'gemini-2.5-flash',
    (27 + 10_309) * 300 + (45 + 31) * 2_500,
    {
      promptTokenCount: 27,
      toolUsePromptTokenCount: 10_309,
      candidatesTokenCount: 45,
      thoughtsTokenCount: 31,
      totalTokenCount: 10_412,
      toolUsePromptTokensDetails: [tokens('TEXT', 10_309)],
    },
  ],
  [['text'], 'a prompt that was blocked', 'gemini-2.5-flash', 9 * 300, { promptTokenCount: 9, totalTokenCount: 9 }],
  [
    ['thoughts'],
    'thoughts that only the total tells of',
    'gemini-2.5-flash',
    10 * 300 + 120 * 2_500,
    { promptTokenCount: 10, candidatesTokenCount: 20, totalTokenCount: 130 },
  ],
  [['text'], 'nothing', 'gemini-2.5-flash', 0, { promptTokenCount: 0 }],
  // Introductory prices until the end of 2026: 0.75 and 3.75.
  [
    ['priority tier'],
    'the priority tier ("Priority inference")',
    'gemini-3.8-flash',
    (1_000 * 750 + 100 * 3_750) * 1.8,
    { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100 },
    { serviceTier: 'priority' },
  ],
  [
    ['flex tier'],
    'the flex tier ("Flex inference")',
    'gemini-3.8-flash',
    (1_000 * 750 + 100 * 3_750) / 2,
    { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100 },
    { service_tier: 'SERVICE_TIER_FLEX' },
  ],
  [
    ['priority tier'],
    'the ordinary tier where there was no room',
    'gemini-3.8-flash',
    1_000 * 750 + 100 * 3_750,
    { promptTokenCount: 1_000, candidatesTokenCount: 100, totalTokenCount: 1_100, serviceTier: 'standard' },
    { serviceTier: 'priority' },
  ],
  [
    ['pictures in'],
    'a picture ("Image understanding")',
    'gemini-2.5-flash',
    268 * 300 + 20 * 2_500,
    {
      promptTokenCount: 268,
      candidatesTokenCount: 20,
      totalTokenCount: 288,
      promptTokensDetails: [tokens('TEXT', 10), tokens('IMAGE', 258)],
    },
  ],
];

const generate = (
  replyWith: Pick<Vector, 'kinds' | 'what' | 'model' | 'bill' | 'reply'>,
  asked: JsonObject = {},
): Vector => ({
  provider: 'gemini',
  dialect: 'gemini',
  source: 'ai.google.dev, "GenerateContentResponse" and its guides',
  path: 'models/{model}:generateContent',
  asked: { contents: [], ...asked },
  ...replyWith,
});

/** 35 USD for a thousand prompts that were grounded, however often they searched; 25 with maps. */
const GROUNDED: readonly (readonly [what: string, grounding: JsonObject, nanodollars: number])[] = [
  [
    'three searches',
    { webSearchQueries: ['a', 'b', 'c'], groundingChunks: [{ web: { uri: 'https://a.example' } }] },
    35_000_000,
  ],
  ['a map', { groundingChunks: [{ maps: { uri: 'https://maps.example' } }] }, 25_000_000],
  ['no search after all', {}, 0],
];

/** 14 USD for a thousand unique queries that are not empty; where maps were read, as many as there was room for. */
const QUERIED: readonly (readonly [what: string, candidate: JsonObject, nanodollars: number])[] = [
  [
    'two searches, one of them twice and one empty',
    { groundingMetadata: { webSearchQueries: ['', 'weather in Tokyo', 'population of Tokyo', 'weather in Tokyo'] } },
    2 * 14_000_000,
  ],
  [
    'a search in a call that the reply shows',
    {
      content: {
        parts: [
          { toolCall: { toolType: 'GOOGLE_SEARCH_WEB', args: { queries: ['largest city in Mexico by population'] } } },
        ],
      },
    },
    14_000_000,
  ],
  ['a map', { content: { parts: [{ toolCall: { toolType: 'GOOGLE_MAPS', args: { queries: ['x'] } } }] } }, 14_000_000],
  ['no search after all', { groundingMetadata: {} }, 0],
];

const embed = (model: string, usageMetadata: JsonObject, bill: number): Vector => ({
  provider: 'gemini',
  dialect: 'gemini',
  kinds: ['embeddings'],
  what: 'an embedding',
  source: 'ai.google.dev, "Embeddings"',
  path: 'models/{model}:embedContent',
  model,
  asked: { content: { parts: [{ text: 'Hi' }] } },
  reply: { embedding: { values: [1] }, usageMetadata },
  bill,
});

/** An interaction. @param bill in nano-dollars */
const interact = (
  what: string,
  kinds: readonly string[],
  bill: number,
  reply: JsonObject,
  asked: JsonObject = {},
): Vector => ({
  provider: 'gemini',
  dialect: 'gemini-interactions',
  kinds,
  what,
  source: '@google/genai 3.1, `Interaction` and `Usage`',
  path: 'interactions',
  model: 'gemini-3-flash-preview',
  asked: { input: 'Hi', ...asked },
  reply: { id: 'v1_x', status: 'completed', ...reply },
  bill,
});

const INTERACTION_USAGE = {
  total_input_tokens: 1_000,
  total_cached_tokens: 600,
  total_output_tokens: 40,
  total_thought_tokens: 60,
  total_tokens: 1_100,
};

const INTERACTIONS: readonly Vector[] = [
  interact(
    'an interaction with thoughts that has read from a cache',
    ['text and thoughts', 'cache'],
    400 * 500 + 600 * 50 + 100 * 3_000,
    { usage: INTERACTION_USAGE },
  ),
  interact(
    'two searches, told in the usage and in their steps',
    ['search'],
    400 * 500 + 600 * 50 + 100 * 3_000 + 2 * 14_000_000,
    {
      usage: { ...INTERACTION_USAGE, grounding_tool_count: [{ type: 'google_search', count: 2 }] },
      steps: [{ type: 'google_search_call', arguments: { queries: ['a', 'b'] } }],
    },
    { tools: [{ type: 'google_search' }] },
  ),
  interact(
    'code that was run, whose results are read',
    ['pages, code, file search'],
    (400 + 300) * 500 + 600 * 50 + 100 * 3_000,
    { usage: { ...INTERACTION_USAGE, total_tool_use_tokens: 300, total_tokens: 1_400 } },
    { tools: [{ type: 'code_execution' }] },
  ),
];

/** As pydantic-ai has recorded it: thoughts are in the total alone. */
const COMPATIBLE: Vector = {
  provider: 'gemini',
  dialect: 'openai-chat',
  kinds: ['text', 'reasoning'],
  what: 'thoughts in the total alone, at the OpenAI-compatible address',
  source: 'pydantic-ai, test_compatible_api_with_tool_calls_without_id',
  path: 'openai/chat/completions',
  model: 'gemini-2.5-pro',
  asked: { messages: [{ role: 'user', content: 'Hi' }] },
  reply: { id: 'x', usage: { completion_tokens: 12, prompt_tokens: 35, total_tokens: 109 } },
  bill: 35 * 1_250 + 74 * 10_000,
};

/** As recorded; kept for a quarter of an hour: 878 token hours at 1 USD a million, which are 1,000 nano-dollars each. */
const CACHE: Vector = {
  provider: 'gemini',
  dialect: 'gemini',
  kinds: ['caches'],
  what: 'a cache, and its storage',
  source: 'pydantic-ai, test_google_model_cached_content',
  path: 'cachedContents',
  model: 'gemini-2.5-flash',
  asked: { contents: [], ttl: '900s' },
  reply: { name: 'cachedContents/x', usageMetadata: { totalTokenCount: 3_512 } },
  bill: 3_512 * 300 + 878 * 1_000,
};

/** Prices: ai.google.dev, "Gemini Developer API pricing". */
export const GEMINI: readonly Vector[] = [
  generate({
    kinds: ['text'],
    what: 'a model that uses a computer, which its client runs',
    model: 'gemini-2.5-computer-use-preview-10-2025',
    bill: 1_000 * 1_250 + 50 * 10_000,
    reply: { usageMetadata: { promptTokenCount: 1_000, candidatesTokenCount: 50, totalTokenCount: 1_050 } },
  }),
  generate({
    kinds: ['speech out'],
    what: 'speech of 3.1',
    model: 'gemini-3.1-flash-tts-preview',
    bill: 10 * 1_000 + 500 * 20_000,
    reply: {
      usageMetadata: {
        promptTokenCount: 10,
        candidatesTokenCount: 500,
        totalTokenCount: 510,
        candidatesTokensDetails: [tokens('AUDIO', 500)],
      },
    },
  }),
  ...INTERACTIONS,
  COMPATIBLE,
  CACHE,
  ...ROWS.map(([kinds, what, model, bill, usageMetadata, asked]) =>
    generate({ kinds, what, model, bill, reply: { usageMetadata } }, asked),
  ),
  ...GROUNDED.map(([what, groundingMetadata, search]) =>
    generate({
      kinds: ['search and maps, up to Gemini 2.5'],
      what,
      model: 'gemini-2.5-flash',
      bill: 10 * 300 + 100 * 2_500 + search,
      reply: {
        usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 100, totalTokenCount: 110 },
        candidates: [{ groundingMetadata }],
      },
    }),
  ),
  ...QUERIED.map(([what, candidate, searches]) =>
    generate(
      {
        kinds: ['search and maps, from Gemini 3 on'],
        what,
        model: 'gemini-3-flash-preview',
        bill: 132 * 500 + (62 + 121) * 3_000 + searches,
        reply: {
          usageMetadata: {
            promptTokenCount: 132,
            candidatesTokenCount: 62,
            thoughtsTokenCount: 121,
            totalTokenCount: 315,
          },
          candidates: [candidate],
        },
      },
      { tools: [{ googleSearch: {} }, { googleMaps: {} }] },
    ),
  ),
  embed('gemini-embedding-001', { promptTokenCount: 100 }, 100 * 150),
  embed(
    'gemini-embedding-2',
    { promptTokenCount: 268, promptTokenDetails: [tokens('TEXT', 10), tokens('IMAGE', 258)] },
    10 * 200 + 258 * 450,
  ),
];
