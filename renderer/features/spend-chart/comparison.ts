import { moneyText } from '../../state/time-and-money/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { say } from '../../strings/say.ts';
import type { Strings } from '../../strings/say.ts';

/** The running day, week or month against the one before, or the stretch on the chart against the one just before. */
type Before = Parameters<Strings['spendChart']['same']>[0];

/**
 * `20% more than this time yesterday`; a sum where a share says nothing. @returns undefined when there is nothing to
 * compare with
 */
export function comparedWith(now: Nanodollars, then: Nanodollars, before: Before): string | undefined {
  if (then <= 0) return undefined;
  const { spendChart } = say;
  const percent = Math.round((now / then - 1) * 100);
  if (percent === 0) return spendChart.same(before);
  if (percent >= 1000) return spendChart.amountBefore(moneyText(then), before);
  return percent > 0 ? spendChart.more(percent, before) : spendChart.less(-percent, before);
}
