import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, Call, JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * Perplexity's models search at every request, for a fee by the size of what is read; deep research for a fee a search,
 * and its thoughts and what it reads are billed beside the answer. Source: docs.perplexity.ai, "Pricing"; 2026-11.
 */
export const perplexityFeatures: ServerFeatures = { plainBody, bound, addUsage };

/** Fees of one request, in USD per 1,000: the unit of `requests` is a tenth of a cent. */
const FEES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  sonar: { low: 5, medium: 8, high: 12 },
  pro: { low: 6, medium: 10, high: 14 },
  proSearch: { low: 14, medium: 18, high: 22 },
};
const DEEP = /^sonar-deep-research/;
const DEAREST_FEE = 22;

/**
 * Deep research sets itself no limit that is published. Held at three times the dearest example of its page: 340,000
 * tokens of thoughts, counted here as input at half as much again, what it reads, and its searches.
 */
const DEEP_READ = 1_700_000;
const DEEP_WINDOWS = 14;
const DEEP_SEARCHES = 100;

function plainBody(body: JsonObject): JsonObject {
  const { web_search_options: _options, model, ...rest } = body;
  return { ...rest, ...(typeof model === 'string' && { model: model.replace(/^sonar/, 'grounded') }) };
}

function bound(plain: Ask, { body }: Call): Ask {
  const model = typeof body['model'] === 'string' ? body['model'] : plain.model;
  const own = { ...plain, model, plain };
  if (!DEEP.test(model)) return { ...own, extras: { requests: feeOf(model, body['web_search_options']) } };
  return {
    ...own,
    inputBound: plain.inputBound === undefined ? undefined : plain.inputBound + DEEP_READ,
    windows: DEEP_WINDOWS,
    hiddenOutput: true,
    extras: { webSearches: DEEP_SEARCHES, requests: 0 },
  };
}

/** @param options of the request; what it leaves out is small and ordinary */
function feeOf(model: string, options: unknown): number {
  const { search_context_size: size = 'low', search_type: type = 'fast' } = isObject(options) ? options : {};
  const kind = !/-pro/.test(model) ? 'sonar' : type === 'fast' || model !== 'sonar-pro' ? 'pro' : 'proSearch';
  return FEES[kind]?.[String(size)] ?? DEAREST_FEE;
}

function addUsage(usage: TokenUsage, { usage: reported }: JsonObject, { model, extras = {} }: Ask): TokenUsage {
  if (!isObject(reported)) return usage;
  const count = (field: string): number => readCount(reported[field]) ?? 0;
  if (!DEEP.test(model))
    return { ...usage, parts: { ...usage.parts, requests: feeReported(reported, extras.requests) } };
  const [read, thought] = [count('citation_tokens'), count('reasoning_tokens')];
  return {
    ...usage,
    input: usage.input + read,
    output: usage.output + thought,
    parts: { ...usage.parts, reasoning: thought, webSearches: count('num_search_queries'), requests: 0 },
  };
}

/** The fee that the reply names, in tenths of a cent. Its other amounts are rounded, so the tokens count instead. */
function feeReported({ cost }: JsonObject, asked: number = DEAREST_FEE): number {
  const fee: unknown = isObject(cost) ? cost['request_cost'] : undefined;
  return typeof fee === 'number' && fee >= 0 && fee < 1 ? Math.ceil(Number((fee * 1e6).toPrecision(12))) / 1e3 : asked;
}
