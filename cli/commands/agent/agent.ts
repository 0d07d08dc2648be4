import type { Command } from 'commander';
import { shellWord } from '../../screen/shell-word.ts';
import { revokedText } from '../../../shared/revoked-text.ts';
import { action, withGlobals } from '../../context.ts';
import { findAgent } from '../../options/find-agent.ts';
import { print, printStop } from '../../screen/output.ts';
import { addAgentLifeCommands } from './agent-life.ts';
import { addBodiesCommand } from './bodies.ts';
import { addListCommand } from './list-agents.ts';

/** `purser agent add | list | bodies | rename | archive | merge | delete | revoke | pause | resume` */
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
  addListCommand(agent);
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
  addAgentLifeCommands(agent);
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
