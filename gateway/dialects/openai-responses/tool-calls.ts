import type { UsageParts } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { containerWeight, searchWeight } from './hosted-tools.ts';

/** Calls of hosted tools, item by item of an output. */
export interface ToolCallCount {
  see(item: unknown): void;
  readonly searches: number;
  readonly fileSearches: number;
  readonly containers: number;
}

/** More containers than a response has ever had; the memory for their names must end somewhere. */
const MOST_CONTAINERS = 1_000;

export function createToolCallCount(): ToolCallCount {
  const containers = new Set<string>();
  let searches = 0;
  let fileSearches = 0;
  return {
    see(item) {
      if (!isObject(item)) return;
      if (item['type'] === 'web_search_call') searches += countQueries(item['action']);
      if (item['type'] === 'file_search_call') fileSearches += 1;
      if (item['type'] === 'code_interpreter_call' && containers.size < MOST_CONTAINERS)
        containers.add(String(item['container_id']));
    },
    get searches() {
      return searches;
    },
    get fileSearches() {
      return fileSearches;
    },
    get containers() {
      return containers.size;
    },
  };
}

/**
 * The billed units of a reply beside tokens. The provider's own count of searches goes before the one of its output.
 * @param seen calls that its stream has shown: the end of a stream may leave the output out
 */
export function readToolCalls(
  reply: JsonObject,
  model: string,
  seen: ToolCallCount = createToolCallCount(),
): UsageParts {
  const listed = createToolCallCount();
  for (const item of Array.isArray(reply['output']) ? reply['output'] : []) listed.see(item);
  const tools: readonly JsonObject[] = Array.isArray(reply['tools']) ? reply['tools'].filter(isObject) : [];
  const search = tools.find((tool) => String(tool['type']).startsWith('web_search'));
  const container = tools.find((tool) => tool['type'] === 'code_interpreter')?.['container'];
  const usage = reply['tool_usage'];
  const counted =
    isObject(usage) && isObject(usage['web_search']) ? readCount(usage['web_search']['num_requests']) : undefined;
  return {
    webSearches: (counted ?? Math.max(listed.searches, seen.searches)) * searchWeight(String(search?.['type']), model),
    fileSearches: Math.max(listed.fileSearches, seen.fileSearches),
    // One that was used before may be billed once only; nothing in a reply tells.
    codeRuns: Math.max(listed.containers, seen.containers) * containerWeight(container ?? {}),
  };
}

/** Only searches are billed, not pages that are opened. Source: OpenAI, "Web search: output and citations". */
function countQueries(action: unknown): number {
  if (!isObject(action)) return 1;
  if (action['type'] !== 'search') return 0;
  return Array.isArray(action['queries']) ? Math.max(1, action['queries'].length) : 1;
}
