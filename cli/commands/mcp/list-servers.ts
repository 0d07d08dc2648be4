import type { Command } from 'commander';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { lines, paragraphs, table } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';

const STATES: Readonly<Record<McpServerView['state'], string>> = {
  idle: 'not started',
  starting: 'starting',
  running: 'running',
  failed: 'failed',
  stopped: 'stopped',
};

/** How a server is doing, in words. */
export function stateText(state: McpServerView['state']): string {
  return STATES[state];
}

/** `purser mcp list` */
export function addMcpListCommand(mcp: Command): void {
  withGlobals(mcp.command('list'))
    .argument('[name]', 'one server, with its tools')
    .description('list servers and what their calls cost; with a name, its tools')
    .action(
      action(async (context, command) => {
        const { servers, url } = await context.ask(async (gateway) => ({
          servers: await gateway.mcp.list(),
          url: (await gateway.status()).url,
        }));
        const [name] = command.args;
        const shown = name === undefined ? servers : servers.filter((server) => server.name === name);
        print(context, shown, name === undefined ? listed(servers, url) : one(shown[0], name, url));
      }),
    );
}

function listed(servers: readonly McpServerView[], url: string): ScreenText | string {
  if (servers.length === 0) return 'No MCP servers yet. Add one: purser mcp add NAME -- COMMAND, or --url URL';
  const rows = servers.map((server) => [
    server.name,
    stateText(server.state),
    String(server.tools.length),
    String(server.calls),
    String(server.errors),
    formatUsd(server.cost),
    whereOf(server),
  ]);
  const troubles = servers.flatMap(({ trouble }) => trouble ?? []);
  return paragraphs(
    table(['NAME', 'STATE', 'TOOLS', 'CALLS', 'FAILED', 'COST', 'WHERE'], rows),
    ...(troubles.length > 0 ? [lines(...troubles)] : []),
    lines(...changedIn(servers), `Tools reach them all at ${url}/mcp, and one at ${url}/mcp/NAME, with a sub-key.`),
  );
}

function changedIn(servers: readonly McpServerView[]): readonly string[] {
  return servers
    .filter(({ tools }) => tools.some(({ state }) => state === 'changed'))
    .map(({ name }) => `A tool of ${name} has changed and is stopped. See: purser mcp changes ${name}`);
}

function one(server: McpServerView | undefined, name: string, url: string): ScreenText | string {
  if (!server) return `There is no MCP server named "${visibleText(name)}". See: purser mcp list`;
  const rows = server.tools.map(({ name: tool, readOnly, mayDestroy, state, description }) => [
    tool,
    readOnly ? 'reads only' : mayDestroy ? 'may change or delete' : 'adds',
    state,
    description.split('\n')[0] ?? '',
  ]);
  return paragraphs(
    lines(
      `${server.name}: ${stateText(server.state)}. ${whereOf(server)}`,
      server.trouble ?? `Tools reach it at ${url}/mcp/${name}`,
    ),
    rows.length === 0 ? 'No tools are known yet.' : table(['TOOL', 'DOES', 'STATE', 'SAYS'], rows),
  );
}

function whereOf({ way }: McpServerView): string {
  if (way.kind === 'openapi') return visibleText(`API ${[way.provider, ...way.allow].join(', ')}`);
  return visibleText(way.kind === 'command' ? [way.command, ...way.args].join(' ') : way.url);
}
