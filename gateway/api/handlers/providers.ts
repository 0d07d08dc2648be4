import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { addProvider, checkProvider, setProvider } from '../../engine/providers.ts';
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
      return announce(engine, await setProvider(engine(), input));
    }),
    remove: os.remove.handler(async ({ input }) => {
      await engine().providers.remove(input.name);
      return announce(engine, input);
    }),
  };
}
