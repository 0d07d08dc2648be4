import type { ProviderName, RequestId } from '../../../shared/ids.ts';
import { formatUsd, subtractMoney } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { statements } from '../../ledger/statements.ts';
import type { Engine } from '../engine.ts';

type Inside = Pick<Engine, 'ledger' | 'corrections' | 'spend' | 'providers' | 'notices' | 'clock' | 'changed'>;

/** What a provider says of a response whose stream was left. */
export interface BilledAfterwards {
  readonly requestId: RequestId;
  readonly provider: ProviderName;
  readonly cost: Nanodollars;
}

/**
 * A provider that was thought to stop when it is left has finished what was begun, by its own figures: the request
 * costs that, the provider is not thought to stop any more, and the person is told. What costs no more than was thought
 * says nothing.
 */
export function contradictStops(engine: Inside, billed: BilledAfterwards): Promise<void> {
  return engine.corrections.run(() => contradict(engine, billed));
}

async function contradict(
  { ledger, spend, providers, notices, clock, changed }: Inside,
  { requestId, provider, cost }: BilledAfterwards,
): Promise<void> {
  const [row, billed] = [await ledger.request(requestId), await ledger.billedOne(requestId)];
  if (!row || !billed || row.basis !== 'left' || cost <= row.cost) return;
  const { agentId, subKeyId } = row;
  await ledger.write(
    [...statements.reprice(billed, cost, row.price), statements.markReported(requestId)],
    [
      {
        at: clock.now(),
        kind: 'cost-corrected',
        agentId,
        subKeyId,
        requestId,
        detail: { from: row.cost, to: cost, certainty: row.certainty },
      },
    ],
  );
  spend.correct(billed, subtractMoney(cost, billed.cost));
  await providers.setStopsWhenLeft(provider, 'no');
  notices.add({
    at: clock.now(),
    kind: 'bill-fault',
    agentId,
    text:
      `${provider} went on with a response after the tool had left, and bills it: ${formatUsd(cost)} instead ` +
      `of ${formatUsd(row.cost)}. From now on Purser reads such streams to their end. If that is wrong: purser ` +
      `provider set ${provider} --stops-when-left auto`,
  });
  changed.emit();
}
