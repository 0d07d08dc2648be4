import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { LastBillView } from '../../../../shared/reconcile/reconcile-views.ts';
import type { RequestView } from '../../../../shared/contract/views.ts';
import { moneyText } from '../../../state/time-and-money/money-text.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { useToast } from '../../../ui/toasts.ts';

interface SettleDayProps {
  readonly request: Pick<RequestView, 'provider' | 'startedAt' | 'certainty'>;
  onDone(): void;
}

const readLast = async (gateway: GatewayClient): Promise<readonly LastBillView[]> => gateway.reconcile.last();

/** Offers the provider's own bill where a cost is a guess: nobody has to look the amount up. */
export function SettleDay({ request: { provider, startedAt, certainty }, onDone }: SettleDayProps): ReactNode {
  const { call } = useSession();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const { data } = useRead(readLast);
  const bill = data?.find((one) => one.provider === provider && one.tellsDays);
  if (certainty === 'exact' || bill === undefined) return null;
  const { title, provider: name } = bill;
  const day = new Date(startedAt).toISOString().slice(0, 10);
  const settle = (): void =>
    void run(async () => {
      const { requests, before, after } = await call(({ reconcile }) => reconcile.settle({ provider: name, day }));
      toast({ text: say.bills.settled(requests, moneyText(before), moneyText(after)) });
      onDone();
    });
  return (
    <div className="form">
      <p className="soft">{say.bills.settleHint(title)}</p>
      <Problem sentence={problem} />
      <Button busy={busy} onClick={settle}>
        {say.bills.settle(day, title)}
      </Button>
    </div>
  );
}
