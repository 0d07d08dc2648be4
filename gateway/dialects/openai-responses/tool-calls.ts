import type { UsageParts } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, pick, readCount } from '../json/read-json.ts';
import { containerOfShell, containerWeight, searchWeight } from './hosted-tools.ts';

/** Calls of hosted tools, item by item of an output. */
export interface ToolCallCount {
  see(item: unknown): void;
  readonly searches: number;
  readonly fileSearches: number;
  /** Containers of the code interpreter, and of the shell. */
  readonly containers: number;
  readonly shells: number;
  /** Pictures that were drawn, as their items describe them. */
  readonly pictures: readonly JsonObject[];
}

/** More containers than a response has ever had; the memory for their names must end somewhere. */
const MOST_CONTAINERS = 1_000;
const MOST_PICTURES = 1_000;

export function createToolCallCount(): ToolCallCount {
  const containers = new Set<string>();
  const shells = new Set<string>();
  const pictures: JsonObject[] = [];
  let searches = 0;
  let fileSearches = 0;
  return {
    see(item) {
      if (!isObject(item)) return;
      const { type, action, environment, status, container_id: container } = item;
      if (type === 'web_search_call') searches += countQueries(action);
      if (type === 'file_search_call') fileSearches += 1;
      if (type === 'code_interpreter_call') remember(containers, container);
      if (type === 'shell_call' && isHostedShell(environment)) remember(shells, environment['container_id']);
      if (type === 'image_generation_call' && status !== 'failed' && pictures.length < MOST_PICTURES)
        pictures.push(pick(item, ['quality', 'size', 'output_format']));
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
    get shells() {
      return shells.size;
    },
    pictures,
  };
}

function remember(containers: Set<string>, id: unknown): void {
  if (containers.size < MOST_CONTAINERS) containers.add(String(id));
}

/** False for a shell of the client's own. */
export function isHostedShell(environment: unknown): environment is JsonObject {
  return isObject(environment) && environment['type'] === 'container_reference';
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
  const listed = countListed(reply);
  const tools: readonly JsonObject[] = Array.isArray(reply['tools']) ? reply['tools'].filter(isObject) : [];
  const search = tools.find((tool) => String(tool['type']).startsWith('web_search'));
  const container = tools.find((tool) => tool['type'] === 'code_interpreter')?.['container'];
  const environment = tools.find((tool) => tool['type'] === 'shell')?.['environment'];
  const usage = reply['tool_usage'];
  const counted =
    isObject(usage) && isObject(usage['web_search']) ? readCount(usage['web_search']['num_requests']) : undefined;
  return {
    webSearches: (counted ?? Math.max(listed.searches, seen.searches)) * searchWeight(String(search?.['type']), model),
    fileSearches: Math.max(listed.fileSearches, seen.fileSearches),
    // One that was used before may be billed once only; nothing in a reply tells.
    codeRuns:
      sessionsOf(reply) *
      (Math.max(listed.containers, seen.containers) * containerWeight(container ?? {}) +
        Math.max(listed.shells, seen.shells) * containerWeight(containerOfShell(environment))),
  };
}

function countListed({ output }: JsonObject): ToolCallCount {
  const listed = createToolCallCount();
  for (const item of Array.isArray(output) ? output : []) listed.see(item);
  return listed;
}

/** The pictures in the output of a reply. */
export function listPictures(reply: JsonObject): readonly JsonObject[] {
  return countListed(reply).pictures;
}

/** Only searches are billed, not pages that are opened. Source: OpenAI, "Web search: output and citations". */
function countQueries(action: unknown): number {
  if (!isObject(action)) return 1;
  if (action['type'] !== 'search') return 0;
  return Array.isArray(action['queries']) ? Math.max(1, action['queries'].length) : 1;
}

/** A session of a container ends after twenty minutes, in seconds. Source: OpenAI, "Pricing: containers". */
const SESSION_S = 1_200;
/** No response takes longer than a day. */
const MOST_SESSIONS = 72;

/** Sessions that a container has had during a response, by the time that the response took. */
function sessionsOf({ created_at: from, completed_at: to }: JsonObject): number {
  if (typeof from !== 'number' || typeof to !== 'number') return 1;
  return Math.min(MOST_SESSIONS, Math.max(1, Math.ceil((to - from) / SESSION_S)));
}
