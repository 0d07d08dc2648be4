import { pathText } from '../files/path-text.ts';
import { reconnect, wantOf } from '../change/connect.ts';
import { draftConnection } from '../change/plan-connection.ts';
import type { Draft } from '../change/plan-connection.ts';
import type { FileWant } from '../change/want.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { MCP_ENTRY } from '../mcp/mcp-part.ts';
import { mcpWant, withEntry } from '../mcp/mcp-wants.ts';
import type { McpPart } from '../tool-spec.ts';

/**
 * The connection with, or without, its entry for the MCP servers in Purser. Everything else that was written stays as
 * it was: its sub-key, its provider, its models.
 * @param state what is on record of the entry then
 */
export async function draftEntry(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  state: ConnectionRecord['mcp'],
): Promise<Draft> {
  const draft = await draftConnection(deps, {
    tool: record.tool,
    ...(record.project !== null && { project: record.project }),
    keyFrom: record.keyFrom,
    mcp: state === 'written',
    gitExclude: false,
  });
  const { tool, input } = draft;
  const own = record.files.map(({ done }) => wantOf(done));
  const wants =
    tool.mcp && input.mcp
      ? withEntry(own, mcpWant(tool.mcp, input, input.mcp))
      : own.flatMap((want) => (tool.mcp ? withoutEntry(want, tool.mcp, record.project) : [want]));
  // No routes: they would widen what the sub-key may reach.
  return { ...draft, routes: {}, wants, mcp: state };
}

/** Makes that change. @throws PurserError when a file cannot be changed; then the connection is as it was */
export async function setEntry(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  state: ConnectionRecord['mcp'],
): Promise<void> {
  await reconnect(deps, record, await draftEntry(deps, record, state), undefined);
}

function withoutEntry(want: FileWant, part: McpPart, project: string | null): readonly FileWant[] {
  if (want.kind !== 'entries') return [want];
  const own = pathText([...part.at(project), MCP_ENTRY]);
  const entries = want.entries.filter(({ at }) => pathText(at) !== own && !pathText(at).startsWith(`${own}.`));
  return entries.length === 0 ? [] : [{ ...want, entries }];
}
