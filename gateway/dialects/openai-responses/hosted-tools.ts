import type { AskFault, JsonObject } from '../dialect.ts';
import type { Extra } from '../../domain/usage.ts';
import { isObject } from '../json/read-json.ts';
import { showsAllOutput } from '../openai-models.ts';

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
/** Price of a container by its memory, in containers of the smallest kind. Source: OpenAI, "Pricing: containers". */
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
  if (type === 'file_search') return { extras: { fileSearches: 1 }, content: FILE_CONTENT };
  if (type === 'code_interpreter')
    return { extras: { codeRuns: containerWeight(tool['container']) }, content: undefined };
  // It loads tools that are in this body, and their bytes are counted there; but it makes a round that reads it all
  // again.
  if (type === 'tool_search') return { extras: {}, content: 0 };
  const why = WHY_NOT[type] ?? 'runs at the provider in a way that Purser does not know';
  return {
    fault: 'unbounded',
    message: `The tool "${type}" ${why}, so it cannot be bounded under a cap. Leave it out.`,
  };
}

const WHY_NOT: Readonly<Record<string, string>> = {
  mcp: 'is called by the provider as often as the model likes and answers at any length',
  image_generation: 'makes pictures with another model at prices of its own',
  shell: 'runs in a container at the provider for as long as the model likes',
  programmatic_tool_calling: 'runs programs at the provider that call tools by themselves',
};

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

function hostedIn(tools: unknown): readonly JsonObject[] {
  return Array.isArray(tools) ? tools.filter(isObject).filter(isHosted) : [];
}

/** True for a hosted tool, or a namespace that holds one. Without recursion: it may be deeper than the stack. */
function isHosted(tool: JsonObject): boolean {
  const pending: unknown[] = [tool];
  while (pending.length > 0) {
    const one = pending.pop();
    if (!isObject(one)) continue;
    if (one['type'] !== 'namespace') {
      if (runsThere(one)) return true;
    } else if (Array.isArray(one['tools'])) for (const inside of one['tools']) pending.push(inside);
  }
  return false;
}

function runsThere(tool: JsonObject): boolean {
  const type = tool['type'];
  if (typeof type !== 'string') return true;
  if (type === 'tool_search') return tool['execution'] !== 'client';
  if (type === 'shell') return !isObject(tool['environment']) || tool['environment']['type'] !== 'local';
  return !CLIENT_RUN.has(type);
}
