import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { PriceView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { PriceDialog } from './price-dialog.tsx';
import { plainText } from '../../state/words/plain-text.ts';

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
      await call(({ prices }) => prices.remove({ model: price.model, provider: price.provider }));
      again();
      toast({
        text: say.prices.removed(price.model),
        undo: async () => {
          await call(({ prices }) => prices.set(price));
          again();
        },
      });
    });

  return (
    <section className="section" aria-labelledby="prices-title">
      <div className="section-head">
        <h2 id="prices-title">{say.prices.title}</h2>
        <Button kind="quiet" icon="plus" onClick={() => setEdited('new')}>
          {say.prices.set}
        </Button>
      </div>
      <Problem sentence={readProblem ?? problem} />
      {data !== undefined && data.length > 0 && (
        <div className="scrolls" tabIndex={0} role="region" aria-label={say.prices.table}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.prices.model}</th>
                <th scope="col">{say.prices.provider}</th>
                <th scope="col" className="right">
                  {say.prices.input}
                </th>
                <th scope="col" className="right">
                  {say.prices.output}
                </th>
                <th scope="col" className="right">
                  {say.prices.cacheRead}
                </th>
                <th scope="col" className="right">
                  {say.prices.cacheWrite}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{say.prices.changes}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((price) => (
                <tr key={`${price.provider ?? ''} ${price.model}`}>
                  <th scope="row">
                    <bdi>{plainText(price.model)}</bdi>{' '}
                    {price.assumed && (
                      <span className="chip chip-warn" title={say.prices.assumedHint}>
                        {say.prices.assumed}
                      </span>
                    )}
                  </th>
                  <td className="soft">{price.provider ?? say.prices.everyProvider}</td>
                  <td className="number right">{moneyText(price.input)}</td>
                  <td className="number right">{moneyText(price.output)}</td>
                  <td className="number right soft">
                    {price.cacheRead === null ? say.prices.asInput : moneyText(price.cacheRead)}
                  </td>
                  <td className="number right soft">
                    {price.cacheWrite === null ? say.prices.asInput : moneyText(price.cacheWrite)}
                  </td>
                  <td className="right">
                    <Button
                      kind="quiet"
                      aria-label={say.prices.changePriceOf(price.model)}
                      onClick={() => setEdited(price)}
                    >
                      {say.prices.change}
                    </Button>
                    <Button
                      kind="quiet"
                      busy={busy}
                      aria-label={say.prices.removePriceOf(price.model)}
                      onClick={() => void remove(price)}
                    >
                      {say.prices.remove}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="faint">
        {data?.length === 0 && say.prices.none} {say.prices.means}
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
