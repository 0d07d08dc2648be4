import type { CacheWrites } from '../../../domain/usage.ts';
import type { AskFault, JsonObject } from '../../dialect.ts';
import { isDeeperThan } from '../../json/nesting.ts';
import { isObject } from '../../json/read-json.ts';
import { readContainer } from './container.ts';
import type { ContainerUse } from './container.ts';
import { readMcpServers } from './mcp-servers.ts';

/** Tools that the client runs: without a type, or `custom`, or of the provider's making and run here all the same. */
const CLIENT_RUN = /^(custom$|bash_|text_editor_|computer_|browser_|memory_)/;
const SEARCH = /^web_search_\d/;
const FETCH = /^web_fetch_\d/;
const ADVISOR = /^advisor_\d/;
const CODE = /^code_execution_\d/;
const SERVER = /^mcp_toolset$/;
/** It finds tools that are in the body already, and counted there. */
const TOOL_SEARCH = /^tool_search_tool_/;
/** Purser may have to write the tools anew, and a deeper value cannot be written. */
const DEEPEST = 200;

/** A tool that runs at the provider, with the limits that it has of its own. */
export interface ServerTool {
  /** `code` runs code in a container, `server` calls tools of MCP servers. */
  readonly kind: 'search' | 'fetch' | 'advisor' | 'code' | 'server';
  /** Most calls; Infinity where it sets no limit. */
  readonly uses: number;
  /** Most tokens that a page brings, or an adviser writes; undefined where it sets no limit. */
  readonly tokens: number | undefined;
  /** The model that advises. */
  readonly model: string;
  readonly cacheWrites: CacheWrites;
  /** Its findings for code to read are left out of the reply. */
  readonly hidden: boolean;
}

/** Tools of a request that run at the provider. */
export interface ServerTools {
  readonly tools: readonly ServerTool[];
  /** Rounds that bring nothing new to read. */
  readonly finds: boolean;
  readonly container: ContainerUse;
  /** MCP servers whose tools are not in the request. */
  readonly unlisted: number;
}

/** The limits of a form of a request on its tools; each tool may have lower limits of its own. */
export interface ToolLimits {
  /** Calls of each tool. */
  readonly uses: number;
  /** Tokens of a page; undefined for any length. */
  readonly page?: number;
  /** Tokens of an advice; undefined for any length. */
  readonly advice?: number;
  /**
   * Calls that no field limits are counted in the stream, and it ends before one that no cap has room for: only the
   * limits above are held for them.
   */
  readonly watched?: boolean;
}

/** Reads the tools that run at the provider. Source: platform.claude.com, "Server tools", "Advisor tool". */
export function readServerTools(body: JsonObject): ServerTools | AskFault {
  const found: ServerTool[] = [];
  let finds = false;
  for (const tool of toolsOf(body)) {
    const type = isObject(tool) ? tool['type'] : undefined;
    if (!isObject(tool) || !runsAtProvider(type)) continue;
    if (typeof type === 'string' && TOOL_SEARCH.test(type)) finds = true;
    else {
      const read = readServerTool(tool, type);
      if ('fault' in read) return read;
      found.push(read);
    }
  }
  const advisers = found.filter(({ kind }) => kind === 'advisor');
  if (advisers.length > 1) return malformed('The list "tools" names two advisers.');
  const isDeep = found.length > 0 && isDeeperThan(body['tools'], DEEPEST);
  if (isDeep) return malformed('The field "tools" is nested too deeply.');
  return withSurroundings(body, found, finds);
}

/** Adds what runs at the provider without being named in the list of tools. */
function withSurroundings(body: JsonObject, tools: readonly ServerTool[], finds: boolean): ServerTools | AskFault {
  const container = readContainer(body);
  const servers = readMcpServers(body);
  if ('fault' in servers) return servers;
  const lacks = (kind: ServerTool['kind']): boolean => tools.every((tool) => tool.kind !== kind);
  return {
    tools: [
      ...tools,
      ...(container === 'always' && lacks('code') ? [unlimited('code')] : []),
      ...(servers.count > 0 && lacks('server') ? [unlimited('server')] : []),
    ],
    finds,
    container,
    unlisted: servers.unlisted,
  };
}

