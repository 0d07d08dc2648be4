import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { PriceBookView } from '../../../shared/contract/price-views.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { useDashboard, useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { WithCode } from '../../ui/with-code.tsx';

const readBook = (gateway: GatewayClient): Promise<PriceBookView> => gateway.prices.book();
const SWITCH = ['on', 'off'] as const;

/** The published prices in use, and the daily look at newer ones with its switch. */
export function PublishedPrices(): ReactNode {
  const { call } = useSession();
  const { state } = useDashboard();
  const now = useNow(60_000);
  const { data, problem: readProblem, refetch } = useRead(readBook);
  const { problem, run } = useAction();
  const timeZone = state?.gateway.timeZone;
  if (data === undefined || timeZone === undefined) return <Problem sentence={readProblem} />;
  const { fetchedAt, check } = data;
  const moment = (at: number): string => momentText(at, now, timeZone);

  const turn = (wanted: (typeof SWITCH)[number]): Promise<void> =>
    run(async () => {
      await call(({ prices }) => prices.auto({ on: wanted === 'on' }));
      refetch();
    });
  return (
    <section className="section" aria-labelledby="published-title">
      <div className="section-head">
        <h2 id="published-title">{say.prices.published}</h2>
        {check !== null && (
          <Segmented
            label={say.prices.dailyLook}
            options={SWITCH.map((value) => ({ value, text: say.prices.dailyLookIs[value] }))}
            value={check.on ? 'on' : 'off'}
            onPick={(wanted) => void turn(wanted)}
          />
        )}
      </div>
      <Problem sentence={readProblem ?? problem} />
      <p className="faint">
        {fetchedAt === null ? say.prices.cameWithPurser : say.prices.fetched(moment(fetchedAt))}{' '}
        {check !== null && lastLook(check, moment)}
      </p>
      {check?.news.map((text) => (
        <p key={text} className="faint">
          <WithCode text={say.told(text)} />
        </p>
      ))}
    </section>
  );
}

function lastLook({ at, unreachable }: NonNullable<PriceBookView['check']>, moment: (at: number) => string): string {
  if (at === null) return say.prices.notLookedYet;
  return unreachable.length === 0
    ? say.prices.lookedAt(moment(at))
    : say.prices.lookedAtPartly(moment(at), unreachable);
}
