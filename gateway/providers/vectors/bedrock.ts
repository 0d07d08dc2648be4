import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector, VectorCase } from './vector.ts';

const HELLO = [{ role: 'user', content: [{ text: 'Hi' }] }];
const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';

function converse(vectorCase: VectorCase): Vector {
  const path = `model/{model}/converse${Array.isArray(vectorCase.reply) ? '-stream' : ''}`;
  return { provider: 'bedrock', dialect: 'bedrock', path, asked: { messages: HELLO }, ...vectorCase };
}

function invoke(vectorCase: VectorCase): Vector {
  const asked = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hi' }],
  };
  const path = `model/{model}/invoke${Array.isArray(vectorCase.reply) ? '-with-response-stream' : ''}`;
  return { provider: 'bedrock', dialect: 'bedrock', path, asked, ...vectorCase };
}

const usage = (inputTokens: number, outputTokens: number, more: JsonObject = {}): JsonObject => ({
  usage: { inputTokens, outputTokens, serverToolUsage: {}, totalTokens: inputTokens + outputTokens, ...more },
});
/** One event of Anthropic's stream, as a frame holds it. */
const chunk = (event: JsonObject): JsonObject => ({
  chunk: { bytes: Buffer.from(JSON.stringify(event)).toString('base64'), p: 'abcdefgh' },
});

/**
 * Prices: aws.amazon.com/bedrock/pricing, us-east-1, 2026-11: Claude Sonnet 4.5 $3 and $15, a tenth more outside of the
 * global profile, a cache at 1.25 (five minutes), 2 (an hour) and 0.1 of the input; Nova Micro $0.035 and $0.14, Nova
 * Pro $0.80 and $3.20; Titan Text Embeddings V2 $0.02. Replies: pydantic-ai's recordings at 111dda9b,
 * tests/models/cassettes/test_bedrock.
 */
export const BEDROCK: readonly Vector[] = [
  converse({
    kinds: ['text'],
    what: 'text of Nova, in a stream',
    model: 'amazon.nova-micro-v1:0',
    source: 'pydantic-ai, test_bedrock_model_stream',
    reply: [
      { messageStart: { role: 'assistant' } },
      { contentBlockDelta: { contentBlockIndex: 0, delta: { text: 'The' }, p: 'abc' } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: 'end_turn' } },
      { metadata: { metrics: { latencyMs: 391 }, ...usage(13, 82) } },
    ],
    bill: 13 * 35 + 82 * 140,
  }),
  converse({
    kinds: ['thinking'],
    what: 'thoughts of Claude, which are output',
    model: 'us.anthropic.claude-sonnet-4-20250514-v1:0',
    asked: { messages: HELLO, additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1_024 } } },
    source: 'pydantic-ai, test_bedrock_model_thinking_part_anthropic',
    reply: usage(43, 303, { cacheReadInputTokens: 0, cacheWriteInputTokens: 0 }),
    // Sonnet 4 costs the same in every profile.
    bill: 43 * 3_000 + 303 * 15_000,
  }),
  converse({
    kinds: ['cache write, 5 min and 1 h'],
    what: 'a cache that is written, beside the plain input',
    model: SONNET,
    asked: { messages: HELLO, system: [{ cachePoint: { type: 'default' } }] },
    source: 'pydantic-ai, test_bedrock_cache_write_and_read',
    reply: {
      usage: {
        cacheDetails: [{ inputTokens: 1_322, ttl: '5m' }],
        cacheReadInputTokens: 0,
        cacheWriteInputTokens: 1_322,
        inputTokens: 2,
        outputTokens: 5,
        serverToolUsage: {},
        totalTokens: 1_329,
      },
    },
    bill: 2 * 3_300 + 1_322 * 4_125 + 5 * 16_500,
  }),
  converse({
    kinds: ['cache read'],
    what: 'a cache that is read',
    model: SONNET,
    asked: { messages: HELLO, system: [{ cachePoint: { type: 'default' } }] },
    source: 'pydantic-ai, test_bedrock_cache_write_and_read',
    reply: {
      usage: {
        cacheReadInputTokens: 1_322,
        cacheWriteInputTokens: 0,
        inputTokens: 2,
        outputTokens: 5,
        serverToolUsage: {},
        totalTokens: 1_329,
      },
    },
    bill: 2 * 3_300 + 1_322 * 330 + 5 * 16_500,
  }),
  converse({
    kinds: ['cache write, 5 min and 1 h'],
    what: 'a cache that is written for an hour, in the global profile',
    model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    asked: { messages: HELLO, system: [{ cachePoint: { type: 'default', ttl: '1h' } }] },
    source: 'docs.aws.amazon.com, "CacheDetail"',
    reply: usage(10, 20, {
      cacheWriteInputTokens: 1_500,
      cacheDetails: [
        { ttl: '1h', inputTokens: 1_000 },
        { ttl: '5m', inputTokens: 500 },
      ],
      totalTokens: 1_530,
    }),
    bill: 10 * 3_000 + 1_000 * 6_000 + 500 * 3_750 + 20 * 15_000,
  }),
  converse({
    kinds: ['optimized latency'],
    what: 'latency that is optimized, for a quarter more',
    model: 'us.amazon.nova-pro-v1:0',
    asked: { messages: HELLO, performanceConfig: { latency: 'optimized' } },
    source: 'pydantic-ai, test_bedrock_model_performance_config',
    reply: { performanceConfig: { latency: 'optimized' }, ...usage(13, 70) },
    bill: 13 * 1_000 + 70 * 4_000,
  }),
  invoke({
    kinds: ['bodies of Claude'],
    what: 'a message',
    model: SONNET,
    source: 'docs.aws.amazon.com, "Anthropic Claude Messages API"',
    reply: {
      model: 'claude-sonnet-4-5-20250929',
      id: 'msg_bdrk_1',
      content: [{ type: 'text', text: 'Hi' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 12, cache_creation_input_tokens: 0, cache_read_input_tokens: 100, output_tokens: 30 },
    },
    bill: 12 * 3_300 + 100 * 330 + 30 * 16_500,
  }),
  invoke({
    kinds: ['bodies of Claude'],
    what: 'a message, in a stream',
    model: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
    source: 'docs.aws.amazon.com, "InvokeModelWithResponseStream", "Anthropic Claude Messages API"',
    reply: [
      chunk({
        type: 'message_start',
        message: {
          model: 'claude-sonnet-4-5-20250929',
          id: 'msg_bdrk_1',
          usage: { input_tokens: 12, output_tokens: 1 },
        },
      }),
      chunk({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
      chunk({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } }),
      chunk({ type: 'content_block_stop', index: 0 }),
      chunk({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 30 } }),
      chunk({
        type: 'message_stop',
        'amazon-bedrock-invocationMetrics': { inputTokenCount: 12, outputTokenCount: 30, invocationLatency: 900 },
      }),
    ],
    bill: 12 * 3_000 + 30 * 15_000,
  }),
  {
    provider: 'bedrock',
    dialect: 'bedrock',
    path: 'model/{model}/invoke',
    kinds: ['embeddings'],
    what: 'an embedding of a text',
    model: 'amazon.titan-embed-text-v2:0',
    asked: { inputText: 'Hi' },
    source: 'docs.aws.amazon.com, "Amazon Titan Embeddings Text"',
    reply: { embedding: [0.1], inputTextTokenCount: 500 },
    bill: 500 * 20,
  },
];
