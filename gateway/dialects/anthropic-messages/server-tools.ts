import type { AskFault, JsonObject } from '../dialect.ts';
import { isDeeperThan } from '../nesting.ts';
import { isObject } from '../read-json.ts';

/** Tools that the client runs: without a type, or `custom`, or of the provider's making and run here all the same. */
const CLIENT_RUN = /^(custom$|bash_|text_editor_|computer_|memory_)/;
const SEARCH = /^web_search_\d/;
const FETCH = /^web_fetch_\d/;
/** It finds tools that are in the body already; what it brings is counted there. */
const TOOL_SEARCH = /^tool_search_tool_/;
/** A tool that may be called without limit gets this one. */
const DEFAULT_USES = 5;
/** A page that may be of any length gets this limit, in tokens. */
const MOST_CONTENT = 100_000;
/**
 * Most that one call brings to read, in tokens: the limit of a page is called approximate. What a search brings at most is
 * written nowhere; the example of the guide reads some 15,000, an eighth of this.
 */
export const CALL_TOKENS = 125_000;
/** After so many rounds the provider pauses a turn. Source: Anthropic, "Handling stop reasons: pause_turn". */
const MOST_ROUNDS = 10;
/** Purser may have to write the tools anew, and must not be made to write what is too deep to be written. */
const DEEPEST = 200;

/** Tools of a request that run at the provider. */
export interface ServerTools {
  /** The most that each may be used, in the order of the list: searches of the web, and pages that are fetched. */
  readonly searches: readonly number[];
  readonly fetches: readonly number[];
  /** Rounds that bring nothing new to read. */
  readonly findings: number;
}

/** Reads the tools that run at the provider. Source: Anthropic, "Server tools". */
export function readServerTools(body: JsonObject): ServerTools | AskFault {
  const searches: number[] = [];
  const fetches: number[] = [];
  let findings = 0;
  for (const tool of toolsOf(body)) {
    const type = isObject(tool) ? tool['type'] : undefined;
    if (!isObject(tool) || type === undefined || type === null || (typeof type === 'string' && CLIENT_RUN.test(type))) continue;
    const uses = tool['max_uses'] ?? DEFAULT_USES;
    if (!isUses(uses)) return { fault: 'malformed', message: 'The field "max_uses" must be a whole number from 1 up.' };
    if (isSearch(tool)) searches.push(uses);
    else if (isFetch(tool)) fetches.push(uses);
    else if (typeof type === 'string' && TOOL_SEARCH.test(type)) findings = MOST_ROUNDS;
    else return { fault: 'unbounded', message: whyNot(typeof type === 'string' ? type : 'unknown') };
  }
  if (searches.length + fetches.length > 0 && isDeeperThan(body['tools'], DEEPEST)) return { fault: 'malformed', message: 'The field "tools" is nested too deeply.' };
  return { searches, fetches, findings };
}

/** How often the tools are called at most if each may be called no more than this. */
export function countCalls({ searches, fetches, findings }: ServerTools, most: number): number {
  return sumUpTo(searches, most) + sumUpTo(fetches, most) + findings;
}

/** How many pages are fetched at most if each tool may be called no more than this. */
export function countFetches({ fetches }: ServerTools, most: number): number {
  return sumUpTo(fetches, most);
}

/** How often the web is searched at most if each tool may be called no more than this. */
export function countSearches({ searches }: ServerTools, most: number): number {
  return sumUpTo(searches, most);
}

/** The fields that keep the tools to what was held. @param calls in all. Empty where they keep to it by themselves */
export function limitServerTools(body: JsonObject, calls: number): JsonObject {
  const known = readServerTools(body);
  if ('fault' in known) return {};
  const uses = [...known.searches, ...known.fetches];
  let most = 1;
  while (most < Math.max(0, ...uses) && countCalls(known, most) < calls) most += 1;
  const limited = toolsOf(body).map((tool) => (isObject(tool) && (isSearch(tool) || isFetch(tool)) ? limit(tool, most) : tool));
  return limited.some((tool, index) => tool !== toolsOf(body)[index]) ? { tools: limited } : {};
}

function limit(tool: JsonObject, most: number): JsonObject {
  const own = tool['max_uses'] ?? undefined;
  const uses = Math.min(isUses(own) ? own : DEFAULT_USES, most);
  const content = tool['max_content_tokens'];
  const short = !isFetch(tool) || (typeof content === 'number' && content <= MOST_CONTENT);
  return own === uses && short ? tool : { ...tool, max_uses: uses, ...(short ? {} : { max_content_tokens: MOST_CONTENT }) };
}

function toolsOf(body: JsonObject): readonly unknown[] {
  return Array.isArray(body['tools']) ? body['tools'] : [];
}

function isSearch({ type }: JsonObject): boolean {
  return typeof type === 'string' && SEARCH.test(type);
}

function isFetch({ type }: JsonObject): boolean {
  return typeof type === 'string' && FETCH.test(type);
}

function isUses(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= 1_000;
}

function sumUpTo(uses: readonly number[], most: number): number {
  return uses.reduce((sum, one) => sum + Math.min(one, most), 0);
}

function whyNot(type: string): string {
  if (type.startsWith('code_execution_')) return `The tool "${type}" is billed by the hour of its container, and nothing in a request limits how long that runs. Leave it out.`;
  return `The tool "${type}" runs at the provider and cannot be bounded under a cap yet. Leave it out.`;
}
