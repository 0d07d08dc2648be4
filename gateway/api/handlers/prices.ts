import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { setPrice } from '../../engine/money/correct-assumed.ts';
import { turnPriceCheck } from '../../engine/money/price-check.ts';
import { allowUnknown, bookView, resetPrices, showPrices, updatePrices } from '../../engine/money/prices.ts';
import { repriceHistory } from '../../engine/money/reprice.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about what models cost. */
export function implementPrices(engine: FindEngine) {
  const os = implement(gatewayContract.prices).use(carryErrors);
  return {
    list: os.list.handler(() => [...engine().providers.prices()]),
    set: os.set.handler(async ({ input }) => {
      await setPrice(engine(), input);
      return announce(engine, input);
    }),
    remove: os.remove.handler(async ({ input }) => {
      await engine().providers.removePrice(input.model, input.provider);
      return input;
    }),
    allowUnknown: os.allowUnknown.handler(async ({ input }) =>
      announce(engine, { ...(await allowUnknown(engine(), input)) }),
    ),
    show: os.show.handler(({ input }) => showPrices(engine(), input)),
    book: os.book.handler(() => bookView(engine())),
    auto: os.auto.handler(async ({ input }) => announce(engine, await turnPriceCheck(engine(), input.on))),
    update: os.update.handler(async () => announce(engine, await updatePrices(engine()))),
    reprice: os.reprice.handler(async ({ input }) => announce(engine, await repriceHistory(engine(), input))),
    reset: os.reset.handler(async () => announce(engine, await resetPrices(engine()))),
  };
}
