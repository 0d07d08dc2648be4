import type { JsonObject } from '../../dialects/dialect.ts';
import type { Vector } from './vector.ts';
import { chat, chunks, replyWith } from './vector.ts';

/** Its amounts are rounded, all but the fee of the request. */
const usage = (input: number, output: number, fee: number): JsonObject => ({
  prompt_tokens: input,
  completion_tokens: output,
  total_tokens: input + output,
  search_context_size: 'low',
  cost: { input_tokens_cost: 0, output_tokens_cost: 0, request_cost: fee, total_cost: fee },
});

/** Tokens and the fee of a request by what is read for it. Prices: docs.perplexity.ai, "Pricing". */
export const PERPLEXITY: readonly Vector[] = [
  chat('perplexity', {
    kinds: ['text'],
    what: 'a small search: $5 per 1,000',
    model: 'sonar',
    source: 'a reply of 2025-08-29 that is published whole; docs.perplexity.ai, "Pricing"',
    reply: replyWith(usage(9, 402, 0.005)),
    bill: 9 * 1_000 + 402 * 1_000 + 5_000_000,
  }),
  chat('perplexity', {
    kinds: ['text'],
    what: 'a small search of Sonar Pro: $6 per 1,000, in a stream',
    model: 'sonar-pro',
    source: 'docs.perplexity.ai, "Media response"; "Pricing"',
    reply: chunks({ usage: usage(6, 542, 0.006) }),
    bill: 6 * 3_000 + 542 * 15_000 + 6_000_000,
  }),
  chat('perplexity', {
    kinds: ['text'],
    what: 'a large search whose reply does not name its fee: $14 per 1,000',
    model: 'sonar-reasoning-pro',
    source: 'docs.perplexity.ai, "Pricing"',
    asked: { messages: [{ role: 'user', content: 'Hi' }], web_search_options: { search_context_size: 'high' } },
    reply: replyWith({ prompt_tokens: 10, completion_tokens: 1_000, total_tokens: 1_010 }),
    bill: 10 * 2_000 + 1_000 * 8_000 + 14_000_000,
  }),
  chat('perplexity', {
    kinds: ['reasoning'],
    what: 'deep research: what it read, its thoughts and its searches are beside the answer',
    model: 'sonar-deep-research',
    source: 'docs.perplexity.ai, "Pricing: cost of deep research"',
    reply: replyWith({
      prompt_tokens: 33,
      completion_tokens: 7_163,
      total_tokens: 7_196,
      citation_tokens: 20_016,
      num_search_queries: 18,
      reasoning_tokens: 73_997,
    }),
    bill: (33 + 20_016) * 2_000 + 7_163 * 8_000 + 73_997 * 3_000 + 18 * 5_000_000,
  }),
];
