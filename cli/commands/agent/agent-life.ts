import type { Command } from 'commander';
import { z } from 'zod';
import { formatUsd } from '../../../shared/money.ts';
import type { FormerAgentView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { groupNameSchema, scopeOf } from '../../../shared/policy.ts';
import { revokedText } from '../../../shared/revoked-text.ts';
import { action, withGlobals } from '../../context.ts';
import { findAgent, findAnyAgent, findArchivedAgent } from '../../options/find-agent.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print, printStop } from '../../screen/output.ts';
import { shellWord } from '../../screen/shell-word.ts';

const two = z.tuple([z.string(), z.string()]);
const archiveOptions = z.object({ undo: z.boolean().default(false) });
const mergeOptions = z.object({ into: z.string() });

/** `purser agent rename | archive | delete | merge | group` */
export function addAgentLifeCommands(agent: Command): void {
  addRename(agent);
  addArchive(agent);
  addMerge(agent);
  addGroup(agent);
  addDelete(agent);
}

/** What became of an agent that is in the lists no more. */
export function formerStateOf({ archivedAt, deletedAt, mergedInto }: FormerAgentView): string {
  if (mergedInto !== null) return 'merged';
  if (deletedAt !== null) return 'deleted';
  return archivedAt === null ? 'active' : 'archived';
}

function addRename(agent: Command): void {
  withGlobals(agent.command('rename'))
    .argument('<name>')
    .argument('<new-name>')
    .description('give an agent another name; tools and scripts still find it by the old one')
    .action(
      action(async (context, command) => {
        const [before, name] = two.parse(command.args);
        const renamed = await context.ask(async (gateway) =>
          gateway.agents.rename({ id: (await findAgent(gateway, before)).id, name }),
        );
        print(context, renamed, `${before} is ${renamed.name} now.`);
      }),
    );
}

function addArchive(agent: Command): void {
  withGlobals(agent.command('archive'))
    .argument('<name>')
    .description('take an agent out of the lists and refuse its requests; nothing is lost')
    .option('--undo', 'bring it back as it was')
    .action(
      action(async (context, command) => {
        const name = command.args[0] ?? '';
        if (archiveOptions.parse(command.opts()).undo) {
          const back = await context.ask(async (gateway) =>
            gateway.agents.unarchive({ id: (await findArchivedAgent(gateway, name)).id }),
          );
          print(context, back, `${back.name} is back.`);
          return;
        }
        const archived = await context.ask(async (gateway) =>
          gateway.agents.archive({ id: (await findAgent(gateway, name)).id }),
        );
        const undo = `purser agent archive ${shellWord(archived.name)} --undo`;
        print(context, archived, `Archived ${archived.name}. Its requests are refused. To bring it back: ${undo}`);
      }),
    );
}

function addMerge(agent: Command): void {
  withYes(withGlobals(agent.command('merge')))
    .argument('<name>')
    .requiredOption('--into <agent>', 'the agent that takes over its sub-keys and its history')
    .description('make one agent of two, for good')
    .action(
      action(async (context, command) => {
        const name = command.args[0] ?? '';
        const { into } = mergeOptions.parse(command.opts());
        if (name === into) throw new PurserError('INVALID_INPUT', 'Name two agents: one cannot become part of itself.');
        const [one, other] = await context.ask(async (gateway) => [
          await findAgent(gateway, name),
          await findAgent(gateway, into),
        ]);
        await confirm(
          context,
          command,
          `Move the sub-keys and the history (${formatUsd(one.spentTotal)}) of ${one.name} to ${other.name}, for ` +
            `good? The caps of ${other.name} hold then.`,
        );
        const merged = await context.ask((gateway) => gateway.agents.merge({ id: one.id, into: other.id }));
        print(context, merged, `${one.name} is part of ${merged.name} now.`);
      }),
    );
}

function addGroup(agent: Command): void {
  withGlobals(agent.command('group'))
    .argument('<name>')
    .argument('[group]', 'a name of small letters, digits and dashes; left out: none any more')
    .description('put an agent into a group, whose caps its agents share')
    .action(
      action(async (context, command) => {
        const [name = '', group] = command.args;
        const set = await context.ask(async (gateway) => {
          const { id, policy } = await findAgent(gateway, name);
          const { group: _before, ...others } = policy;
          const next = group === undefined ? others : { ...others, group: groupNameSchema.parse(group) };
          return gateway.policies.set({ scope: scopeOf('agent', id), policy: next });
        });
        const says =
          group === undefined
            ? `${name} is in no group.`
            : `${name} is in the group ${group}. Its caps: purser cap set group:${group} 10/day`;
        printStop(context, set, says);
      }),
    );
}

function addDelete(agent: Command): void {
  withYes(withGlobals(agent.command('delete')))
    .alias('remove')
    .argument('<name>')
    .description('revoke its sub-keys and free its name, for good; what it spent stays in the history')
    .action(
      action(async (context, command) => {
        const found = await context.ask((gateway) => findAnyAgent(gateway, command.args[0] ?? ''));
        await confirm(context, command, `Delete ${found.name} and revoke its sub-keys, for good?`);
        const deleted = await context.ask((gateway) => gateway.agents.delete({ id: found.id }));
        printStop(context, deleted, `Deleted ${deleted.name}. ${revokedText(deleted)}`);
      }),
    );
}
