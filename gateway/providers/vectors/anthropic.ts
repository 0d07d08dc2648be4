import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';
import { message, replyWith } from './vector.ts';

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
    ['text'],
    'plain text',
    'claude-sonnet-4-5',
    2_095 * 3_000 + 503 * 15_000,
    { input_tokens: 2_095, output_tokens: 503, service_tier: 'standard' },
  ],
  [
    ['cache read', 'cache write, 5 min and 1 h'],
    'both lifetimes of the cache ("Prompt caching")',
    'claude-sonnet-4-5',
    50 * 3_000 + 2_000 * 3_750 + 1_000 * 6_000 + 6_000 * 300 + 9 * 15_000,
    {
      input_tokens: 50,
      cache_creation_input_tokens: 3_000,
      cache_read_input_tokens: 6_000,
      output_tokens: 9,
      cache_creation: { ephemeral_5m_input_tokens: 2_000, ephemeral_1h_input_tokens: 1_000 },
    },
  ],
  [
    ['cache read'],
    'a cache read at a twentieth',
    'claude-opus-5-5',
    100 * 4_000 + 10_000 * 200 + 50 * 20_000,
    { input_tokens: 100, cache_read_input_tokens: 10_000, output_tokens: 50 },
  ],
  // 10 USD for 1,000.
  [
    ['web search'],
    'three searches ("Web search tool")',
    'claude-haiku-4-5',
    6_039 * 1_000 + 931 * 5_000 + 3 * 10_000_000,
    { input_tokens: 6_039, output_tokens: 931, server_tool_use: { web_search_requests: 3 } },
  ],
  [
    ['web fetch'],
    'a page that was fetched, which is tokens only',
    'claude-haiku-4-5',
    25_039 * 1_000 + 931 * 5_000,
    { input_tokens: 25_039, output_tokens: 931, server_tool_use: { web_search_requests: 0, web_fetch_requests: 1 } },
  ],
  [
    ['one region'],
    'one place ("Data residency")',
    'claude-opus-5',
    ((1_000 * 5_000 + 100 * 25_000) * 11) / 10,
    { input_tokens: 1_000, output_tokens: 100, inference_geo: 'us' },
  ],
  [
    ['text'],
    'any place',
    'claude-opus-5',
    1_000 * 5_000 + 100 * 25_000,
    { input_tokens: 1_000, output_tokens: 100, inference_geo: 'global' },
  ],
  [
    ['fast mode'],
    'speed ("Fast mode")',
    'claude-opus-5',
    1_000 * 10_000 + 100 * 50_000,
    { input_tokens: 1_000, output_tokens: 100, speed: 'fast' },
    { speed: 'fast' },
  ],
  [
    ['fast mode', 'one region'],
    'speed and place',
    'claude-opus-5',
    ((1_000 * 10_000 + 100 * 50_000) * 11) / 10,
    { input_tokens: 1_000, output_tokens: 100, speed: 'fast', inference_geo: 'us' },
    { speed: 'fast', inference_geo: 'us' },
  ],
  [
    ['fast mode'],
    'speed that the reply does not speak of',
    'claude-opus-5',
    1_000 * 10_000 + 100 * 50_000,
    { input_tokens: 1_000, output_tokens: 100 },
    { speed: 'fast' },
  ],
  [
    ['fast mode'],
    'speed that was not to be had',
    'claude-opus-5',
    1_000 * 5_000 + 100 * 25_000,
    { input_tokens: 1_000, output_tokens: 100, speed: 'standard' },
    { speed: 'fast' },
  ],
  [
    ['text'],
    'what was paid for before ("Service tiers")',
    'claude-opus-5',
    1_000 * 5_000 + 100 * 25_000,
    { input_tokens: 1_000, output_tokens: 100, service_tier: 'priority' },
  ],
  [
    ['text'],
    'a message of a batch',
    'claude-opus-5',
    (1_000 * 5_000 + 100 * 25_000) / 2,
    { input_tokens: 1_000, output_tokens: 100, service_tier: 'batch' },
  ],
  // Nothing on top: a container beside a search or a fetch from 2026-02-09 on is free.
  [
    ['code beside a search'],
    'code that read what was fetched ("Pricing: code execution tool")',
    'claude-sonnet-4-6',
    26_447 * 3_000 + 528 * 15_000,
    {
      input_tokens: 26_447,
      output_tokens: 528,
      server_tool_use: { web_search_requests: 0, web_fetch_requests: 1 },
    },
    {
      tools: [
        { type: 'web_fetch_20260209', name: 'web_fetch' },
        { type: 'code_execution_20260120', name: 'code_execution' },
      ],
    },
  ],
  [
    ['MCP servers'],
    'calls of an MCP server, which are tokens only ("MCP connector")',
    'claude-sonnet-4-0',
    2_674 * 3_000 + 373 * 15_000,
    { input_tokens: 2_674, output_tokens: 373, server_tool_use: { web_search_requests: 0 } },
    { mcp_servers: [{ type: 'url', url: 'https://mcp.deepwiki.com/mcp', name: 'deepwiki' }] },
  ],
  [['text'], 'nothing', 'claude-opus-5', 0, { input_tokens: 0, output_tokens: 0 }],
  [
    ['thinking'],
    'thoughts, which are output ("Extended thinking")',
    'claude-sonnet-4-5',
    92 * 3_000 + 1_543 * 15_000,
    {
      input_tokens: 92,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: 1_543,
      service_tier: 'standard',
    },
  ],
  [
    ['compaction'],
    'a conversation that was shortened ("Compaction")',
    'claude-opus-5',
    203_000 * 5_000 + 4_500 * 25_000,
    {
      input_tokens: 23_000,
      output_tokens: 1_000,
      iterations: [
        { type: 'compaction', input_tokens: 180_000, output_tokens: 3_500 },
        { type: 'message', input_tokens: 23_000, output_tokens: 1_000 },
      ],
    },
    { context_management: { edits: [{ type: 'compact_20260112' }] } },
  ],
  [
    ['web search', 'one region'],
    'a search in one place: the search itself costs the same',
    'claude-opus-5',
    1_000 * 5_500 + 10_000_000,
    { input_tokens: 1_000, output_tokens: 0, inference_geo: 'us', server_tool_use: { web_search_requests: 1 } },
  ],
];

