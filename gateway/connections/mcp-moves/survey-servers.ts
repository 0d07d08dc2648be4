import { PurserError } from '../../../shared/errors.ts';
import { importCommand } from '../../../shared/mcp/import-command.ts';
import type { PlainServers, PutBack } from '../../../shared/mcp/mcp-moves.ts';
import type { ConnectionAsk } from '../change/plan-connection.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { findPlain, placesOf, viewPlain } from './find-plain.ts';
import { placeOf } from './plan-move.ts';
import type { MoveAsk } from './plan-move.ts';
import { planPutBack, putBackServers } from './put-back-servers.ts';

/** The MCP servers that tools have by themselves, and those that were moved. A file that cannot be read has none. */
export async function surveyServers(deps: ConnectionDeps): Promise<PlainServers[]> {
  const views: PlainServers[] = [];
  for (const tool of deps.tools) {
    const places = await placesOf(deps, tool).catch(() => []);
    for (const place of places) {
      const found = await findPlain(deps, place).catch(() => undefined);
      const view = found && viewPlain(deps, found);
      if (view && view.servers.length + view.moved.length > 0) views.push(view);
    }
  }
  return views;
}

/** @throws PurserError `NOT_FOUND` where nothing was moved */
export async function putBackAsked(
  deps: ConnectionDeps,
  ask: Pick<MoveAsk, 'tool' | 'project'>,
  dryRun: boolean,
): Promise<PutBack> {
  const { tool, project } = placeOf(deps, ask);
  const moves = deps.moves.of(tool.id, project);
  if (moves.length === 0)
    throw new PurserError('NOT_FOUND', `No MCP server of ${tool.title} was moved behind Purser. Nothing was changed.`);
  return (dryRun ? planPutBack : putBackServers)(deps, moves, { tool: tool.id, project });
}

/** A tool whose servers were moved reaches them by its entry alone. @throws PurserError `CONFLICT` */
export function assertReaches(deps: ConnectionDeps, { tool, project, mcp }: ConnectionAsk): void {
  if (mcp !== false || deps.moves.of(tool, project ?? null).length === 0) return;
  throw new PurserError(
    'CONFLICT',
    `Its MCP servers were moved behind Purser, and it reaches them by that entry. Put them back first: ` +
      `${importCommand(tool, project ?? null)} --undo`,
  );
}
