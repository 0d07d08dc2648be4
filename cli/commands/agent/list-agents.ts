import type { Command } from 'commander';
import { z } from 'zod';
import type { AgentView, FormerAgentView } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { print, withStored } from '../../screen/output.ts';
import { pausedText } from '../../screen/paused-text.ts';
import { lines, table } from '../../screen/screen-text.ts';
import { formerStateOf } from './agent-life.ts';

const options = z.object({ all: z.boolean().default(false) });

/** `purser agent list` */
export function addListCommand(agent: Command): void {
  withGlobals(agent.command('list'))
    .description('list agents and what they spent')
    .option('--all', 'also those that were archived, merged or deleted')
    .action(
      action(async (context, command) => {
        const { all } = options.parse(command.opts());
        const [state, former] = await context.ask(async (gateway) => [
          await gateway.state(),
          all ? await gateway.agents.former() : [],
        ]);
        const rows = [...state.agents.map(lineOf), ...former.map(formerLineOf)];
        print(
          context,
          [...state.agents, ...former],
          rows.length === 0
            ? 'No agents yet. Add one: purser agent add "Claude Code"'
            : lines(...pausedText(state), table(['AGENT', 'STATE', 'TODAY', 'TOTAL'], rows)),
        );
      }),
    );
}

function lineOf(agent: AgentView): readonly string[] {
  const state = withStored(agent.paused ? 'paused' : 'active', agent);
  return [agent.name, state, formatUsd(agent.spentToday), formatUsd(agent.spentTotal)];
}

function formerLineOf(agent: FormerAgentView): readonly string[] {
  return [agent.name, formerStateOf(agent), '', formatUsd(agent.spentTotal)];
}
