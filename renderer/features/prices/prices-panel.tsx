import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { PriceView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/money-text.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { useRead } from '../../state/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { PriceDialog } from './price-dialog.tsx';

const readPrices = (gateway: GatewayClient): Promise<readonly PriceView[]> => gateway.prices.list();

/** The person's own prices, which beat the price library. */
export function PricesPanel(): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { data, problem: readProblem, again } = useRead(readPrices);
  const { busy, problem, run } = useAction();
  const [edited, setEdited] = useState<PriceView | 'new'>();

  const remove = (price: PriceView): Promise<void> =>
    run(async () => {
      await call(({ prices }) => prices.remove({ model: price.model }));
      again();
      toast({
        text: `Your price of ${price.model} is removed.`,
        undo: async () => {
          await call(({ prices }) => prices.set(price));
          again();
        },
      });
    });

  return (
    <section className="section" aria-labelledby="prices-title">
      <div className="section-head">
        <h2 id="prices-title">Your prices</h2>
        <Button kind="quiet" icon="plus" onClick={() => setEdited('new')}>
          Set a price
        </Button>
      </div>
      <Problem sentence={readProblem ?? problem} />
      {data !== undefined && data.length > 0 && (
        <div className="scrolls" tabIndex={0} role="region" aria-label="Table of your prices">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col" className="right">
                  Input
                </th>
                <th scope="col" className="right">
                  Output
                </th>
                <th scope="col" className="right">
                  Cache read
                </th>
                <th scope="col" className="right">
                  Cache write
                </th>
                <th scope="col">
                  <span className="visually-hidden">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((price) => (
                <tr key={price.model}>
                  <th scope="row">{price.model}</th>
                  <td className="number right">{moneyText(price.input)}</td>
                  <td className="number right">{moneyText(price.output)}</td>
                  <td className="number right soft">{price.cacheRead === null ? 'as input' : moneyText(price.cacheRead)}</td>
                  <td className="number right soft">{price.cacheWrite === null ? 'as input' : moneyText(price.cacheWrite)}</td>
                  <td className="right">
                    <Button kind="quiet" aria-label={`Change the price of ${price.model}`} onClick={() => setEdited(price)}>
                      Change
                    </Button>
                    <Button kind="quiet" busy={busy} aria-label={`Remove the price of ${price.model}`} onClick={() => void remove(price)}>
                      Remove
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="faint">
        {data?.length === 0 && 'None set. '}
        In dollars per million tokens. Models without a price of yours cost what the published price list says; one that it does not know is refused until you set a price.
      </p>
      {edited !== undefined && (
        <PriceDialog
          price={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined);
            again();
          }}
        />
      )}
    </section>
  );
}
