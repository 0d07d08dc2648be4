import { describe, expect, it } from 'vitest';
import { findPrice } from '../../domain/price.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import { callOf } from '../call-of.ts';
import type { JsonObject, Operation } from '../dialect.ts';
import { compact } from './compact.ts';
import { createResponse } from './create-response.ts';

/** What a reply costs in nano-dollars, as the ledger would say it. */
function bill(operation: Operation, model: string, reply: JsonObject): number {
  const ask = operation.readAsk(callOf({ model, input: 'x' }, 40));
  if ('fault' in ask) throw new Error(ask.message);
  const usage = operation.readUsage(reply, ask);
  const price = findPrice({ source: PROVIDERS.openai.prices, model, at: Date.parse('2026-11-21T12:00:00Z'), overrides: [] });
  if (!usage || !price) throw new Error('no usage, or no price');
  expect(price.findUnpriced({ ...usage, extras: usage.parts ?? {} })).toBeUndefined();
  return price.costOf(usage);
}

const tokens = (input: number, output: number, more: JsonObject = {}, reasoning = 0): JsonObject => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: 0, ...more },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: reasoning },
  total_tokens: input + output,
});
const search = (action: JsonObject): JsonObject => ({ type: 'web_search_call', id: 'ws_1', status: 'completed', action });

/** Replies as the API documentation shows them, and the bill by hand: a rate of $1 per million is 1,000 a token. */
describe('the bill of a response', () => {
  it.each<readonly [what: string, model: string, reply: JsonObject, nanodollars: number]>([
    // Source: OpenAI API reference, "Create a response", text input. $2 in, $8 out.
    ['text', 'gpt-4.1', { status: 'completed', usage: tokens(36, 87) }, 36 * 2_000 + 87 * 8_000],
    // Source: the same, image input.
    ['an image', 'gpt-4.1', { status: 'completed', usage: tokens(328, 52) }, 328 * 2_000 + 52 * 8_000],
    // Source: OpenAI, "Reasoning models", usage object. $1.25 in, $10 out: what was thought is part of the output.
    ['thought tokens', 'gpt-5', { status: 'completed', usage: tokens(75, 1_186, {}, 1_024) }, 75 * 1_250 + 1_186 * 10_000],
    // Source: OpenAI, "Prompt caching", usage object (2,006 read, 1,920 of them cached). $0.125 cached.
    ['cached tokens', 'gpt-5', { status: 'completed', usage: tokens(2_006, 300, { cached_tokens: 1_920 }) }, 86 * 1_250 + 1_920 * 125 + 300 * 10_000],
    // Source: OpenAI API reference, "The Response object", cache_write_tokens. $4 in, $0.40 read, $5 written, $20 out.
    ['written to the cache, for both lifetimes', 'gpt-5.6-sol',
      { status: 'completed', usage: tokens(10_000, 100, { cached_tokens: 6_000, cache_write_tokens: 3_000, cache_write_tokens_details: { ttl_30m_tokens: 1_000, ttl_12h_tokens: 2_000 } }) },
      1_000 * 4_000 + 6_000 * 400 + 3_000 * 5_000 + 100 * 20_000],
    // Above 272,000 tokens all of it costs more: $8 in, $30 out. Source: OpenAI, "Pricing", long context.
    ['a long context', 'gpt-5.6-sol', { status: 'completed', usage: tokens(300_000, 1_000) }, 300_000 * 8_000 + 1_000 * 30_000],
    // Source: openai.com/api-priority-processing. Twice.
    ['the priority tier', 'gpt-5', { status: 'completed', service_tier: 'priority', usage: tokens(1_000, 100) }, 1_000 * 2_500 + 100 * 20_000],
    ['the flex tier', 'gpt-5', { status: 'completed', service_tier: 'flex', usage: tokens(1_000, 100) }, (1_000 * 1_250 + 100 * 10_000) / 2],
    // Source: OpenAI API reference, "tool_usage". $10 for 1,000 searches.
    ['searches of the web, by the provider\'s own count', 'gpt-5',
      { status: 'completed', tools: [{ type: 'web_search' }], output: [search({ type: 'search', queries: ['a', 'b', 'c'] })], tool_usage: { web_search: { num_requests: 2 } }, usage: tokens(8_000, 200) },
      8_000 * 1_250 + 200 * 10_000 + 2 * 10_000_000],
    // Source: OpenAI, "Web search": search actions incur a tool call cost, opened pages do not.
    ['searches of the web, counted in the output', 'gpt-5',
      { status: 'completed', tools: [{ type: 'web_search' }], output: [search({ type: 'search', query: 'a' }), search({ type: 'open_page', url: 'https://example.com' }), search({ type: 'search', queries: ['b', 'c'] })], usage: tokens(8_000, 200) },
      8_000 * 1_250 + 200 * 10_000 + 3 * 10_000_000],
    // $25 for 1,000 with a model that does not reason. Source: OpenAI, "Pricing", web search preview.
    ['the preview of web search', 'gpt-4o',
      { status: 'completed', tools: [{ type: 'web_search_preview' }], tool_usage: { web_search: { num_requests: 2 } }, usage: tokens(328, 356) },
      328 * 2_500 + 356 * 10_000 + 2 * 25_000_000],
    // Source: OpenAI API reference, "Create a response", file search. $2.50 for 1,000.
    ['a file search', 'gpt-4.1', { status: 'completed', tools: [{ type: 'file_search' }], output: [{ type: 'file_search_call', id: 'fs_1', queries: ['a'] }], usage: tokens(18_307, 348) },
      18_307 * 2_000 + 348 * 8_000 + 2_500_000],
    // $0.03 for a container of 1 GB, four times that for 4 GB. Source: OpenAI, "Pricing", containers.
    ['two runs in one container', 'gpt-4.1',
      { status: 'completed', tools: [{ type: 'code_interpreter', container: { type: 'auto', memory_limit: '4g' } }], output: [{ type: 'code_interpreter_call', container_id: 'cntr_1' }, { type: 'code_interpreter_call', container_id: 'cntr_1' }], usage: tokens(500, 50) },
      500 * 2_000 + 50 * 8_000 + 4 * 30_000_000],
    ['a response that reached its limit', 'gpt-5', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, usage: tokens(75, 16, {}, 16) }, 75 * 1_250 + 16 * 10_000],
    ['a response that failed with a figure', 'gpt-5', { status: 'failed', usage: tokens(75, 0) }, 75 * 1_250],
  ])('%s', (_what, model, reply, nanodollars) => {
    expect(bill(createResponse, model, reply)).toBe(nanodollars);
  });

  it('a compaction', () => {
    // Source: OpenAI API reference, "Compact a response".
    const reply = { object: 'response.compaction', output: [], usage: tokens(139, 438, {}, 64) };
    expect(bill(compact, 'gpt-5', reply)).toBe(139 * 1_250 + 438 * 10_000);
  });

  it.each<readonly [what: string, reply: JsonObject]>([
    ['is queued', { status: 'queued', usage: null }],
    ['is under way, whatever it says so far', { status: 'in_progress', usage: tokens(10, 1) }],
    ['says nothing', { status: 'completed' }],
    ['says half of it', { status: 'completed', usage: { input_tokens: 5 } }],
    ['says what is no number', { status: 'completed', usage: { input_tokens: '5', output_tokens: -1 } }],
  ])('is not told by a reply that %s', (_what, reply) => {
    expect(createResponse.readUsage(reply, { ...readPlain(), model: 'gpt-5' })).toBeUndefined();
  });
});

function readPlain() {
  const ask = createResponse.readAsk(callOf({ model: 'gpt-5', input: 'x' }, 40));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}
