import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector, VectorCase } from './vector.ts';

const SONNET = 'claude-sonnet-4-5@20250929';

function claude(location: string, vectorCase: VectorCase): Vector {
  const method = Array.isArray(vectorCase.reply) ? 'streamRawPredict' : 'rawPredict';
  return {
    provider: 'vertex',
    dialect: 'anthropic-messages',
    path: `projects/p/locations/${location}/publishers/anthropic/models/{model}:${method}`,
    asked: { anthropic_version: 'vertex-2023-10-16', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 100 },
    ...vectorCase,
  };
}

function gemini(location: string, method: string, vectorCase: VectorCase): Vector {
  return {
    provider: 'vertex',
    dialect: 'gemini',
    path: `projects/p/locations/${location}/publishers/google/models/{model}:${method}`,
    asked: { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] },
    ...vectorCase,
  };
}

const replyOf = (usageMetadata: JsonObject): JsonObject => ({
  candidates: [{ content: { role: 'model', parts: [{ text: 'Hi' }] }, finishReason: 'STOP', index: 0 }],
  usageMetadata,
});

/**
 * Prices: cloud.google.com/vertex-ai/generative-ai/pricing, 2026-11: Claude Sonnet 4.5 $3 and $15, Gemini 2.5 Flash
 * $0.30 and $2.50, its cache $0.03, a tenth more outside of `global`; priority at twice as much.
 */
export const VERTEX: readonly Vector[] = [
  claude('global', {
    kinds: ['text', 'cache read', 'cache write, 5 min and 1 h'],
    what: 'a message of Claude, everywhere',
    model: SONNET,
    source: 'platform.claude.com, "Claude on Vertex AI"',
    reply: {
      id: 'msg_vrtx_1',
      model: 'claude-sonnet-4-5-20250929',
      content: [{ type: 'text', text: 'Hi' }],
      stop_reason: 'end_turn',
      usage: {
        input_tokens: 12,
        cache_creation_input_tokens: 40,
        cache_read_input_tokens: 100,
        cache_creation: { ephemeral_5m_input_tokens: 30, ephemeral_1h_input_tokens: 10 },
        output_tokens: 30,
      },
    },
    bill: 12 * 3_000 + 30 * 3_750 + 10 * 6_000 + 100 * 300 + 30 * 15_000,
  }),
  claude('us-east5', {
    kinds: ['text'],
    what: 'a message of Claude in one region, in a stream',
    model: SONNET,
    source: 'platform.claude.com, "Claude on Vertex AI: global and regional endpoints"',
    reply: [
      {
        type: 'message_start',
        message: {
          id: 'msg_vrtx_1',
          model: 'claude-sonnet-4-5-20250929',
          usage: { input_tokens: 12, output_tokens: 1 },
        },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 30 } },
      { type: 'message_stop' },
    ],
    bill: 12 * 3_300 + 30 * 16_500,
  }),
  claude('europe-west1', {
    kinds: ['text'],
    what: 'an older Claude, which costs the same in a region',
    model: 'claude-sonnet-4@20250514',
    source: 'docs.claude.com, "Claude on Vertex AI: global and regional endpoints"',
    reply: { model: 'claude-sonnet-4-20250514', content: [], usage: { input_tokens: 100, output_tokens: 10 } },
    bill: 100 * 3_000 + 10 * 15_000,
  }),
  gemini('global', 'generateContent', {
    kinds: ['text', 'thoughts', 'cache'],
    what: 'an answer of Gemini, with its thoughts and a cache',
    model: 'gemini-2.5-flash',
    source: 'docs.cloud.google.com, "GenerateContentResponse"',
    reply: replyOf({
      promptTokenCount: 500,
      cachedContentTokenCount: 400,
      candidatesTokenCount: 20,
      thoughtsTokenCount: 30,
      totalTokenCount: 550,
      trafficType: 'ON_DEMAND',
    }),
    bill: 100 * 300 + 400 * 30 + 50 * 2_500,
  }),
  gemini('europe-west4', 'generateContent', {
    kinds: ['text'],
    what: 'an answer of Gemini in one region',
    model: 'gemini-2.5-flash',
    source: 'github.com/BerriAI/litellm/pull/37543',
    reply: replyOf({ promptTokenCount: 100, candidatesTokenCount: 20, totalTokenCount: 120, trafficType: 'ON_DEMAND' }),
    bill: 100 * 330 + 20 * 2_750,
  }),
  gemini('global', 'generateContent', {
    kinds: ['priority tier'],
    what: 'the priority tier, as the reply says it',
    model: 'gemini-2.5-flash',
    source: 'docs.cloud.google.com, "Priority PayGo"',
    reply: replyOf({
      promptTokenCount: 100,
      candidatesTokenCount: 20,
      totalTokenCount: 120,
      trafficType: 'ON_DEMAND_PRIORITY',
    }),
    bill: 100 * 600 + 20 * 5_000,
  }),
  gemini('global', 'predict', {
    kinds: ['embeddings'],
    what: 'embeddings by the character',
    model: 'text-embedding-005',
    asked: { instances: [{ content: 'What is life?' }] },
    source: 'docs.cloud.google.com, "Text embeddings API"',
    reply: {
      predictions: [{ embeddings: { values: [0.1], statistics: { truncated: false, token_count: 6 } } }],
      metadata: { billableCharacterCount: 11 },
    },
    // $0.000025 for a thousand characters.
    bill: 11 * 25,
  }),
  gemini('global', 'predict', {
    kinds: ['embeddings'],
    what: 'embeddings of Gemini, by the token',
    model: 'gemini-embedding-001',
    asked: { instances: [{ content: 'What is life?' }] },
    source: 'docs.cloud.google.com, "Text embeddings API"',
    reply: { predictions: [{ embeddings: { values: [0.1], statistics: { truncated: false, token_count: 6 } } }] },
    bill: 6 * 150,
  }),
];
