import { count } from '../../count.ts';

/** A bill beside the ledger, its amounts written already. */
interface ToldBill {
  readonly title: string;
  readonly month: string;
  readonly billed: string;
  readonly own: string;
  readonly apart: string;
  readonly open: string;
}

/** What providers say that they charged, beside the ledger. */
export const bills = {
  /** What a provider's bill says of a month. @param open that days are not final, or nothing */
  agrees: (title: string, month: string, billed: string, open: string) =>
    `${title} and Purser both say ${billed} for ${month}${open === '' ? '' : `, ${open}`}.`,
  /** @param apart the difference in percent; nothing where the provider says $0 */
  apart: ({ title, month, billed, own, apart, open }: ToldBill) =>
    `${title} says ${billed} for ${month}, Purser has ${own}` +
    `${apart === '' ? '' : `: ${apart} apart`}${open === '' ? '' : `, ${open}`}.`,
  daysNotFinal: (days: number) => `${count(days, 'day')} not final`,
  /** @param compared the sentence of the bill that was read before */
  unread: (compared: string, provider: string) =>
    `${compared} The bill could not be read last time: \`purser reconcile ${provider}\``,
  percent: (figure: string) => `${figure}%`,
  percentBelow: (figure: string) => `less than ${figure}%`,

  settle: (day: string, title: string) => `Settle ${day} from the bill of ${title}`,
  settleHint: (title: string) =>
    `Lowers every estimated request of that UTC day to what ${title} charged for it. Nothing is raised, and the ` +
    `audit log records each.`,
  settled: (requests: number, before: string, after: string) =>
    `${count(requests, 'request')} now ${requests === 1 ? 'counts' : 'count'} ${after} instead of ${before}.`,
};
