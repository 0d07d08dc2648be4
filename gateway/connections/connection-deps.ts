import type { CapsOn } from '../../shared/contract/key-calls.ts';
import { PurserError } from '../../shared/errors.ts';
import type { ProviderName, SubKeyId } from '../../shared/ids.ts';
import type { Policy } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import type { Clock, Machine } from '../platform/ports.ts';
import type { ConfigFiles } from './files/config-files.ts';
import type { ConnectionBook } from './connection-book.ts';
import type { MoveBook } from './mcp-moves/move-book.ts';
import type { ReadServer } from './mcp-moves/read-entry.ts';
import { ConfigFault } from './formats/format.ts';
import type { IsSubKey } from './verify/sub-key-mark.ts';
import type { KeyCommand, MachinePaths, ToolRoutes, ToolSpec } from './tool-spec.ts';

/** More about a tool's new sub-key. */
export interface NewKey {
  readonly project?: string | null;
  /** What its caps are on. On the agent, caps that are there already hold, unless a person names others. */
  readonly capsOn: CapsOn;
  /** The caps are a person's own choice. */
  readonly isChosen: boolean;
}

/** The part of the accounts that connections need: the sub-keys of tools. */
export interface SubKeyIssuer {
  /** A sub-key for the agent of this name, which is added when there is none. */
  issue(agent: string, policy: Policy, of: NewKey): Promise<{ readonly id: SubKeyId; readonly secret: string }>;
  /** A short-lived secret of the agent's sub-key for tokens, which is made when there is none. */
  takeToken(agent: string, limits?: Policy, of?: NewKey): Promise<{ readonly id: SubKeyId; readonly secret: string }>;
  /** A new secret, where the old one was lost. The old one works for a day. */
  renew(id: SubKeyId): Promise<string>;
  /** Lets it spend at these providers, and with `mcp` call the MCP servers that no wider policy forbids. */
  allow(id: SubKeyId, providers: readonly string[], mcp: boolean): Promise<void>;
  revoke(id: SubKeyId): Promise<void>;
  /** True when `candidate` is the newest secret of that sub-key. */
  isCurrent(id: SubKeyId, candidate: string): boolean;
  isRevoked(id: SubKeyId): boolean;
  /** What holds for it, the caps that it shares included. */
  limitsOf(id: SubKeyId): Policy;
  /** The agent that holds it; undefined when there is no such sub-key any more. */
  agentOf(id: SubKeyId): { readonly id: string; readonly name: string } | undefined;
}

/** The dependencies of everything in this folder. */
export interface ConnectionDeps {
  readonly machine: Machine;
  readonly paths: MachinePaths;
  readonly files: ConfigFiles;
  readonly book: ConnectionBook;
  /** MCP servers that were moved out of tools' files. */
  readonly moves: MoveBook;
  readonly keys: SubKeyIssuer;
  readonly clock: Clock;
  readonly tools: readonly ToolSpec[];
  /** `http://127.0.0.1:PORT` */
  readonly gatewayUrl: string;
  /** The command that prints a token. @throws PurserError `INVALID_INPUT` when `purser` is not on the PATH */
  keyCommand(agent: string): KeyCommand;
  /** The providers that there are keys for, as routes. @throws PurserError `NOT_FOUND` for one that is not there */
  routes(choice?: RouteChoice): ToolRoutes;
  readonly mcp: McpDoorway;
}

/** What connections know of the MCP servers in Purser. */
export interface McpDoorway {
  hasServers(): boolean;
  /** Serves them over its input and output. @throws PurserError `INVALID_INPUT` when `purser` is not on the PATH */
  command(agent: string): KeyCommand;
  readonly keeper: McpKeeper;
}

/** A server that comes out of a tool's file. */
export interface MovedServer extends ReadServer {
  readonly name: ProviderName;
  /** When it was moved: tells it from another one of this name. */
  readonly at: number;
}

/** Puts servers behind Purser, and takes them out again. */
export interface McpKeeper {
  /** False where secrets are gone after a restart: what is taken out of a file would be lost. */
  readonly keepsSecrets: boolean;
  /** Undefined for a name that is free. */
  holderOf(name: string): 'server' | 'provider' | undefined;
  /** True when Purser has this very server under this name, with the same secrets. */
  isSame(server: ReadServer & { readonly name: string }): Promise<boolean>;
  /**
   * Adds it and reaches it once. @returns how many tools it has
   * @throws PurserError where it does not answer; then nothing was kept
   */
  keep(server: MovedServer, unchecked: boolean): Promise<number>;
  /**
   * Removes what was moved at that moment, with its secrets, unless another agent than `agent` has called it since.
   * @returns false when it stays, or was never there
   */
  release(name: ProviderName, at: number, agent: string | undefined): Promise<boolean>;
}

/** A person's choice of provider and models for a tool. */
export interface RouteChoice {
  /** This provider only. */
  readonly provider?: string | undefined;
  /** Instead of the usual models. */
  readonly models?: readonly string[] | undefined;
}

/** @throws PurserError `NOT_FOUND` */
export function toolOf(deps: ConnectionDeps, id: string): ToolSpec {
  const found = deps.tools.find((tool) => tool.id === id);
  if (!found) throw new PurserError('NOT_FOUND', `Purser knows no tool "${id}". See \`purser connections\`.`);
  return found;
}

export function isSubKeyOf(deps: ConnectionDeps, id: SubKeyId): IsSubKey {
  return (candidate) => deps.keys.isCurrent(id, candidate);
}

/** Names the file, and the line where it is known, in a fault of a format. */
export function faultIn(file: string, error: unknown): unknown {
  if (!(error instanceof ConfigFault)) return error;
  const where = error.line === undefined ? file : `${file}, line ${error.line}`;
  const next = error.line === undefined ? 'Change that in the file' : 'Fix that line';
  return new PurserError('CONFLICT', `${where}: ${error.message}. Purser changed nothing. ${next} and try again.`, {
    cause: error,
  });
}

/** The audit entry of a change to a connection. It holds paths and names only. */
export function auditOf(
  deps: ConnectionDeps,
  kind: AuditEntry['kind'],
  of: { readonly subKeyId: SubKeyId; readonly tool: string; readonly files: readonly string[] },
): AuditEntry {
  const agent = deps.keys.agentOf(of.subKeyId);
  return {
    at: deps.clock.now(),
    kind,
    ...(agent === undefined ? {} : { agentId: agent.id }),
    subKeyId: of.subKeyId,
    detail: { tool: of.tool, files: of.files.join('\n') },
  };
}
