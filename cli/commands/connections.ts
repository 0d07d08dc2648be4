import type { Command } from 'commander';
import { z } from 'zod';
import { proxiesIn } from '../../gateway/connections/loopback.ts';
import type { ConnectionView, ToolView } from '../../shared/contract/connection-views.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { print, table } from '../output.ts';

const verifyOptions = z.object({ run: z.boolean().default(false) });

/** `purser connections [verify | repair]` */
export function addConnectionsCommands(program: Command): void {
  const connections = withGlobals(program.command('connections'))
    .description('every tool Purser knows, and how it stands on this machine')
    .action(action((context) => listConnections(context)));
  withGlobals(connections.command('verify'))
    .argument('<id>')
    .description('prove a connection by a request that arrives; exit code 1 when none does')
    .option('--run', 'let the tool itself make one small request, which costs a little')
    .action(
      action(async (context, command) => {
        const { run } = verifyOptions.parse(command.opts());
        const verdict = await context.ask((gateway) => gateway.connections.verify({ id: command.args[0] ?? '', run, proxies: proxiesIn(process.env) }));
        if (!verdict.ok) process.exitCode = 1;
        print(context, verdict, `${verdict.ok ? 'Green' : 'Not proved'}: ${verdict.text}`);
      }),
    );
  withGlobals(connections.command('repair'))
    .argument('<id>')
    .description('make a connection\'s change again, after somebody else changed the file')
    .action(
      action(async (context, command) => {
        const repaired = await context.ask((gateway) => gateway.connections.repair({ id: command.args[0] ?? '' }));
        print(context, repaired, `${repaired.title} is connected again.`);
      }),
    );
}

/** Prints the tools: those that are connected or found first, those that cannot be with the reason. */
export async function listConnections(context: CommandContext): Promise<void> {
  const tools = await context.ask((gateway) => gateway.connections.list());
  const here = tools.filter(({ state }) => state !== 'not-found');
  const rest = tools.filter(({ state }) => state === 'not-found').map(({ id }) => id);
  const text = [
    table(['TOOL', 'STATE', 'METERED', 'PROVED'], here.flatMap(rowsOf)),
    ...here.flatMap(differencesOf),
    ...(rest.length === 0 ? [] : [`\nNot found here: ${rest.join(', ')}`]),
    '\nConnect one: purser connect NAME --dry-run',
  ];
  print(context, tools, text.join('\n'));
}

const METERED = { everything: 'everything', partly: 'partly', 'not-possible': 'not possible' } as const;

function rowsOf({ id, state, coverage, connections, ready }: ToolView): readonly (readonly string[])[] {
  if (connections.length > 0) return connections.map((one) => [one.id, one.state, METERED[coverage.level], proofOf(one)]);
  return [[id, state === 'found' && !ready ? 'found, needs a provider key' : state, METERED[coverage.level], '']];
}

function proofOf({ verified }: ConnectionView): string {
  return verified === null ? 'not yet' : `${verified.how}, ${new Date(verified.at).toLocaleString()}`;
}

function differencesOf({ connections }: ToolView): readonly string[] {
  return connections.flatMap(({ id, differences }) => [
    ...differences.map(({ file, text }) => `\n${file}: ${text}.`),
    ...(differences.length === 0 ? [] : [`Repair it: purser connections repair ${id}`]),
  ]);
}
