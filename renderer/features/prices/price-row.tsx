import type { ReactNode } from 'react';
import type { PriceView } from '../../../shared/contract/views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';

interface PriceRowProps {
  readonly price: PriceView;
  readonly busy: boolean;
  onChange(): void;
  onRemove(): void;
}

/** One price of the person's own, in the table. */
export function PriceRow({ price, busy, onChange, onRemove }: PriceRowProps): ReactNode {
  const { model, provider, input, output, cacheRead, cacheWrite, assumed } = price;
  return (
    <tr>
      <th scope="row">
        <bdi>{plainText(model)}</bdi>{' '}
        {assumed && (
          <span className="chip chip-warn" title={say.prices.assumedHint}>
            {say.prices.assumed}
          </span>
        )}
      </th>
      <td className="soft">{provider ?? say.prices.everyProvider}</td>
      <td className="number right" data-label={say.prices.input}>
        {moneyText(input)}
      </td>
      <td className="number right" data-label={say.prices.output}>
        {moneyText(output)}
      </td>
      <td className="number right soft" data-label={say.prices.cacheRead}>
        {cacheText(cacheRead)}
      </td>
      <td className="number right soft" data-label={say.prices.cacheWrite}>
        {cacheText(cacheWrite)}
      </td>
      <td className="right price-actions">
        <Button kind="quiet" aria-label={say.prices.changePriceOf(model)} onClick={onChange}>
          {say.prices.change}
        </Button>
        <Button kind="quiet" busy={busy} aria-label={say.prices.removePriceOf(model)} onClick={onRemove}>
          {say.prices.remove}
        </Button>
      </td>
    </tr>
  );
}

function cacheText(amount: Nanodollars | null): string {
  return amount === null ? say.prices.asInput : moneyText(amount);
}
