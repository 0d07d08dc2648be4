import type { LastBillView } from '../../../shared/reconcile/reconcile-views.ts';
import { formatter } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { fixedText } from '../../state/time-and-money/number-text.ts';
import { say } from '../../strings/say.ts';

/** `OpenAI says $41.20 for November 2026, Purser has $41.18: 0.05% apart, 2 days not final.` */
export function billSentence({ title, provider, month, total, openDays, failed }: LastBillView): string {
  const { bills } = say;
  const when = formatter('UTC', { month: 'long', year: 'numeric' }).format(Date.parse(`${month}-01T00:00:00Z`));
  const open = openDays === 0 ? '' : bills.daysNotFinal(openDays);
  const [billed, own] = [moneyText(total.billed), moneyText(total.own)];
  const compared =
    total.difference === 0
      ? bills.agrees(title, when, billed, open)
      : bills.apart({ title, month: when, billed, own, apart: apartText(total.percent), open });
  return failed === null ? compared : bills.unread(compared, provider);
}

/** The share of the provider's figure; what is not nothing never reads as nothing. Empty where that is zero. */
function apartText(percent: number | null): string {
  if (percent === null) return '';
  return percent < LEAST_PERCENT ? say.bills.percentBelow(fixedText(LEAST_PERCENT, 2)) : percentOf(percent);
}

const LEAST_PERCENT = 0.01;

function percentOf(percent: number): string {
  return say.bills.percent(fixedText(percent, percent < 10 ? 2 : 0));
}
