import { isCallToolResult, ProtocolError, SdkError, SdkErrorCode } from '@modelcontextprotocol/client';
import type { CallToolResult, Progress, ProgressCallback } from '@modelcontextprotocol/client';
import { z } from 'zod';
import type { MCP_STATES } from '../../../shared/mcp/mcp-views.ts';
import { counted } from '../../../shared/counted.ts';
import { PurserError } from '../../../shared/errors.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { McpServerRecord } from '../../ledger/records.ts';
import type { McpSecrets } from '../book/secrets-text.ts';
import { connect } from './connect.ts';
import type { ConnectDeps, Upstream } from './connect.ts';
import type { ChildTransport } from './child-transport.ts';
import { hideSecrets } from './hide-secrets.ts';
import type { SecretHider } from './hide-secrets.ts';
import { LoginNeeded } from './login/login-provider.ts';
import { readTools } from './read-tools.ts';
import { UnreachableServer } from './unsent.ts';
import type { OfferedTool } from './offered-tool.ts';

/** How a server is doing. */
export interface UpstreamState {
  readonly state: (typeof MCP_STATES)[number];
  readonly trouble: string | null;
  /** It wants the person to log in. */
  readonly needsLogin: boolean;
  readonly lastWords: string;
}

/** What a call is made with. */
export interface UpstreamCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly onProgress: ProgressCallback | undefined;
}

