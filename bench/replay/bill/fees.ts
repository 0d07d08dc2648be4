import { dig, digList, digNumber, digText } from '../dig.ts';
import type { FinalReply } from './final-reply.ts';

/** Something that is billed on top of tokens, in USD. */
export interface Fee {
  readonly what: string;
  readonly usd: number;
}

/** USD each. Source: platform.openai.com, "Pricing", built-in tools, 2026-11. */
const SEARCH = 10 / 1_000;
const PREVIEW_SEARCH = 25 / 1_000;
const FILE_SEARCH = 2.5 / 1_000;
const CONTAINER = 0.03;
/** Five minutes at 5 cents an hour. Source: platform.claude.com, "Pricing: code execution tool", 2026-11. */
const LEAST_CONTAINER = 0.05 / 12;
/** A grounded prompt up to Gemini 2.5; a query from Gemini 3 on. Source: ai.google.dev, "Pricing", 2026-11. */
const GROUNDED_PROMPT = 35 / 1_000;
const GROUNDED_QUERY = 14 / 1_000;

/** The usage in a reply on top of its tokens. Anthropic's searches are in the library. */
export function feesOf({ flavor, document }: FinalReply, model: string): readonly Fee[] {
  if (flavor === 'responses') return responseFees(document, model);
  if (flavor === 'gemini') return groundingFees(document, model);
  if (flavor === 'anthropic') return fee('code container', countContainers(document), LEAST_CONTAINER);
  return /search-preview/.test(model) ? [{ what: 'search preview', usd: PREVIEW_SEARCH }] : [];
}

function responseFees(document: unknown, model: string): readonly Fee[] {
  const items = digList(document, 'output');
  const ofType = (type: string): readonly unknown[] => items.filter((item) => digText(item, 'type') === type);
  const told = digNumber(document, 'tool_usage', 'web_search', 'num_requests');
  const searches = told ?? ofType('web_search_call').reduce<number>((sum, call) => sum + queriesOf(call), 0);
  const preview =
    digList(document, 'tools').some((tool) => (digText(tool, 'type') ?? '').startsWith('web_search_preview')) &&
    !reasons(model);
  const containers = new Set(ofType('code_interpreter_call').map((call) => digText(call, 'container_id')));
  return [
    ...fee('web search', searches, preview ? PREVIEW_SEARCH : SEARCH),
    ...fee('file search', ofType('file_search_call').length, FILE_SEARCH),
    ...fee('code interpreter', containers.size, CONTAINER),
  ];
}

/** Opening a page of what was found is no search. */
function queriesOf(call: unknown): number {
  const type = digText(call, 'action', 'type');
  if (type !== undefined && type !== 'search') return 0;
  return Math.max(1, digList(call, 'action', 'queries').length);
}

function reasons(model: string): boolean {
  return /^(gpt-[5-9]|o\d)/.test(model);
}

function groundingFees(document: unknown, model: string): readonly Fee[] {
  const queries = digList(document, 'candidates').flatMap((candidate) => [
    ...digList(candidate, 'groundingMetadata', 'webSearchQueries'),
    ...digList(candidate, 'content', 'parts').flatMap((part) =>
      (digText(part, 'toolCall', 'toolType') ?? '').startsWith('GOOGLE_SEARCH')
        ? digList(part, 'toolCall', 'args', 'queries')
        : [],
    ),
  ]);
  // "We ignore the empty web search queries when counting unique queries."
  const unique = new Set(queries.filter((query) => query !== ''));
  const each = /^gemini-[12]\b/.test(model);
  return each
    ? fee('grounded prompt', Math.min(1, queries.length), GROUNDED_PROMPT)
    : fee('grounded query', unique.size, GROUNDED_QUERY);
}

/** A container beside a newer search or fetch is free; nothing here ran for longer than the least time. */
function countContainers(document: unknown): number {
  const used = digText(document, 'container', 'id') !== undefined;
  const beside = digList(document, 'content').some((block) => (digText(block, 'type') ?? '').startsWith('web_'));
  return used && !beside ? 1 : 0;
}

function fee(what: string, count: number, usd: number): readonly Fee[] {
  return count > 0 ? [{ what, usd: count * usd }] : [];
}

/** The effect of a service tier on the price of tokens; undefined for one that nobody knows. */
export function tierFactor({ document }: Pick<FinalReply, 'document'>): number | undefined {
  const tier =
    digText(document, 'service_tier') ??
    digText(document, 'usage', 'service_tier') ??
    digText(document, 'usageMetadata', 'trafficType') ??
    'default';
  // Anthropic, "Data residency".
  const geo = dig(document, 'usage', 'inference_geo') === 'us' ? 1.1 : 1;
  if (/flex|batch/i.test(tier)) return 0.5 * geo;
  if (/priority/i.test(tier)) return dig(document, 'usage', 'inference_geo') === undefined ? 2 : geo;
  return geo;
}
