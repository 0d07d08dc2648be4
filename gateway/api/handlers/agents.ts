import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { keepBodies } from '../../engine/bodies.ts';
import { pauseAgent } from '../../engine/keys/pause.ts';
import { revokeAgent } from '../../engine/keys/revoke.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about agents. */
export function implementAgents(engine: FindEngine) {
  const os = implement(gatewayContract.agents).use(carryErrors);
  const view = (record: Parameters<ReturnType<FindEngine>['views']['agent']>[0]) =>
    announce(engine, engine().views.agent(record));
  return {
    list: os.list.handler(() => engine().directory.agents().map(engine().views.agent)),
    add: os.add.handler(async ({ input }) => view(await engine().directory.addAgent(input.name))),
    pause: os.pause.handler(async ({ input }) => view(await pauseAgent(engine(), input.id))),
    resume: os.resume.handler(async ({ input }) => view(await engine().directory.pauseAgent(input.id, false))),
    revoke: os.revoke.handler(async ({ input }) => announce(engine, await revokeAgent(engine(), input.id))),
    keepBodies: os.keepBodies.handler(async ({ input }) =>
      announce(engine, await keepBodies(engine(), input.id, input.days)),
    ),
  };
}
