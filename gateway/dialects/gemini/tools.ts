import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';
import { BILLED_BY_PROMPT, QUERIES_PER_TOKEN } from './searches.ts';

/** The most that the tools of a request may add to its bill. */
export interface ToolBound {
  /** Most calls that may bring as much as the model can read. */
  readonly calls: number;
  /** It may search, which brings little. */
  readonly searches: boolean;
  readonly extras: NonNullable<Ask['extras']>;
  /** Searches that are billed by the query. */
  readonly extrasPerOutput: NonNullable<Ask['extrasPerOutput']>;
  /** It only runs code, and a stream shows what that writes. */
  readonly onlyCode: boolean;
}

/** Why a request cannot be bounded, in a sentence. */
export interface Unbounded {
  readonly unbounded: string;
}

/** Run by the client, so the provider bills nothing but tokens. */
const CLIENT_RUN = ['functionDeclarations', 'computerUse'] as const;
const HOSTED = [
  'googleSearch',
  'googleSearchRetrieval',
  'googleMaps',
  'urlContext',
  'codeExecution',
  'fileSearch',
] as const;
const SEARCHES: readonly string[] = ['googleSearch', 'googleSearchRetrieval'];
const KNOWN: readonly string[] = [...CLIENT_RUN, ...HOSTED];

/** A first run, and five more after errors. Source: ai.google.dev, "Code execution". */
const CODE_RUNS = 6;
/** Source: ai.google.dev, "URL context". */
const MOST_URLS = 20;
/** Reads the tools of a request. Source: ai.google.dev, "Using tools with Gemini API" and "Gemini API pricing". */
export function boundTools(tools: unknown, model: string, urls: number): ToolBound | Unbounded {
  let [calls, runs] = [0, 0];
  let pages: number | undefined;
  const searched = new Set<'webSearches' | 'mapSearches'>();
  for (const tool of listOf(tools)) {
    if (!isObject(tool)) return { unbounded: 'The list "tools" must hold objects only.' };
    const named = namesOf(tool);
    const unbounded = findUnbounded(tool, named);
    if (unbounded !== undefined) return { unbounded };
    if (named.includes('googleMaps')) searched.add('mapSearches');
    if (SEARCHES.some((name) => named.includes(name))) searched.add('webSearches');
    if (named.includes('fileSearch')) calls += 1;
    if (named.includes('urlContext')) pages = Math.min(urls, MOST_URLS);
    if (named.includes('codeExecution')) runs += CODE_RUNS;
  }
  const each = (count: number) => Object.fromEntries([...searched].map((name) => [name, count]));
  calls += readsOf(pages, searched.size > 0);
  const byPrompt = BILLED_BY_PROMPT.test(model);
  return {
    calls: calls + runs,
    searches: searched.size > 0,
    onlyCode: calls === 0 && searched.size === 0 && runs > 0,
    extras: byPrompt ? each(1) : {},
    extrasPerOutput: byPrompt ? {} : each(QUERIES_PER_TOKEN),
  };
}

/**
 * A search finds pages that the request does not name: all of those together have to fit into one window.
 * @param pages undefined where the request has none read
 */
function readsOf(pages: number | undefined, searches: boolean): number {
  return pages === undefined ? 0 : Math.max(pages, searches ? 1 : 0);
}

/** Says, in a sentence, why one tool cannot be bounded. */
function findUnbounded(tool: JsonObject, named: readonly string[]): string | undefined {
  const twice = findAmbiguous(tool, KNOWN);
  if (twice !== undefined) return `The tool "${twice}" is in one object under two names.`;
  const unknown = named.find((name) => !KNOWN.includes(name));
  return unknown === undefined ? undefined : `Purser does not know what the tool "${unknown}" costs. Leave it out.`;
}

function namesOf(tool: JsonObject): readonly string[] {
  const known = KNOWN.filter((name) => pick(tool, name) !== undefined);
  const others = Object.keys(tool).filter((key) => tool[key] !== null && !KNOWN.includes(camelOf(key)));
  return [...known, ...others];
}

function camelOf(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}
