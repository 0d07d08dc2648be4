import { implement } from '@orpc/server';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import { setAdminKey } from '../../engine/bills/admin-key.ts';
import { lastBills } from '../../engine/bills/last-bills.ts';
import { reconcile } from '../../engine/bills/reconcile.ts';
import { settleFromBill } from '../../engine/bills/settle-from-bill.ts';
import { carryErrors } from '../carry-errors.ts';
import { announce } from './announce.ts';
import type { FindEngine } from './announce.ts';

/** The calls about bills of providers. */
export function implementReconcile(engine: FindEngine) {
  const os = implement(gatewayContract.reconcile).use(carryErrors);
  return {
    read: os.read.handler(async ({ input }) => announce(engine, await reconcile(engine(), input))),
    last: os.last.handler(() => lastBills(engine())),
    settle: os.settle.handler(async ({ input }) => announce(engine, await settleFromBill(engine(), input))),
    adminKey: os.adminKey.handler(async ({ input: { name, key } }) => {
      await setAdminKey(engine(), name, key);
      return announce(engine, { name, kept: key !== null });
    }),
  };
}
