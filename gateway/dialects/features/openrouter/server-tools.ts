import type { AskFault, Call, JsonObject } from '../../dialect.ts';
import { byteLengthOf, isObject, readCount } from '../../json/read-json.ts';
import type { ToolBound } from '../call-forms.ts';
import { SEARCH_USD, searchBound } from './search-bound.ts';

/** OpenAI's names for a search, which OpenRouter takes for its own. Source: openrouter.ai/docs, "Online variant". */
const SEARCH = /^(openrouter:)?web_search(_preview)?(_\d{4}_\d{2}_\d{2})?$/;
/** A page fetched by Exa or Parallel. Source: openrouter.ai/docs, "Web fetch: pricing"; 2026-08. */
const FETCH_USD = 0.001;
/** The page's own hard limit. */
const MOST_FETCHES = 50;
/** Tools that cost nothing but what they bring: the time, a patch to apply, other tools, a list of models. */
const FREE_CONTENT: Readonly<Record<string, number>> = {
  'openrouter:datetime': 256,
  'openrouter:apply_patch': 32_000,
  'openrouter:tool_search': 32_000,
  'openrouter:experimental__search_models': 32_000,
};
/** Answers of advisers that set no limit. No model there writes more in one answer that it gives as advice. */
const MOST_ADVICE = 128_000;
/** Its question, and what it was asked and said before. */
const ADVICE_READ = 64_000;

const WHY_NOT: Readonly<Record<string, string>> = {
  'openrouter:fusion': 'runs a panel of models, each with searches of its own',
  'openrouter:subagent': 'lets another model work with tools of its own',
  'openrouter:image_generation': 'makes pictures with another model at prices of its own',
  'openrouter:shell': 'runs in a container for as long as the model likes',
  'openrouter:bash': 'runs in a container for as long as the model likes',
};

/** True for a tool that OpenRouter runs, or that it takes for one of its own. */
export function isServerTool(tool: unknown): tool is JsonObject {
  const type = isObject(tool) ? String(tool['type']) : '';
  return type.startsWith('openrouter:') || isSearchTool(tool);
}

export function isSearchTool(tool: unknown): tool is JsonObject {
  return isObject(tool) && SEARCH.test(String(tool['type']));
}

/** The settings of a tool: OpenRouter's own have them in `parameters`, OpenAI's beside the type. */
export function settingsOf(tool: JsonObject): JsonObject {
  return isObject(tool['parameters']) ? tool['parameters'] : tool;
}

/** @returns the most that one call costs and brings, or why nothing bounds it */
export function boundServerTool(tool: JsonObject, model: string, call: Call): ToolBound | AskFault {
  const type = String(tool['type']);
  const settings = settingsOf(tool);
  if (isSearchTool(tool)) return searchBound(settings, model);
  const content = FREE_CONTENT[type];
  if (content !== undefined) return { extras: {}, content };
  if (type === 'openrouter:web_fetch') return fetchBound(settings);
  if (type === 'openrouter:advisor') return adviserBound(settings, call);
  const why = WHY_NOT[type] ?? 'runs at OpenRouter in a way that Purser does not know';
  return unbounded(`The tool "${type}" ${why}, so it cannot be bounded under a cap. Leave it out.`);
}

export function fetchBound(settings: JsonObject): ToolBound {
  return {
    extras: { webSearches: FETCH_USD / SEARCH_USD },
    content: readCount(settings['max_content_tokens']),
    most: Math.min(readCount(settings['max_uses']) ?? MOST_FETCHES, MOST_FETCHES),
  };
}

function adviserBound(settings: JsonObject, { byteLength }: Call): ToolBound | AskFault {
  const { model, max_completion_tokens: limit, forward_transcript: forwards, tools } = settings;
  if (typeof model !== 'string' || model === '')
    return unbounded('The adviser may be any model. Name one in the "model" of its "parameters".');
  if (Array.isArray(tools) && tools.length > 0)
    return unbounded('An adviser with tools of its own cannot be bounded under a cap. Leave its "tools" out.');
  const said = byteLengthOf(settings['instructions']) + (forwards === true ? byteLength : 0);
  const output = readCount(limit) ?? MOST_ADVICE;
  return {
    extras: {},
    content: output,
    pass: { kind: 'advisor', model, input: said + ADVICE_READ, output, cacheWrites: 'hour' },
  };
}

function unbounded(message: string): AskFault {
  return { fault: 'unbounded', message };
}
