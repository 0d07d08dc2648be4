import type { ReactNode } from 'react';
import type { RequestView } from '../../shared/contract/views.ts';
import { costText } from '../state/time-and-money/money-text.ts';
import { say } from '../strings/say.ts';

interface CostProps extends Pick<RequestView, 'cost' | 'certainty' | 'basis'> {
  /** Why it is what it is, as a sentence. */
  readonly why: string;
}

/** A cost in a column of them, and why it is that: marked with `~` when the provider did not confirm it, underlined when a person set it. */
export function Cost({ cost, certainty, basis, why }: CostProps): ReactNode {
  if (certainty === 'exact') {
    const isSet = basis === 'corrected';
    return (
      <span className={isSet ? 'number cost-set' : 'number'} title={why}>
        {isSet && <span className="visually-hidden">{say.ui.setByYou} </span>}
        {costText(cost)}
      </span>
    );
  }
  return (
    <abbr className="number cost-unsure" title={why}>
      <span aria-hidden="true">~</span>
      <span className="visually-hidden">{say.ui.unsure[certainty]} </span>
      {costText(cost)}
    </abbr>
  );
}
