import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';

/** The most that the tools of a request may add to its bill. */
export interface ToolBound {
  /** Most times that the model may read everything anew. */
  readonly calls: number;
  readonly extras: NonNullable<Ask['extras']>;
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
const KNOWN: readonly string[] = [...CLIENT_RUN, ...HOSTED];

/** A first run, and five more after errors. Source: ai.google.dev, "Code execution". */
const CODE_RUNS = 6;
/** Source: ai.google.dev, "URL context". */
const MOST_URLS = 20;
/**
 * Up to this generation one prompt is one charge, however often it searches. Later ones are billed by query, without a
 * limit.
 */
const BILLED_BY_PROMPT = /^gemini-(1\.|2\.)/;

/** Reads the tools of a request. Source: ai.google.dev, "Using tools with Gemini API" and "Gemini API pricing". */
export function boundTools(tools: unknown, model: string, urls: number): ToolBound | Unbounded {
  let [calls, runs] = [0, 0];
  let [webSearches, mapSearches] = [0, 0];
  for (const tool of listOf(tools)) {
    if (!isObject(tool)) return { unbounded: 'The list "tools" must hold objects only.' };
    const named = namesOf(tool);
    const unbounded = findUnbounded(tool, named, model);
    if (unbounded !== undefined) return { unbounded };
    const searches = findSearch(named) !== undefined;
    if (named.includes('googleMaps')) mapSearches = 1;
    else if (searches) webSearches = 1;
    if (searches || named.includes('fileSearch')) calls += 1;
    if (named.includes('urlContext')) calls += Math.min(urls, MOST_URLS);
    if (named.includes('codeExecution')) runs += CODE_RUNS;
  }
  return {
    calls: calls + runs,
    onlyCode: calls === 0 && runs > 0,
    extras: { ...(webSearches > 0 ? { webSearches } : {}), ...(mapSearches > 0 ? { mapSearches } : {}) },
  };
}

/** Says, in a sentence, why one tool cannot be bounded. */
function findUnbounded(tool: JsonObject, named: readonly string[], model: string): string | undefined {
  const twice = findAmbiguous(tool, KNOWN);
  if (twice !== undefined) return `The tool "${twice}" is in one object under two names.`;
  const unknown = named.find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) return `Purser does not know what the tool "${unknown}" costs. Leave it out.`;
  const search = findSearch(named);
  if (search === undefined || BILLED_BY_PROMPT.test(model)) return undefined;
  return (
    `With "${search}", ${model} is billed for every query it makes, and nothing limits how many. ` +
    `Leave the tool out, or use a Gemini 2.5 model: there one request is one charge.`
  );
}

function findSearch(named: readonly string[]): string | undefined {
  return named.find((name) => name.startsWith('google'));
}

function namesOf(tool: JsonObject): readonly string[] {
  const known = KNOWN.filter((name) => pick(tool, name) !== undefined);
  const others = Object.keys(tool).filter((key) => tool[key] !== null && !KNOWN.includes(camelOf(key)));
  return [...known, ...others];
}

function camelOf(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}