/** A tool that no field limits. */
function unlimited(kind: 'code' | 'server'): ServerTool {
  return { kind, uses: Infinity, tokens: undefined, model: '', cacheWrites: 'none', hidden: false };
}

/** True for a tool that its client does not run itself. */
export function runsAtProvider(type: unknown): boolean {
  return type !== undefined && type !== null && !(typeof type === 'string' && CLIENT_RUN.test(type));
}

/** The fields that keep the tools to these limits. Empty where they keep to them by themselves. */
export function limitServerTools(body: JsonObject, limits: ToolLimits): JsonObject {
  const tools = toolsOf(body);
  const limited = tools.map((tool) => (isObject(tool) ? limitTool(tool, limits) : tool));
  return limited.some((tool, index) => tool !== tools[index]) ? { tools: limited } : {};
}

function readServerTool(tool: JsonObject, type: unknown): ServerTool | AskFault {
  const kind = kindOf(type);
  if (kind === undefined) return { fault: 'unbounded', message: whyNot(typeof type === 'string' ? type : 'unknown') };
  if (kind === 'code' || kind === 'server') return unlimited(kind);
  const uses = tool['max_uses'] ?? Infinity;
  if (uses !== Infinity && !isUses(uses)) return malformed('The field "max_uses" must be a whole number from 1 up.');
  const { model } = tool;
  if (kind === 'advisor' && typeof model !== 'string') return malformed('The tool "advisor" must name a model.');
  const limit = tool[LIMIT_OF[kind]];
  return {
    kind,
    uses,
    tokens: isCount(limit) ? limit : undefined,
    model: typeof model === 'string' ? model : '',
    cacheWrites: writesOf(tool['caching']),
    hidden: tool['response_inclusion'] !== undefined && tool['response_inclusion'] !== 'full',
  };
}

/** The field in which each kind of tool limits its tokens. */
const LIMIT_OF = { search: 'none', fetch: 'max_content_tokens', advisor: 'max_tokens' } as const;

function limitTool(tool: JsonObject, { uses, page, advice }: ToolLimits): JsonObject {
  const kind = kindOf(tool['type']);
  if (kind === undefined || kind === 'code' || kind === 'server') return tool;
  const own = tool['max_uses'] ?? undefined;
  const most = Math.min(isUses(own) ? own : Infinity, uses);
  const limit = kind === 'fetch' ? page : kind === 'advisor' ? advice : undefined;
  const field = LIMIT_OF[kind];
  const tokens = tool[field];
  const short = limit === undefined || (isCount(tokens) && tokens <= limit);
  if ((most === Infinity || own === most) && short) return tool;
  return { ...tool, ...(most === Infinity ? {} : { max_uses: most }), ...(short ? {} : { [field]: limit }) };
}

function toolsOf(body: JsonObject): readonly unknown[] {
  return Array.isArray(body['tools']) ? body['tools'] : [];
}

function kindOf(type: unknown): ServerTool['kind'] | undefined {
  if (typeof type !== 'string') return undefined;
  if (SEARCH.test(type)) return 'search';
  if (FETCH.test(type)) return 'fetch';
  if (CODE.test(type)) return 'code';
  if (SERVER.test(type)) return 'server';
  return ADVISOR.test(type) ? 'advisor' : undefined;
}

/** The cache writes of an adviser: whether it keeps its input, and for how long. */
function writesOf(caching: unknown): CacheWrites {
  if (!isObject(caching)) return 'none';
  return caching['ttl'] === undefined || caching['ttl'] === '5m' ? 'short' : 'hour';
}

function isUses(value: unknown): value is number {
  return isCount(value) && value <= 1_000;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function malformed(message: string): AskFault {
  return { fault: 'malformed', message };
}

function whyNot(type: string): string {
  return `Purser does not know what the tool "${type}" costs: it runs at the provider. Leave it out, or update Purser.`;
}
