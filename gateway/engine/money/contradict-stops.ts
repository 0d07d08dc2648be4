import type { ProviderName, RequestId } from '../../../shared/ids.ts';
import { formatUsd, subtractMoney } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { statements } from '../../ledger/statements.ts';
import type { Engine } from '../engine.ts';

type Inside = Pick<Engine, 'ledger' | 'corrections' | 'spend' | 'providers' | 'notices' | 'clock' | 'changed'>;

/** A provider's figure for a response whose stream was left. */
export interface BilledAfterwards {
  readonly requestId: RequestId;
  readonly provider: ProviderName;
  readonly cost: Nanodollars;
}

/**
 * Corrects a wrong assumption: by its own figures, a provider that was thought to stop when left has finished the
 * response. The request gets that cost, the provider is no longer thought to stop, and the person gets a notice. A cost
 * that is not above the assumed one proves nothing.
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
    about: { code: 'went-on', provider, billed: cost, counted: row.cost },
    text:
      `${provider} went on with a response after the tool had left, and bills it: ${formatUsd(cost)} instead ` +
      `of ${formatUsd(row.cost)}. From now on Purser reads such streams to their end. If that is wrong: purser ` +
      `provider set ${provider} --stops-when-left auto`,
  });
  changed.emit();
}
