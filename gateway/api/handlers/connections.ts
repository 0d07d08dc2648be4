import { implement } from '@orpc/server';
import { connectionCalls } from '../../../shared/contract/connection-calls.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Connections } from '../../connections/connections.ts';
import { carryErrors } from '../carry-errors.ts';
import type { Engine } from '../../engine/engine.ts';

/** The calls about tools and their config. */
export function implementConnections(engine: () => Engine) {
  const os = implement(connectionCalls).use(carryErrors);
  const room = (): Connections => toolsOf(engine());
  return {
    list: os.list.handler(() => engine().connections?.list() ?? []),
    plan: os.plan.handler(({ input }) => room().plan(input)),
    connect: os.connect.handler(({ input }) => room().connect(input)),
    verify: os.verify.handler(({ input }) => room().verify(input)),
    repair: os.repair.handler(({ input }) => room().repair(input.id)),
    disconnect: os.disconnect.handler(({ input }) => room().disconnect(input.id, input.dryRun)),
    doctor: os.doctor.handler(({ input }) => room().doctor(input)),
  };
}

/** The tools of this machine. @throws PurserError `INVALID_INPUT` in a gateway that leaves them alone */
export function toolsOf({ connections }: Pick<Engine, 'connections'>): Connections {
  if (connections) return connections;
  throw new PurserError(
    'INVALID_INPUT',
    'This Purser leaves the tools on this machine alone, because everything in it is simulated. Connect tools in ' +
      'the real one.',
  );
}
