import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { PriceView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { PriceDialog } from './price-dialog.tsx';
import { PriceTable } from './price-table.tsx';

const readPrices = (gateway: GatewayClient): Promise<readonly PriceView[]> => gateway.prices.list();

/** The person's own prices, which beat the price library. */
export function PricesPanel(): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { data, problem: readProblem, refetch } = useRead(readPrices);
  const { busy, problem, run } = useAction();
  const [edited, setEdited] = useState<PriceView | 'new'>();

  const remove = (price: PriceView): Promise<void> =>
    run(async () => {
      await call(({ prices }) => prices.remove({ model: price.model, provider: price.provider }));
      refetch();
      toast({
        text: say.prices.removed(price.model),
        undo: async () => {
          await call(({ prices }) => prices.set(price));
          refetch();
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
        <PriceTable prices={data} busy={busy} onChange={setEdited} onRemove={(price) => void remove(price)} />
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
            refetch();
          }}
        />
      )}
    </section>
  );
}
