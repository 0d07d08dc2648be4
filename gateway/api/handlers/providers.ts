import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { addProvider, checkProvider } from '../../engine/providers.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about providers and their keys. */
export function implementProviders(engine: FindEngine) {
  const os = implement(gatewayContract.providers).use(carryErrors);
  return {
    list: os.list.handler(() => engine().providers.providers().map(engine().views.provider)),
    add: os.add.handler(async ({ input, signal }) => announce(engine, await addProvider(engine(), input, signal))),
    check: os.check.handler(({ input, signal }) => checkProvider(engine(), input.name, signal)),
    set: os.set.handler(async ({ input }) => {
      const record = await engine().providers.setStopsWhenLeft(input.name, input.stopsWhenLeft);
      return announce(engine, engine().views.provider(record));
    }),
    remove: os.remove.handler(async ({ input }) => {
      await engine().providers.remove(input.name);
      return announce(engine, input);
    }),
  };
}
