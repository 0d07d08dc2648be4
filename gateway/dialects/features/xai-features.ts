import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { eachObject, isObject, readCount } from '../json/read-json.ts';
import { isUsed } from '../usage/unbounded-feature.ts';
import { FEWER_CALLS, formsByCalls } from './call-forms.ts';
import type { CallLimits, ToolBound } from './call-forms.ts';
import type { ServerFeatures } from './server-features.ts';

/**
 * xAI's tools in the Responses API: a search of the web or of X and a run of code cost the same, a search of a
 * collection half of that, and one of an attached file twice; tools of MCP servers cost what they bring. Every reply
 * says what was charged. Source: docs.x.ai/developers/pricing, "Tool invocation costs"; 2026-11.
 */
export const xaiFeatures: ServerFeatures = { plainBody, bound, showsCall };

/**
 * The search of chat completions is over: xAI answers 410. Source: vercel/ai#15713, "verified live against api.x.ai",
 * 2026-05.
 */
export const xaiChatFeatures: ServerFeatures = {
  plainBody: ({ search_parameters: _search, ...rest }) => rest,
  bound: (plain, { body }) =>
    isUsed(body['search_parameters'])
      ? {
          fault: 'unbounded',
          message:
            'xAI has retired "search_parameters". Leave it out, and use the tools "web_search" or "x_search" of the ' +
            'Responses API.',
        }
      : plain,
};

/** Nobody documents how much one call brings, nor how long its pages are: the model's window bounds it. */
const UNKNOWN = undefined;
const SEARCH: ToolBound = { extras: { webSearches: 1 }, content: 32_000 };
const CODE: ToolBound = { extras: { codeRuns: 1 }, content: 32_000 };
const COLLECTION: ToolBound = { extras: { fileSearches: 1 }, content: 64_000 };
/** Four times the price of a search of a collection. */
const ATTACHMENT: ToolBound = { extras: { fileSearches: 4 }, content: 64_000 };
const TOOLS: Readonly<Record<string, ToolBound>> = {
  web_search: SEARCH,
  x_search: SEARCH,
  code_interpreter: CODE,
  code_execution: CODE,
  file_search: COLLECTION,
  collections_search: COLLECTION,
  attachment_search: ATTACHMENT,
  mcp: { extras: {}, content: UNKNOWN },
};

/** Turns that a request is held for where it sets no limit: xAI's own is not published. */
const TURNS = 32;

function plainBody(body: JsonObject): JsonObject {
  const { tools, search_parameters: search, max_turns: _turns, ...rest } = body;
  return {
    ...rest,
    ...(Array.isArray(tools) && { tools: tools.filter((tool) => boundOf(tool) === undefined) }),
    ...(isUsed(search) && { search_parameters: search }),
  };
}

function boundOf(tool: unknown): ToolBound | undefined {
  return isObject(tool) ? TOOLS[String(tool['type'])] : undefined;
}

function bound(plain: Ask, { body }: Call): Ask | AskFault {
  const tools: readonly unknown[] = Array.isArray(body['tools']) ? body['tools'] : [];
  const bounds = tools.flatMap((tool) => boundOf(tool) ?? []);
  // A file in the conversation is searched by a tool that nobody has to name.
  const attaches = [...eachObject(body['input'])].some(({ type }) => type === 'input_file');
  const turns = body['max_turns'];
  if (turns !== undefined && turns !== null && !(readCount(turns) ?? 0))
    return { fault: 'malformed', message: 'The field "max_turns" must be a whole number from 1 up.' };
  return formsByCalls(plain, attaches ? [...bounds, ATTACHMENT] : bounds, limitsOf(readCount(turns)));
}

/**
 * A turn may make several calls at once, unless that is forbidden, and the answer is a turn of its own. Source:
 * docs.x.ai/developers/tools/tool-usage-details, "Understanding turns vs tool calls"; 2026-11.
 */
function limitsOf(own: number | undefined): CallLimits {
  return {
    most: own === undefined ? TURNS : own * CALLS_AT_ONCE,
    fewer: FEWER_CALLS.filter((calls) => calls <= (own ?? Infinity)),
    limitField: 'max_output_tokens',
    fieldsFor: (calls) => ({ max_turns: calls, parallel_tool_calls: false }),
  };
}

/** Most calls that one turn was seen to make is three. */
const CALLS_AT_ONCE = 4;

const CALL = /^(?!function_)\w+_call$/;

/** Its stream shows every call as an item, searches of X as calls of tools of its own. */
function showsCall({ type, item }: JsonObject): boolean {
  return type === 'response.output_item.added' && isObject(item) && CALL.test(String(item['type']));
}
