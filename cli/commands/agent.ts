import type { Command } from 'commander';
import type { AgentView } from '../../shared/contract/views.ts';
import { formatUsd } from '../../shared/money.ts';
import { shellWord } from '../screen/shell-word.ts';
import { revokedText } from '../../shared/revoked-text.ts';
import { action, withGlobals } from '../context.ts';
import { findAgent } from '../options/find-agent.ts';
import { print, printStop, withStored } from '../screen/output.ts';
import { pausedText } from '../screen/paused-text.ts';
import { lines, table } from '../screen/screen-text.ts';
import { addBodiesCommand } from './bodies.ts';

/** `purser agent add | list | bodies | revoke | pause | resume` */
export function addAgentCommands(program: Command): void {
  const agent = program.command('agent').description('agents: the tools and scripts that spend');
  withGlobals(agent.command('add'))
    .argument('<name>')
    .description('add an agent')
    .action(
      action(async (context, command) => {
        const added = await context.ask((gateway) => gateway.agents.add({ name: command.args[0] ?? '' }));
        print(
          context,
          added,
          `Added ${added.name}. Give it a sub-key: purser key issue --agent ${shellWord(added.name)} --cap 5/day`,
        );
      }),
    );
  withGlobals(agent.command('list'))
    .description('list agents and what they spent')
    .action(
      action(async (context) => {
        const state = await context.ask((gateway) => gateway.state());
        const rows = state.agents;
        const line = (row: AgentView): readonly string[] => [
          row.name,
          withStored(row.paused ? 'paused' : 'active', row),
          formatUsd(row.spentToday),
          formatUsd(row.spentTotal),
        ];
        print(
          context,
          rows,
          rows.length === 0
            ? 'No agents yet. Add one: purser agent add "Claude Code"'
            : lines(...pausedText(state), table(['AGENT', 'STATE', 'TODAY', 'TOTAL'], rows.map(line))),
        );
      }),
    );
  withGlobals(agent.command('revoke'))
    .argument('<name>')
    .description('revoke all its sub-keys for good and cut running requests')
    .action(
      action(async (context, command) => {
        const revoked = await context.ask(async (gateway) =>
          gateway.agents.revoke({ id: (await findAgent(gateway, command.args[0] ?? '')).id }),
        );
        printStop(context, revoked, revokedText(revoked));
      }),
    );
  addBodiesCommand(agent);
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(agent.command(verb))
      .argument('<name>')
      .description(verb === 'pause' ? 'refuse its requests and cut running ones' : 'let it spend again')
      .action(
        action(async (context, command) => {
          const changed = await context.ask(async (gateway) =>
            gateway.agents[verb]({ id: (await findAgent(gateway, command.args[0] ?? '')).id }),
          );
          printStop(context, changed, `${changed.name} is ${changed.paused ? 'paused' : 'active'}.`);
        }),
      );
  }
}
