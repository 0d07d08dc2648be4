// Long because each case has its own sample.
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
  // $0.03 for a container of 1 GB of each tool. Source: OpenAI, "Pricing", containers; the item: openai-node 7.57.0.
  [
    ['shell'],
    'a hosted shell and a code interpreter',
    'gpt-5.6-sol',
    {
      status: 'completed',
      created_at: 1_700_000_000,
      completed_at: 1_700_000_090,
      tools: [
        { type: 'shell', environment: { type: 'container_auto' } },
        { type: 'code_interpreter', container: { type: 'auto' } },
      ],
      output: [
        { type: 'shell_call', environment: { type: 'container_reference', container_id: 'cntr_1' } },
        { type: 'shell_call', environment: { type: 'container_reference', container_id: 'cntr_1' } },
        { type: 'shell_call', environment: { type: 'local' } },
        { type: 'code_interpreter_call', container_id: 'cntr_2' },
      ],
      usage: tokens(2_000, 300),
    },
    2_000 * 4_000 + 300 * 20_000 + 2 * 30_000_000,
  ],
  // A session ends after twenty minutes; this response took forty-one.
  [
    ['shell'],
    'a shell that ran for three sessions',
    'gpt-5.6-sol',
    {
      status: 'completed',
      created_at: 1_700_000_000,
      completed_at: 1_700_000_000 + 41 * 60,
      tools: [{ type: 'shell', environment: { type: 'container_auto', memory_limit: '4g' } }],
      output: [{ type: 'shell_call', environment: { type: 'container_reference', container_id: 'cntr_1' } }],
      usage: tokens(2_000, 300),
    },
    2_000 * 4_000 + 300 * 20_000 + 3 * 4 * 30_000_000,
  ],
  // The picture is billed at its own model: $5 words in, $8 pictures in and $2 of them cached, $30 out. Shape: OpenAI
  // API reference, "tool_usage.image_gen".
  [
    ['pictures by a tool'],
    'two pictures by the model of the tool',
    'gpt-5.6-sol',
    {
      status: 'completed',
      tools: [{ type: 'image_generation', size: 'auto' }],
      output: [
        { type: 'image_generation_call', id: 'ig_1', status: 'completed', quality: 'high', size: '1024x1024' },
        { type: 'image_generation_call', id: 'ig_2', status: 'completed', quality: 'high', size: '1024x1024' },
      ],
      tool_usage: {
        image_gen: {
          input_tokens: 1_500,
          input_tokens_details: { image_tokens: 1_000, text_tokens: 500 },
          output_tokens: 14_048,
          output_tokens_details: { image_tokens: 14_048, text_tokens: 0 },
          cached_tokens: 400,
          cached_tokens_details: { cached_image_tokens: 400, cached_text_tokens: 0 },
          total_tokens: 15_548,
        },
        web_search: { num_requests: 0 },
      },
      usage: tokens(2_300, 120),
    },
    2_300 * 4_000 + 120 * 20_000 + 500 * 5_000 + 600 * 8_000 + 400 * 2_000 + 14_048 * 30_000,
  ],
  // The same at gpt-image-1.5, which writes text too: $10, and pictures at $32.
  [
    ['pictures by a tool'],
    'a picture by a model that the tool names',
    'gpt-5',
    {
      status: 'completed',
      tools: [{ type: 'image_generation', model: 'gpt-image-1.5' }],
      output: [{ type: 'image_generation_call', id: 'ig_1', status: 'completed' }],
      tool_usage: {
        image_gen: {
          input_tokens: 30,
          input_tokens_details: { image_tokens: 0, text_tokens: 30 },
          output_tokens: 1_100,
          output_tokens_details: { image_tokens: 1_056, text_tokens: 44 },
          total_tokens: 1_130,
        },
        web_search: { num_requests: 0 },
      },
      usage: tokens(361, 265, {}, 192),
    },
    361 * 1_250 + 265 * 10_000 + 30 * 5_000 + 1_056 * 32_000 + 44 * 10_000,
  ],
  // Calls of MCP servers cost tokens alone. Recorded: pydantic-ai, test_openai_responses_model_mcp_server_tool.
  [
    ['MCP servers'],
    'a call of a remote MCP server',
    'o4-mini',
    {
      status: 'completed',
      tools: [{ type: 'mcp', server_label: 'deepwiki', server_url: 'https://mcp.deepwiki.com/mcp' }],
      output: [
        { type: 'mcp_list_tools', server_label: 'deepwiki', tools: [{ name: 'ask_question' }] },
        { type: 'mcp_call', name: 'ask_question', server_label: 'deepwiki', output: 'Pydantic AI is a framework.' },
      ],
      usage: tokens(1_207, 535, {}, 320),
    },
    1_207 * 1_100 + 535 * 4_400,
  ],
  // Programs run for nothing; what they print is read. Source: OpenAI, "Programmatic Tool Calling".
  [
    ['programs that call tools'],
    'a program that searched the web',
    'gpt-5.6-sol',
    {
      status: 'completed',
      tools: [{ type: 'programmatic_tool_calling' }, { type: 'web_search' }],
      output: [
        { type: 'program', code: 'text(await tools.web_search({ query: "a" }))' },
        search({ type: 'search', query: 'a' }),
        { type: 'program_output', output: 'a' },
      ],
      tool_usage: { web_search: { num_requests: 1 } },
      usage: tokens(3_000, 200),
    },
    3_000 * 4_000 + 200 * 20_000 + 10_000_000,
  ],
  // The summary is in the usage of the response. Recorded: pydantic-ai, test_openai_responses_compact_stateful_mode.
  [
    ['compaction'],
    'a conversation that was shortened on the way',
    'gpt-4.1',
    {
      status: 'completed',
      output: [{ type: 'message' }, { type: 'compaction', encrypted_content: 'gAAAA' }],
      usage: tokens(847, 1_179),
    },
    847 * 2_000 + 1_179 * 8_000,
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
