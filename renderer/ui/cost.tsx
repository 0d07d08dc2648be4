import type { ReactNode } from 'react';
import type { Certainty } from '../../shared/contract/views.ts';
import { moneyText } from '../state/money-text.ts';
import type { Nanodollars } from '../../shared/money.ts';

const WHY: Readonly<Record<Exclude<Certainty, 'exact'>, string>> = {
  estimated: 'Estimated: the reply ended before the provider said what it cost. This is what was certainly used.',
  assumed: 'Assumed: Purser was stopped before the reply ended, so the most it can have cost is counted.',
};

/** A cost, marked with `~` and the reason when the provider did not confirm it. */
export function Cost({ amount, certainty }: { readonly amount: Nanodollars; readonly certainty: Certainty }): ReactNode {
  if (certainty === 'exact') return <span className="number">{moneyText(amount)}</span>;
  return (
    <abbr className="number cost-unsure" title={WHY[certainty]}>
      <span aria-hidden="true">~</span>
      <span className="visually-hidden">{certainty} </span>
      {moneyText(amount)}
    </abbr>
  );
}
