import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { keepBodies } from '../../engine/bodies.ts';
import { deleteAgent } from '../../engine/agents/delete-agent.ts';
import { mergeAgents } from '../../engine/agents/merge-agents.ts';
import { archiveAgent, pauseAgent } from '../../engine/keys/pause.ts';
import { revokeAgent } from '../../engine/keys/revoke.ts';
import { authorityOf } from '../caller.ts';
import type { Caller } from '../caller.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about agents. */
export function implementAgents(engine: FindEngine) {
  const os = implement(gatewayContract.agents).$context<Caller>().use(carryErrors);
  const view = (record: Parameters<ReturnType<FindEngine>['views']['agent']>[0]) =>
    announce(engine, engine().views.agent(record));
  return {
    list: os.list.handler(() => engine().directory.agents().map(engine().views.agent)),
    add: os.add.handler(async ({ input }) => view(await engine().directory.addAgent(input.name))),
    pause: os.pause.handler(async ({ input }) => view(await pauseAgent(engine(), input.id))),
    resume: os.resume.handler(async ({ input }) => view(await engine().directory.pauseAgent(input.id, false))),
    former: os.former.handler(() => engine().directory.formerAgents().map(engine().views.former)),
    rename: os.rename.handler(async ({ input }) => view(await engine().directory.renameAgent(input.id, input.name))),
    archive: os.archive.handler(async ({ input }) =>
      announce(engine, engine().views.former(await archiveAgent(engine(), input.id))),
    ),
    unarchive: os.unarchive.handler(async ({ input }) => view(await engine().directory.archiveAgent(input.id, false))),
    delete: os.delete.handler(async ({ input }) => {
      const { agent, ...done } = await deleteAgent(engine(), input.id);
      return announce(engine, { ...done, id: agent.id, name: agent.name });
    }),
    merge: os.merge.handler(async ({ input }) => view(await mergeAgents(engine(), input.id, input.into))),
    revoke: os.revoke.handler(async ({ input, context }) => {
      const ending = { reason: 'agent-revoked', by: authorityOf(context) } as const;
      return announce(engine, await revokeAgent(engine(), input.id, ending));
    }),
    keepBodies: os.keepBodies.handler(async ({ input }) =>
      announce(engine, await keepBodies(engine(), input.id, input.days)),
    ),
  };
}
