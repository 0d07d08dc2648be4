import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { LastBillView } from '../../../shared/reconcile/reconcile-views.ts';
import { useReadOnNews } from '../../state/live/use-read-on-news.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { billSentence } from './bill-text.ts';

/** A bill is read once a day; the ledger beside it changes with every request. */
const LEAST_MS = 30_000;
const readLast = async (gateway: GatewayClient): Promise<readonly LastBillView[]> => gateway.reconcile.last();

/** What each provider says that the month has cost, beside what Purser has. Nothing where no bill was read. */
export function BillLines(): ReactNode {
  const { data } = useReadOnNews(readLast, LEAST_MS);
  if (data === undefined || data.length === 0) return null;
  return (
    <div className="bills" data-testid="bills">
      {data.map((bill) => (
        <p key={bill.provider}>{plainText(billSentence(bill))}</p>
      ))}
    </div>
  );
}
