import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { deleteAllHistory } from '../../engine/history.ts';
import { changeSettings } from '../../engine/settings.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about the person's settings, and about history that is not to be kept. */
export function implementSettings(engine: FindEngine) {
  const os = implement(gatewayContract.settings).use(carryErrors);
  return {
    get: os.get.handler(() => engine().settings.now()),
    set: os.set.handler(async ({ input }) => announce(engine, await changeSettings(engine(), input))),
    deleteHistory: os.deleteHistory.handler(async () => announce(engine, await deleteAllHistory(engine()))),
  };
}
