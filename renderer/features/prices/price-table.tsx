import type { ReactNode } from 'react';
import type { PriceView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { PriceRow } from './price-row.tsx';
import './price-table.css';

interface PriceTableProps {
  readonly prices: readonly PriceView[];
  readonly busy: boolean;
  onChange(price: PriceView): void;
  onRemove(price: PriceView): void;
}

const AMOUNTS = ['input', 'output', 'cacheRead', 'cacheWrite'] as const;

/** The person's own prices, a line each. */
export function PriceTable({ prices, busy, onChange, onRemove }: PriceTableProps): ReactNode {
  return (
    <div className="price-frame scrolls" tabIndex={0} role="region" aria-label={say.prices.table}>
      <table className="table price-table">
        <thead>
          <tr>
            <th scope="col">{say.prices.model}</th>
            <th scope="col">{say.prices.provider}</th>
            {AMOUNTS.map((name) => (
              <th key={name} scope="col" className="right">
                {say.prices[name]}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{say.prices.changes}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {prices.map((price) => (
            <PriceRow
              key={`${price.provider ?? ''} ${price.model}`}
              price={price}
              busy={busy}
              onChange={() => onChange(price)}
              onRemove={() => onRemove(price)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
