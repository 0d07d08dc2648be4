import type { Command } from 'commander';
import { z } from 'zod';
import { proxiesIn } from '../../../gateway/connections/verify/loopback.ts';
import type { ConnectionView, ToolView } from '../../../shared/contract/connection-views.ts';
import { action, withGlobals } from '../../context.ts';
import type { CommandContext } from '../../context.ts';
import { moment } from '../../options/moment.ts';
import { onlineOrNot } from '../../offline.ts';
import { print } from '../../screen/output.ts';
import { lines, table } from '../../screen/screen-text.ts';

const verifyOptions = z.object({ run: z.boolean().default(false) });

/** `purser connections [verify | repair]` */
export function addConnectionsCommands(program: Command): void {
  const connections = withGlobals(program.command('connections'))
    .description('every tool that Purser knows, and its state on this machine')
    .action(action((context) => listConnections(context)));
  withGlobals(connections.command('verify'))
    .argument('<id>')
    .description('check that a request of the tool arrives; exit code 1 when none does')
    .option('--run', 'let the tool itself make one small request, which costs a little')
    .action(
      action(async (context, command) => {
        const { run } = verifyOptions.parse(command.opts());
        const verdict = await context.ask(
          (gateway) => gateway.connections.verify({ id: command.args[0] ?? '', run, proxies: proxiesIn(process.env) }),
          'Waiting for a request of the tool',
        );
        if (!verdict.ok) process.exitCode = 1;
        print(context, verdict, `${verdict.ok ? 'Works' : 'Not verified'}: ${verdict.text}`);
      }),
    );
  withGlobals(connections.command('repair'))
    .argument('<id>')
    .description('write the connection into the file again, after something else changed the file')
    .action(
      action(async (context, command) => {
        const repaired = await context.ask((gateway) => gateway.connections.repair({ id: command.args[0] ?? '' }));
        print(context, repaired, `${repaired.title} is connected again.`);
      }),
    );
}

/** Prints the tools: those that are connected or found first, those that cannot be with the reason. */
export async function listConnections(context: CommandContext): Promise<void> {
  const { answer: tools, offline } = await onlineOrNot(
    context,
    (gateway) => gateway.connections.list(),
    (connections) => connections.list(),
  );
  const here = tools.filter(({ state }) => state !== 'not-found');
  const rest = tools.filter(({ state }) => state === 'not-found').map(({ id }) => id);
  const text = [
    ...(offline
      ? ['Purser is not running. These tools are connected, and their requests fail until it runs:', '']
      : []),
    table(['TOOL', 'STATE', 'METERED', 'VERIFIED'], here.flatMap(rowsOf)),
    ...here.flatMap(differencesOf),
    ...(offline
      ? here.flatMap(({ title, whileDown }) => (whileDown === null ? [] : ['', `${title} now: ${whileDown}`]))
      : []),
    ...(rest.length === 0 ? [] : ['', `Not found here: ${rest.join(', ')}`]),
    '',
    offline
      ? 'Start it: open the app, or `purser serve`. Or undo one now: purser disconnect NAME'
      : 'Connect one: purser connect NAME --dry-run',
  ];
  print(context, tools, lines(...text));
}

const METERED = { everything: 'everything', partly: 'partly', 'not-possible': 'not possible' } as const;

/** A choice that leads past Purser, and what to do. */
export function pastText({ file, text, byHand }: ConnectionView['past'][number]): string {
  return `${text} (${file}). ${byHand}`;
}

function rowsOf({ id, state, coverage, connections, ready }: ToolView): readonly (readonly string[])[] {
  if (connections.length > 0)
    return connections.map((one) => [one.id, stateOf(one), METERED[coverage.level], proofOf(one)]);
  return [[id, state === 'found' && !ready ? 'found, needs a provider key' : state, METERED[coverage.level], '']];
}

/** Connected is not the same as used. */
function stateOf({ state, past }: ConnectionView): string {
  return state === 'connected' && past.length > 0 ? 'connected, but uses another' : state;
}

function proofOf({ verified }: ConnectionView): string {
  return verified === null ? 'not yet' : `${verified.how}, ${moment(verified.at)}`;
}

function differencesOf({ connections }: ToolView): readonly string[] {
  return connections.flatMap(({ id, differences, past }) => [
    ...past.flatMap((one) => ['', pastText(one)]),
    ...differences.flatMap(({ file, text }) => ['', `${file}: ${text}.`]),
    ...(differences.length === 0 ? [] : [`Repair it: purser connections repair ${id}`]),
  ]);
}
