import type { AskFault, JsonObject } from '../dialect.ts';
import type { Extra } from '../../domain/usage.ts';
import { isObject } from '../json/read-json.ts';
import { showsAllOutput } from '../openai-models.ts';
import { boundPicture } from './picture-tool.ts';
import type { PictureTool } from './picture-tool.ts';

/** The tools that a request lets the provider run by itself. */
export interface HostedTools {
  /** Those among the body's own `tools`. */
  readonly tools: readonly JsonObject[];
  /** More of them in its input, where nothing can take them out. */
  readonly inInput: readonly JsonObject[];
}

/** The most that a call of one tool can cost and bring. */
export interface CallBound {
  /** Most that one call is billed beside tokens. */
  readonly extras: Partial<Readonly<Record<Extra, number>>>;
  /**
   * Most tokens that one call adds to the input of the next round; undefined when only its context window bounds them.
   */
  readonly content: number | undefined;
  /** It is not one call but all of them together that add so much. */
  readonly ofAllCalls?: true;
  /** However often it is called, it is billed once. */
  readonly billedOnce?: true;
  /** It is read before the first call already, at any length: a list of tools that its server has. */
  readonly readsAhead?: true;
  /** Draws with a model of its own. */
  readonly picture?: PictureTool;
}

/** Runs at the client, or is nothing but words: the provider only names it. */
const CLIENT_RUN = new Set([
  'function',
  'custom',
  'apply_patch',
  'local_shell',
  'computer',
  'computer_use',
  'computer_use_preview',
  'namespace',
]);
const WEB_SEARCH = /^web_search(_preview)?(_\d{4}_\d{2}_\d{2})?$/;
/** A search call may ask several things at once, each billed as a search. Four have been seen. */
const QUERIES_PER_CALL = 8;
/**
 * "Web search is limited to a context window size of 128000": all searches together. Seen, in all rounds: 8,200 tokens
 * for one, 12,000 for two, 116,000 for six. Source: OpenAI, "Web search: limitations"; pydantic-ai, 4fda3898.
 */
const WEB_CONTENT = 128_000;
/** 50 results of 4,096 tokens. Source: OpenAI API reference, "max_num_results" and "max_chunk_size_tokens". */
const FILE_CONTENT = 204_800;
/**
 * Price of a container by its memory, in containers of the smallest kind: $0.03, $0.12, $0.48 and $1.92 for a session
 * of twenty minutes. Since 2026-06-02 the minutes that it ran are billed, five at least; no reply tells them, so a
 * session counts in full. Source: developers.openai.com, "Pricing: containers" and changelog, 2026-06-02.
 */
const CONTAINERS: Readonly<Record<string, number>> = { '1g': 1, '4g': 4, '16g': 16, '64g': 64 };

/** Finds the tools of a request that run at the provider. Tools may also come within its input. */
export function findHostedTools(body: JsonObject): HostedTools {
  const input: readonly unknown[] = Array.isArray(body['input']) ? body['input'] : [];
  return {
    tools: hostedIn(body['tools']),
    inInput: input.flatMap((item) => (isObject(item) ? hostedIn(item['tools']) : [])),
  };
}

/** True for a tool that searches the web, of any age. */
export function isWebSearch(tool: JsonObject): boolean {
  return WEB_SEARCH.test(String(tool['type']));
}

/** @returns a sentence why a request with this tool has no bound, or the most that one call of it can cost */
export function boundCall(tool: JsonObject, model: string): CallBound | AskFault {
  const type = String(tool['type']);
  if (isWebSearch(tool)) {
    const content = (tool['return_token_budget'] ?? 'default') === 'default' ? WEB_CONTENT : undefined;
    return { extras: { webSearches: QUERIES_PER_CALL * searchWeight(type, model) }, content, ofAllCalls: true };
  }
  if (type === 'image_generation') return boundPicture(tool);
  return (
    KNOWN[type]?.(tool) ?? {
      fault: 'unbounded',
      message:
        `The tool "${type}" runs at the provider in a way that Purser does not know, so it cannot be bounded under a ` +
        `cap. Leave it out, or update Purser.`,
    }
  );
}

const KNOWN: Readonly<Record<string, (tool: JsonObject) => CallBound>> = {
  file_search: () => ({ extras: { fileSearches: 1 }, content: FILE_CONTENT }),
  code_interpreter: ({ container }) => boundContainer(container),
  shell: ({ environment }) => boundContainer(containerOfShell(environment)),
  // It loads tools that are in this body, and their bytes are counted there; but it makes a round that reads it all
  // again.
  tool_search: () => ({ extras: {}, content: 0 }),
  // Its calls have no fee: only the tokens of its lists of tools and of its answers are billed. Source: OpenAI, "MCP
  // and connectors"; recorded by pydantic-ai, test_openai_responses_model_mcp_server_tool.
  mcp: () => ({ extras: {}, content: undefined, readsAhead: true }),
  // The price list has no price for running programs; what they print is read. Source: developers.openai.com,
  // "Programmatic Tool Calling" (2026-11).
  programmatic_tool_calling: () => ({ extras: {}, content: undefined }),
};

/**
 * The container of a shell, as the one of a code interpreter is described: by its settings, or by its id alone.
 * Source: OpenAI, "Shell: hosted containers".
 */
export function containerOfShell(environment: unknown): unknown {
  if (!isObject(environment)) return {};
  return environment['type'] === 'container_auto' ? environment : 'by its id';
}

/** Each call may begin a container, unless the request names one. */
function boundContainer(container: unknown): CallBound {
  const isNamed = typeof container === 'string';
  return {
    extras: { codeRuns: containerWeight(container) },
    content: undefined,
    ...(isNamed && { billedOnce: true }),
  };
}

/**
 * The weight of one search: the preview tool costs 25 instead of 10 USD per 1,000 with models that do not reason.
 * Source: OpenAI, "Pricing: built-in tools".
 */
export function searchWeight(toolType: string, model: string): number {
  return toolType.startsWith('web_search_preview') && showsAllOutput(model) ? 2.5 : 1;
}

/** The weight of one container; that of the dearest where it is named by its id alone. */
export function containerWeight(container: unknown): number {
  const size = isObject(container) ? (container['memory_limit'] ?? '1g') : undefined;
  return (typeof size === 'string' ? CONTAINERS[size] : undefined) ?? 64;
}

/** The tools that run at the provider, those in namespaces too. Without recursion: it may be deeper than the stack. */
function hostedIn(tools: unknown): readonly JsonObject[] {
  const found: JsonObject[] = [];
  const pending: unknown[] = Array.isArray(tools) ? tools.toReversed() : [];
  while (pending.length > 0) {
    const one = pending.pop();
    if (!isObject(one)) continue;
    if (one['type'] !== 'namespace') {
      if (runsThere(one)) found.push(one);
    } else if (Array.isArray(one['tools'])) for (const inside of one['tools']) pending.push(inside);
  }
  return found;
}

function runsThere(tool: JsonObject): boolean {
  const type = tool['type'];
  if (typeof type !== 'string') return true;
  if (type === 'tool_search') return tool['execution'] !== 'client';
  if (type === 'shell') return !isObject(tool['environment']) || tool['environment']['type'] !== 'local';
  return !CLIENT_RUN.has(type);
}
