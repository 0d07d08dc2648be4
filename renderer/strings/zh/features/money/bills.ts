import type { Strings } from '../../../say.ts';
import { count } from '../../count.ts';

/** What providers say that they charged, beside the ledger. */
export const bills: Strings['bills'] = {
  /** What a provider's bill says of a month. @param open that days are not final, or nothing */
  agrees: (title, month, billed, open) =>
    `${month} ${title} 的账单与 Purser 的记录一致，均为 ${billed}${open === '' ? '' : `；${open}`}。`,
  /** @param apart the difference in percent; nothing where the provider says $0 */
  apart: ({ title, month, billed, own, apart, open }) =>
    `${month} ${title} 的账单为 ${billed}，Purser 记录了 ${own}` +
    `${apart === '' ? '' : `，相差 ${apart}`}${open === '' ? '' : `；${open}`}。`,
  daysNotFinal: (days) => `有 ${count(days, '天')}的账单尚未最终确定`,
  /** @param compared the sentence of the bill that was read before */
  unread: (compared, provider) => `${compared}上次未能读取账单：\`purser reconcile ${provider}\``,
  percent: (figure) => `${figure}%`,
  percentBelow: (figure) => `不到 ${figure}%`,

  settle: (day, title) => `按 ${title} 的账单结算 ${day}`,
  settleHint: (title) =>
    `将该 UTC 日的所有估算请求下调至 ${title} 实际收取的金额。任何费用都不会上调，审计日志会逐条记录。`,
  settled: (requests, before, after) => `${count(requests, '个请求')}现按 ${after} 计算，此前为 ${before}。`,
};