/** Prices: platform.claude.com, "Pricing". */
const CODE = { type: 'code_execution_20260120', name: 'code_execution' };
const RAN = { container: { id: 'container_01', expires_at: '2026-05-08T20:54:05.797524Z' } };

/** 5 cents an hour, five minutes at least: $0.05 / 12, up to the next nano-dollar. */
const FIVE_MINUTES = 4_166_667;

/** A message of a request that may run code. */
function ran(what: string, bill: number, usage: JsonObject, more: { reply?: JsonObject; asked?: JsonObject }): Vector {
  return message('anthropic', {
    // Bounded, not exact: the reply does not tell how long the container ran.
    kinds: [],
    what,
    model: 'claude-sonnet-4-5',
    bill,
    source: 'platform.claude.com, "Pricing: code execution tool", 2026-11',
    reply: { ...replyWith(usage), ...more.reply },
    asked: { messages: [{ role: 'user', content: 'Hi' }], max_tokens: 4_096, tools: [CODE], ...more.asked },
  });
}

const CODE_RUNS: readonly Vector[] = [
  ran(
    'code that ran in a container',
    4_840 * 3_000 + 80 * 15_000 + FIVE_MINUTES,
    { input_tokens: 4_840, output_tokens: 80, server_tool_use: { web_search_requests: 0 } },
    { reply: { ...RAN, content: [{ type: 'bash_code_execution_tool_result' }, { type: 'text', text: '4' }] } },
  ),
  ran(
    'code that could have run',
    2_306 * 3_000 + 12 * 15_000,
    { input_tokens: 2_306, output_tokens: 12 },
    { reply: { container: null, content: [{ type: 'text', text: '4' }] } },
  ),
  ran(
    'a file that was loaded into a container, and no code',
    2_400 * 3_000 + 12 * 15_000 + FIVE_MINUTES,
    { input_tokens: 2_400, output_tokens: 12 },
    {
      reply: { content: [{ type: 'text', text: '4' }] },
      asked: { messages: [{ role: 'user', content: [{ type: 'container_upload', file_id: 'file_01' }] }] },
    },
  ),
];

const MESSAGES: readonly Vector[] = ROWS.map(([kinds, what, model, bill, usage, asked = {}]) => {
  const { asked: plain, ...vector } = message('anthropic', {
    kinds,
    what,
    model,
    bill,
    source: 'platform.claude.com, "Messages" and its guides',
    reply: replyWith(usage),
  });
  return { ...vector, asked: { ...plain, ...asked } };
});

export const ANTHROPIC: readonly Vector[] = [...MESSAGES, ...CODE_RUNS];
