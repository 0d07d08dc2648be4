import type { Ask, JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { findAmbiguous, listOf, pick } from './fields.ts';

/** What the tools of a request may add to its bill. */
export interface ToolBound {
  /** How often the model may read everything anew. */
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
 * One prompt, one charge, however often it searches: up to this generation. Later ones are billed by query, without a
 * limit.
 */
const BILLED_BY_PROMPT = /^gemini-(1\.|2\.)/;

/** Reads the tools of a request. Source: ai.google.dev, "Using tools with Gemini API" and "Gemini API pricing". */
export function boundTools(tools: unknown, model: string, urls: number): ToolBound | Unbounded {
  let [calls, runs] = [0, 0];
  let [webSearches, mapSearches] = [0, 0];
  for (const tool of listOf(tools)) {
    if (!isObject(tool)) return { unbounded: 'The list "tools" must hold objects only.' };
    const twice = findAmbiguous(tool, KNOWN);
    if (twice !== undefined) return { unbounded: `The tool "${twice}" stands under two names in one object.` };
    const named = namesOf(tool);
    const unknown = named.find((name) => !KNOWN.includes(name));
    if (unknown !== undefined)
      return { unbounded: `Purser does not know what the tool "${unknown}" costs. Leave it out.` };
    const searches = named.find((name) => name.startsWith('google'));
    if (searches !== undefined && !BILLED_BY_PROMPT.test(model)) {
      return {
        unbounded:
          `With "${searches}", ${model} is billed for every query it makes, and nothing limits how many. ` +
          `Leave the tool out, or use a Gemini 2.5 model: there one request is one charge.`,
      };
    }
    if (named.includes('googleMaps')) mapSearches = 1;
    else if (searches !== undefined) webSearches = 1;
    if (searches !== undefined || named.includes('fileSearch')) calls += 1;
    if (named.includes('urlContext')) calls += Math.min(urls, MOST_URLS);
    if (named.includes('codeExecution')) runs += CODE_RUNS;
  }
  return {
    calls: calls + runs,
    onlyCode: calls === 0 && runs > 0,
    extras: { ...(webSearches > 0 ? { webSearches } : {}), ...(mapSearches > 0 ? { mapSearches } : {}) },
  };
}

function namesOf(tool: JsonObject): readonly string[] {
  const known = KNOWN.filter((name) => pick(tool, name) !== undefined);
  const others = Object.keys(tool).filter((key) => tool[key] !== null && !KNOWN.includes(camelOf(key)));
  return [...known, ...others];
}

function camelOf(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}
