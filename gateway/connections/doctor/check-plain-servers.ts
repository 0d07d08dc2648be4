import type { Finding } from '../../../shared/contract/connection-views.ts';
import { importCommand } from '../../../shared/mcp/import-command.ts';
import type { PlainServers } from '../../../shared/mcp/mcp-moves.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { findPlain, viewPlain } from '../mcp-moves/find-plain.ts';
import { surveyServers } from '../mcp-moves/survey-servers.ts';
import type { ToolSpec } from '../tool-spec.ts';
import { finding } from './finding.ts';

/** The MCP servers of connected tools that are called past Purser, and can be moved behind it. */
export async function checkPlainServers(deps: ConnectionDeps): Promise<readonly Finding[]> {
  const found = (await surveyServers(deps)).filter(({ connected }) => connected);
  return found.flatMap((servers) => {
    const { tool, title, project, file } = servers;
    const text = plainText(servers);
    if (text === undefined) return [];
    return [
      finding({
        id: `plain-servers:${tool}${project === null ? '' : `:${project}`}`,
        severity: 'note',
        tool,
        file,
        text,
        acts: [{ kind: 'move-servers', tool, title, project }],
      }),
    ];
  });
}

/** The same in one sentence, before a tool is connected. */
export async function noteOfPlain(
  deps: ConnectionDeps,
  tool: ToolSpec,
  project: string | null,
): Promise<readonly string[]> {
  if (!tool.mcp) return [];
  const place = { tool, part: tool.mcp, project: tool.mcp.at('*').includes('*') ? project : null };
  const found = await findPlain(deps, place).catch(() => undefined);
  const text = found && plainText(viewPlain(deps, found));
  if (text === undefined) return [];
  return [`${text} Once it is connected, move them: ${importCommand(tool.id, place.project)}`];
}

function plainText({ title, project, servers }: PlainServers): string | undefined {
  const names = servers.filter(({ stays }) => stays === null).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const whose = project === null ? title : `${title} (${project})`;
  return names.length === 1
    ? `One MCP server of ${whose} does not go through Purser: ${names.join(', ')}.`
    : `${names.length} MCP servers of ${whose} do not go through Purser: ${names.join(', ')}.`;
}