/** Servers that run, or are reached: started when first used, ended when nobody has used them for a while. */
export interface Hub {
  /**
   * Reaches a server; when it resolves, its tools have been offered. @throws UnreachableServer
   */
  ready(record: McpServerRecord): Promise<void>;
  /** @returns its result as it came. @throws UnreachableServer, or whatever the server answers */
  call(record: McpServerRecord, call: UpstreamCall): Promise<CallToolResult>;
  state(name: string): UpstreamState;
  /** Ends it, and forgets how often it has failed. */
  stop(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface HubDeps extends ConnectDeps {
  readonly secretsOf: (record: McpServerRecord) => Promise<McpSecrets>;
  readonly offer: (record: McpServerRecord, tools: readonly OfferedTool[]) => Promise<void>;
  readonly changed: () => void;
  /** After so many milliseconds without a call, a command is ended. */
  readonly idleMs?: number;
  /** The longest that a call may take, in milliseconds. */
  readonly callMs?: number | undefined;
}

/** What is known of one server while the gateway runs. */
interface Entry {
  opening: Promise<Upstream> | undefined;
  upstream: Upstream | undefined;
  child: ChildTransport | undefined;
  hider: SecretHider;
  trouble: string | null;
  needsLogin: boolean;
  /** Failures in a row. */
  strikes: number;
  running: number;
  idle: NodeJS.Timeout | undefined;
}

const MOST_STRIKES = 3;
const IDLE_MS = 600_000;
const CALL_MS = 600_000;
/** Passed on as it came: only what is no result at all is held back. */
const resultSchema = z.custom<CallToolResult>(
  isCallToolResult,
  'The server answered with something that is no result.',
);

/** @see Hub */
export function createHub(deps: HubDeps): Hub {
  const { changed, idleMs = IDLE_MS, callMs = CALL_MS } = deps;
  const entries = new Map<string, Entry>();
  const entryOf = (name: string): Entry => {
    const found = entries.get(name) ?? newEntry();
    entries.set(name, found);
    return found;
  };
  const reach = (record: McpServerRecord): Promise<Upstream> => {
    const entry = entryOf(record.name);
    if (entry.upstream) return Promise.resolve(entry.upstream);
    if (entry.opening) return entry.opening;
    entry.opening = open(deps, record, entry).finally(() => {
      entry.opening = undefined;
      changed();
    });
    changed();
    return entry.opening;
  };
  const rest = (record: McpServerRecord, entry: Entry): void => {
    clearTimeout(entry.idle);
    if (record.way.kind !== 'command' || entry.running > 0) return;
    entry.idle = setTimeout(() => void close(entry).then(changed), idleMs);
    entry.idle.unref();
  };
  return {
    async ready(record) {
      await reach(record);
      rest(record, entryOf(record.name));
    },
    async call(record, asked) {
      const upstream = await reach(record);
      const entry = entryOf(record.name);
      clearTimeout(entry.idle);
      entry.running += 1;
      try {
        const result = await request(upstream, asked, callMs, entry.hider);
        entry.strikes = 0;
        return resultSchema.parse(entry.hider.value(result));
      } catch (error) {
        // What is no answer of its own may be the end of a session: the next call begins a new one.
        const isAnswer = ProtocolError.isInstance(error) || asked.signal.aborted;
        if (record.way.kind === 'url' && !isAnswer && entry.upstream === upstream) await close(entry);
        throw isTimeout(error)
          ? new Error(`it did not answer within ${durationText(callMs)}.`)
          : hidden(error, entry.hider);
      } finally {
        entry.running -= 1;
        rest(record, entry);
      }
    },
    state: (name) => stateOf(entryOf(name)),
    async stop(name) {
      const entry = entries.get(name);
      entries.delete(name);
      if (entry) await close(entry);
      changed();
    },
    async close() {
      await Promise.all([...entries.values()].map(close));
    },
  };
}

function newEntry(): Entry {
  return {
    opening: undefined,
    upstream: undefined,
    child: undefined,
    hider: hideSecrets({}),
    trouble: null,
    needsLogin: false,
    strikes: 0,
    running: 0,
    idle: undefined,
  };
}

function stateOf(entry: Entry): UpstreamState {
  const { opening, upstream, strikes, trouble, needsLogin } = entry;
  const lastWords = entry.hider.text(entry.child?.lastWords() ?? '');
  if (opening || upstream)
    return { state: opening ? 'starting' : 'running', trouble: null, needsLogin: false, lastWords };
  if (strikes >= MOST_STRIKES) return { state: 'stopped', trouble, needsLogin, lastWords };
  return { state: trouble === null ? 'idle' : 'failed', trouble, needsLogin, lastWords };
}

async function open(deps: HubDeps, record: McpServerRecord, entry: Entry): Promise<Upstream> {
  if (entry.strikes >= MOST_STRIKES)
    throw new UnreachableServer(
      `The MCP server ${record.name} was stopped because it failed ${MOST_STRIKES} times in a row: ` +
        `${entry.trouble ?? 'it does not start.'} When that is mended: purser mcp restart ${record.name}`,
    );
  try {
    const secrets = await deps.secretsOf(record);
    entry.hider = hideSecrets(secrets);
    const upstream = await connect(deps, record, secrets, (child) => (entry.child = child));
    entry.upstream = upstream;
    watch(deps, record, entry, upstream);
    await listTools(deps, record, entry.hider, upstream);
    entry.trouble = null;
    entry.needsLogin = false;
    return upstream;
  } catch (error) {
    strike(record, entry);
    entry.needsLogin = error instanceof LoginNeeded;
    entry.trouble = entry.hider.text(explain(record, error, entry.child));
    await close(entry);
    throw new UnreachableServer(entry.trouble);
  }
}

/** A command that does not start would be started for ever; a server elsewhere comes back by itself. */
function strike({ way }: McpServerRecord, entry: Entry): void {
  if (way.kind === 'command') entry.strikes += 1;
}

/** Notices when a server ends by itself, and when it has other tools. */
function watch(deps: HubDeps, record: McpServerRecord, entry: Entry, upstream: Upstream): void {
  const ended = (): void => {
    if (entry.upstream !== upstream) return;
    entry.upstream = undefined;
    const why = upstream.child?.ended();
    if (why !== 'was stopped') {
      strike(record, entry);
      entry.trouble = `The MCP server ${record.name} ${why ?? 'has closed the connection'}.`;
    }
    deps.changed();
  };
  Object.assign(upstream.client, { onclose: ended });
  upstream.client.setNotificationHandler('notifications/tools/list_changed', () =>
    listTools(deps, record, entry.hider, upstream).catch(() => undefined),
  );
}

function isTimeout(error: unknown): boolean {
  return SdkError.isInstance(error) && error.code === SdkErrorCode.RequestTimeout;
}

function durationText(ms: number): string {
  return ms < 60_000 ? counted(Math.ceil(ms / 1_000), 'second') : counted(Math.round(ms / 60_000), 'minute');
}

/** How far it is, in words without its secrets. */
function withoutSecrets(progress: Progress, hider: SecretHider): Progress {
  const { message, ...figures } = progress;
  return message === undefined ? figures : { ...figures, message: hider.text(message) };
}

/** A server's own error, without its secrets. */
function hidden(error: unknown, hider: SecretHider): unknown {
  return ProtocolError.isInstance(error)
    ? new ProtocolError(error.code, hider.text(error.message), hider.value(error.data ?? null) ?? undefined)
    : error;
}

function request(
  { client }: Upstream,
  asked: UpstreamCall,
  callMs: number,
  hider: SecretHider,
): Promise<CallToolResult> {
  const { tool, arguments: given, signal, onProgress } = asked;
  return client.request({ method: 'tools/call', params: { name: tool, arguments: { ...given } } }, resultSchema, {
    signal,
    timeout: callMs,
    resetTimeoutOnProgress: true,
    maxTotalTimeout: callMs * 6,
    ...(onProgress && { onprogress: (progress) => onProgress(withoutSecrets(progress, hider)) }),
  });
}

async function close(entry: Entry): Promise<void> {
  clearTimeout(entry.idle);
  const { upstream, child } = entry;
  entry.upstream = undefined;
  await upstream?.client.close().catch(() => undefined);
  await child?.close();
}

async function listTools(
  deps: HubDeps,
  record: McpServerRecord,
  hider: SecretHider,
  upstream: Upstream,
): Promise<void> {
  await deps.offer(record, await readTools(upstream, hider));
  deps.changed();
}

/** Why a server could not be reached, as a sentence with what it said last. */
function explain({ name, way }: McpServerRecord, error: unknown, child: ChildTransport | undefined): string {
  if (error instanceof PurserError || error instanceof LoginNeeded) return error.message;
  const said = child?.lastWords().split('\n').at(-1) ?? '';
  const words = said === '' ? '' : ` It said: ${said}`;
  const ended = child?.ended();
  if (ended !== undefined && ended !== 'was stopped') return `The MCP server ${name} ${ended}.${words}`;
  if (isTimeout(error)) return `The MCP server ${name} does not answer.${words}`;
  const where = way.kind === 'url' ? ` at ${way.url}` : '';
  const message = error instanceof Error ? visibleText(error.message) : 'for a reason that it does not say';
  return `The MCP server ${name} cannot be reached${where}: ${message}.${words}`;
}
