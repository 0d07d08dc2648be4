import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { listOf, pick } from './fields.ts';

/**
 * Up to this generation one prompt is one charge, however often it searches. From Gemini 3 on, every query is one.
 * Source: ai.google.dev, "Grounding with Google Search" (2026-09-23) and "Pricing" (2026-10-01).
 */
export const BILLED_BY_PROMPT = /^gemini-(1\.|2\.)/;

/**
 * A query costs at least this many tokens of output, so the limit on the output bounds the queries: Google has no limit
 * on them, neither in `googleSearch` nor in a quota of a single request (discuss.ai.google.dev/t/197393, 2026-11).
 * Nothing in a stream bounds them either: the queries show in its last piece, and Google goes on when it is left. A
 * query is written by the model, in a call with a frame of its own, after thoughts that led to it. Of recorded answers
 * the one with most queries to its size had one in 31 tokens, and most have one in 150 to 700; half of the fewest is
 * assumed.
 */
const TOKENS_PER_QUERY = 16;
export const QUERIES_PER_TOKEN = 1 / TOKENS_PER_QUERY;

/** Pages that exist only where a search was made, even where the reply tells of none. */
const CITED_SEARCH = 'grounding-api-redirect';

/** Counts the searches of one answer, whole or in pieces. */
export interface SearchCount {
  see(reply: JsonObject): void;
  /** Adds what was found to the figures of the tokens. */
  addTo(usage: TokenUsage): TokenUsage;
}

/**
 * Searches are billed by the prompt that was grounded, or by the unique query that is not empty, as the request was
 * held for. A search that found nothing is not billed, and is counted: better too high than too low. A page that the
 * prompt itself names (the tool `urlContext`) shows as a chunk of the web, too, and is billed as tokens alone: a chunk
 * means a search only where one was asked for. Source: ai.google.dev, "URL context", 2026-11.
 */
export function createSearchCount({
  extras = {},
  extrasPerOutput,
}: Pick<Ask, 'extras' | 'extrasPerOutput'>): SearchCount {
  const byPrompt = { webSearches: false, mapSearches: false };
  const queries = { webSearches: new Set<string>(), mapSearches: new Set<string>() };
  let billed: Counts = { webSearches: 0, mapSearches: 0 };
  const shown = { webSearches: false, mapSearches: false };
  const asked = (extras.webSearches ?? 0) > 0 || (extrasPerOutput?.webSearches ?? 0) > 0;

  /** Nobody says that two answers to one prompt share a query. */
  const add = (kind: Searches, index: unknown, texts: unknown): void => {
    for (const text of listOf(texts)) if (text !== '') queries[kind].add(`${String(index)} ${String(text)}`);
  };

  const seePart = (part: JsonObject, index: unknown): void => {
    const call = pick(part, 'toolCall');
    const kind = isObject(call) ? kindOfTool(pick(call, 'toolType')) : undefined;
    if (isObject(call) && kind) {
      byPrompt[kind] = shown[kind] = true;
      add(kind, index, isObject(call['args']) ? call['args']['queries'] : undefined);
    }
    if (typeof part['text'] === 'string' && part['text'].includes(CITED_SEARCH)) shown.webSearches = true;
  };

  const seeGrounding = (metadata: JsonObject, index: unknown): void => {
    const chunks = listOf(pick(metadata, 'groundingChunks')).filter(isObject);
    if (chunks.some((chunk) => chunk['maps'] !== undefined)) byPrompt.mapSearches = shown.mapSearches = true;
    const isWeb = chunks.some((chunk) => chunk['web'] !== undefined || chunk['image'] !== undefined);
    if (isWeb && asked) byPrompt.webSearches = shown.webSearches = true;
    for (const name of ['webSearchQueries', 'imageSearchQueries']) {
      const texts = pick(metadata, name);
      add('webSearches', index, texts);
      if (listOf(texts).length > 0) byPrompt.webSearches = true;
    }
  };

  const seeCandidate = (candidate: JsonObject): void => {
    const { content, index = 0 } = candidate;
    const parts = isObject(content) ? listOf(content['parts']).filter(isObject) : [];
    for (const part of parts) seePart(part, index);
    const metadata = pick(candidate, 'groundingMetadata');
    if (isObject(metadata)) seeGrounding(metadata, index);
  };

  return {
    see(reply) {
      listOf(reply['candidates']).filter(isObject).forEach(seeCandidate);
      billed = largest(billed, billedIn(reply['usageMetadata']));
    },
    addTo(usage) {
      const parts: Record<string, number> = { ...usage.parts };
      let untold = false;
      for (const kind of KINDS) {
        const perToken = extrasPerOutput?.[kind];
        const told = Math.max(queries[kind].size, billed[kind]);
        const most = Math.max(1, Math.ceil(usage.output * (perToken ?? 0)));
        // Searched, and how often is not said: as often as there was room for.
        const isUntold = perToken !== undefined && told === 0 && shown[kind];
        untold ||= isUntold;
        const count = perToken === undefined ? Number(byPrompt[kind] || told > 0) : isUntold ? most : told;
        if (count > 0) parts[kind] = count;
      }
      return { ...usage, parts, ...(untold && usage.suspect === undefined ? { suspect: 'untold-searches' } : {}) };
    },
  };
}

type Searches = 'webSearches' | 'mapSearches';
const KINDS: readonly Searches[] = ['webSearches', 'mapSearches'];

function kindOfTool(tool: unknown): Searches | undefined {
  if (typeof tool !== 'string') return undefined;
  if (/maps/i.test(tool)) return 'mapSearches';
  return /google_search/i.test(tool) ? 'webSearches' : undefined;
}

/** The count of the bill itself, which some replies have. */
function billedIn(usage: unknown): Counts {
  const billed = { webSearches: 0, mapSearches: 0 };
  for (const entry of isObject(usage) ? listOf(usage['billedToolCalls']).filter(isObject) : []) {
    const kind = kindOfTool(entry['tool']);
    if (kind) billed[kind] += readCount(entry['successfulToolCallCount']) ?? 0;
  }
  return billed;
}

type Counts = Readonly<Record<Searches, number>>;

function largest(left: Counts, right: Counts): Counts {
  return {
    webSearches: Math.max(left.webSearches, right.webSearches),
    mapSearches: Math.max(left.mapSearches, right.mapSearches),
  };
}
