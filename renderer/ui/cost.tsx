import type { ReactNode } from 'react';
import type { Certainty } from '../../shared/contract/views.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { moneyText } from '../state/money-text.ts';
import { say } from '../strings/say.ts';

interface CostProps {
  readonly amount: Nanodollars;
  readonly certainty: Certainty;
  /** Why it is what it is, as a sentence. */
  readonly why: string;
  /** A person has set it. */
  readonly isSet: boolean;
}

/** A cost and why it is what it is: marked with `~` when the provider did not confirm it, underlined when a person set it. */
export function Cost({ amount, certainty, why, isSet }: CostProps): ReactNode {
  if (certainty === 'exact') {
    return (
      <span className={isSet ? 'number cost-set' : 'number'} title={why}>
        {isSet && <span className="visually-hidden">{say.ui.setByYou} </span>}
        {moneyText(amount)}
      </span>
    );
  }
  return (
    <abbr className="number cost-unsure" title={why}>
      <span aria-hidden="true">~</span>
      <span className="visually-hidden">{say.ui.unsure[certainty]} </span>
      {moneyText(amount)}
    </abbr>
  );
}
