import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { addProvider, checkProvider, setProvider } from '../../engine/providers.ts';
import { carryErrors } from '../carry-errors.ts';
import { refreshKey, setKey } from '../../engine/provider-key.ts';
import type { Caller } from '../caller.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';
import { assertMayRefer } from './may-refer.ts';

/** The calls about providers and their keys. */
export function implementProviders(engine: FindEngine) {
  const os = implement(gatewayContract.providers).$context<Caller>().use(carryErrors);
  return {
    list: os.list.handler(() => engine().providers.providers().map(engine().views.provider)),
    add: os.add.handler(async ({ input, context, signal }) => {
      const { keyFrom, kind, baseUrl } = input;
      if (keyFrom) assertMayRefer({ ...keyFrom, kind, baseUrl }, context, engine().gateway.simulated);
      return announce(engine, await addProvider(engine(), input, signal));
    }),
    check: os.check.handler(({ input, signal }) => checkProvider(engine(), input.name, signal)),
    refresh: os.refresh.handler(({ input }) => refreshKey(engine(), input.name)),
    setKey: os.setKey.handler(async ({ input, context, signal }) => {
      const record = engine().providers.find(input.name);
      if (record) assertMayRefer({ ...input.keyFrom, ...record }, context, engine().gateway.simulated);
      return announce(engine, await setKey(engine(), input, signal));
    }),
    set: os.set.handler(async ({ input }) => {
      return announce(engine, await setProvider(engine(), input));
    }),
    remove: os.remove.handler(async ({ input }) => {
      await engine().providers.remove(input.name);
      return announce(engine, input);
    }),
  };
}
