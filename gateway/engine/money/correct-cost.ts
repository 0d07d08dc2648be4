import type { RequestView } from '../../../shared/contract/views.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { RequestId } from '../../../shared/ids.ts';
import { subtractMoney } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { statements } from '../../ledger/statements.ts';
import type { Engine } from '../engine.ts';

/**
 * Sets the cost of a settled request that a person knows better: its row, its rollups, every cap and tally, and an
 * audit entry.
 * @throws PurserError `NOT_FOUND`
 */
export function correctCost(engine: Engine, id: RequestId, cost: Nanodollars): Promise<RequestView> {
  return engine.corrections.run(() => correct(engine, id, cost));
}

async function correct(engine: Engine, id: RequestId, cost: Nanodollars): Promise<RequestView> {
  const { ledger, spend, clock, corrected } = engine;
  const billed = await ledger.billedOne(id);
  const row = await ledger.request(id);
  if (!row || !billed)
    throw new PurserError('NOT_FOUND', `There is no settled request ${id}. It may still be running.`);
  const { agentId, subKeyId } = row;
  await ledger.write(
    [...statements.reprice(billed, cost, row.price), statements.markCorrected(id)],
    [
      {
        at: clock.now(),
        kind: 'cost-corrected',
        agentId,
        subKeyId,
        requestId: id,
        detail: { from: row.cost, to: cost, certainty: row.certainty },
      },
    ],
  );
  spend.correct(billed, subtractMoney(cost, billed.cost));
  const { reserved: _reserved, price: _price, answered: _answered, ...request } = row;
  const now: RequestView = { ...request, cost, certainty: 'exact', basis: 'corrected' };
  corrected.emit(now);
  return now;
}
