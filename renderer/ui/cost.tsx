import type { ReactNode } from 'react';
import type { Certainty } from '../../shared/contract/views.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { moneyText } from '../state/money-text.ts';
import { say } from '../strings/say.ts';

/** A cost, marked with `~` and the reason when the provider did not confirm it. */
export function Cost({ amount, certainty }: { readonly amount: Nanodollars; readonly certainty: Certainty }): ReactNode {
  if (certainty === 'exact') return <span className="number">{moneyText(amount)}</span>;
  return (
    <abbr className="number cost-unsure" title={say.ui.whyUnsure[certainty]}>
      <span aria-hidden="true">~</span>
      <span className="visually-hidden">{say.ui.unsure[certainty]} </span>
      {moneyText(amount)}
    </abbr>
  );
}
