import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';
import { response } from './vector.ts';

const tokens = (input: number, output: number, more: JsonObject = {}, reasoning = 0): JsonObject => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: 0, ...more },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: reasoning },
  total_tokens: input + output,
});
const search = (action: JsonObject): JsonObject => ({
  type: 'web_search_call',
  id: 'ws_1',
  status: 'completed',
  action,
});

type Row = readonly [kinds: readonly string[], what: string, model: string, reply: JsonObject, bill: number];

const ROWS: readonly Row[] = [
  // Source: OpenAI API reference, "Create a response", text input. $2 in, $8 out.
  [['text'], 'text', 'gpt-4.1', { status: 'completed', usage: tokens(36, 87) }, 36 * 2_000 + 87 * 8_000],
  // Source: the same, image input.
  [['text'], 'an image', 'gpt-4.1', { status: 'completed', usage: tokens(328, 52) }, 328 * 2_000 + 52 * 8_000],
  // Source: OpenAI, "Reasoning models", usage object. $1.25 in, $10 out: what was thought is part of the output.
  [
    ['reasoning'],
    'thought tokens',
    'gpt-5',
    { status: 'completed', usage: tokens(75, 1_186, {}, 1_024) },
    75 * 1_250 + 1_186 * 10_000,
  ],
  // Source: OpenAI, "Prompt caching", usage object (2,006 read, 1,920 of them cached). $0.125 cached.
  [
    ['cache'],
    'cached tokens',
    'gpt-5',
    { status: 'completed', usage: tokens(2_006, 300, { cached_tokens: 1_920 }) },
    86 * 1_250 + 1_920 * 125 + 300 * 10_000,
  ],
  // Source: OpenAI API reference, "The Response object", cache_write_tokens. $4 in, $0.40 read, $5 written, $20 out.
  [
    ['cache'],
    'written to the cache, for both lifetimes',
    'gpt-5.6-sol',
    {
      status: 'completed',
      usage: tokens(10_000, 100, {
        cached_tokens: 6_000,
        cache_write_tokens: 3_000,
        cache_write_tokens_details: { ttl_30m_tokens: 1_000, ttl_12h_tokens: 2_000 },
      }),
    },
    1_000 * 4_000 + 6_000 * 400 + 3_000 * 5_000 + 100 * 20_000,
  ],
  // Above 272,000 tokens all of it costs more: $8 in, $30 out. Source: OpenAI, "Pricing", long context.
  [
    ['text'],
    'a long context',
    'gpt-5.6-sol',
    { status: 'completed', usage: tokens(300_000, 1_000) },
    300_000 * 8_000 + 1_000 * 30_000,
  ],
  // Source: openai.com/api-priority-processing. Twice.
  [
    ['priority tier'],
    'the priority tier',
    'gpt-5',
    { status: 'completed', service_tier: 'priority', usage: tokens(1_000, 100) },
    1_000 * 2_500 + 100 * 20_000,
  ],
  [
    ['flex tier'],
    'the flex tier',
    'gpt-5',
    { status: 'completed', service_tier: 'flex', usage: tokens(1_000, 100) },
    (1_000 * 1_250 + 100 * 10_000) / 2,
  ],
  // Source: OpenAI API reference, "tool_usage". $10 for 1,000 searches.
  [
    ['web search'],
    "searches of the web, by the provider's own count",
    'gpt-5',
    {
      status: 'completed',
      tools: [{ type: 'web_search' }],
      output: [search({ type: 'search', queries: ['a', 'b', 'c'] })],
      tool_usage: { web_search: { num_requests: 2 } },
      usage: tokens(8_000, 200),
    },
    8_000 * 1_250 + 200 * 10_000 + 2 * 10_000_000,
  ],
  // Source: OpenAI, "Web search": search actions incur a tool call cost, opened pages do not.
  [
    ['web search'],
    'searches of the web, counted in the output',
    'gpt-5',
    {
      status: 'completed',
      tools: [{ type: 'web_search' }],
      output: [
        search({ type: 'search', query: 'a' }),
        search({ type: 'open_page', url: 'https://example.com' }),
        search({ type: 'search', queries: ['b', 'c'] }),
      ],
      usage: tokens(8_000, 200),
    },
    8_000 * 1_250 + 200 * 10_000 + 3 * 10_000_000,
  ],
  // $25 for 1,000 with a model that does not reason. Source: OpenAI, "Pricing", web search preview.
  [
    ['web search'],
    'the preview of web search',
    'gpt-4o',
    {
      status: 'completed',
      tools: [{ type: 'web_search_preview' }],
      tool_usage: { web_search: { num_requests: 2 } },
      usage: tokens(328, 356),
    },
    328 * 2_500 + 356 * 10_000 + 2 * 25_000_000,
  ],
  // One search is two and a half, and no three. Recorded: traceloop/openllmetry, test_agent_with_web_search_tool_spans.
  [
    ['web search'],
    'a single search of the preview',
    'gpt-4.1',
    {
      status: 'completed',
      tools: [{ type: 'web_search_preview' }],
      output: [search({ type: 'search', query: 'a' })],
      usage: tokens(319, 650),
    },
    30_838_000,
  ],
  // Source: OpenAI API reference, "Create a response", file search. $2.50 for 1,000.
  [
    ['file search'],
    'a file search',
    'gpt-4.1',
    {
      status: 'completed',
      tools: [{ type: 'file_search' }],
      output: [{ type: 'file_search_call', id: 'fs_1', queries: ['a'] }],
      usage: tokens(18_307, 348),
    },
    18_307 * 2_000 + 348 * 8_000 + 2_500_000,
  ],
  // $0.03 for a container of 1 GB, four times that for 4 GB. Source: OpenAI, "Pricing", containers.
  [
    ['code interpreter'],
    'two runs in one container',
    'gpt-4.1',
    {
      status: 'completed',
      tools: [{ type: 'code_interpreter', container: { type: 'auto', memory_limit: '4g' } }],
      output: [
        { type: 'code_interpreter_call', container_id: 'cntr_1' },
        { type: 'code_interpreter_call', container_id: 'cntr_1' },
      ],
      usage: tokens(500, 50),
    },
    500 * 2_000 + 50 * 8_000 + 4 * 30_000_000,
  ],
  [
    ['reasoning'],
    'a response that reached its limit',
    'gpt-5',
    { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, usage: tokens(75, 16, {}, 16) },
    75 * 1_250 + 16 * 10_000,
  ],
  [['text'], 'a response that failed with a figure', 'gpt-5', { status: 'failed', usage: tokens(75, 0) }, 75 * 1_250],
];

/** Prices: platform.openai.com, "Pricing". */
export const OPENAI_RESPONSES: readonly Vector[] = [
  ...ROWS.map(([kinds, what, model, reply, bill]) =>
    response('openai', { kinds, what, model, reply, bill, source: 'OpenAI API reference, "The Response object"' }),
  ),
  response('openai', {
    kinds: ['text'],
    what: 'a compaction',
    model: 'gpt-5',
    source: 'OpenAI API reference, "Compact a response"',
    path: 'responses/compact',
    reply: { object: 'response.compaction', output: [], usage: tokens(139, 438, {}, 64) },
    bill: 139 * 1_250 + 438 * 10_000,
  }),
];
