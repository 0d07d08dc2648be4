import { useCallback, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { hrefOf } from '../../shared/page-routes.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { StateView } from '../../shared/contract/views.ts';
import { addressOf, choiceOf, queryOf } from '../features/costs/cost-address.ts';
import type { CostChoice } from '../features/costs/cost-address.ts';
import { CostCalendar } from '../features/costs/cost-calendar.tsx';
import { CostTable } from '../features/costs/cost-table.tsx';
import { CostTools } from '../features/costs/cost-tools.tsx';
import { useRead } from '../state/live/use-read.ts';
import { say } from '../strings/say.ts';
import { Problem } from '../ui/notice.tsx';
import '../features/costs/costs.css';
import '../features/costs/stacked.css';

interface CostsPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** The figures follow what is spent this often. */
const REREAD_MS = 15_000;

/** What was used and spent, by whatever a person asks for, and day by day. The address holds all of the choice. */
export function CostsPage({ state, params }: CostsPageProps): ReactNode {
  const choice = useMemo(() => choiceOf(params), [params]);
  const query = useMemo(() => queryOf(choice), [choice]);
  const { month } = choice;
  const costs = useRead(useCallback((gateway: GatewayClient) => gateway.usage.costs(query), [query]));
  const days = useRead(
    useCallback((gateway: GatewayClient) => gateway.usage.month(month === undefined ? {} : { month }), [month]),
  );
  const [rereadCosts, rereadDays] = [costs.refetch, days.refetch];
  useEffect(() => {
    const timer = setInterval(() => {
      rereadCosts();
      rereadDays();
    }, REREAD_MS);
    return () => clearInterval(timer);
  }, [rereadCosts, rereadDays]);
  const hrefFor = (changes: Partial<CostChoice>): string => hrefOf('costs', addressOf({ ...choice, ...changes }));
  const change = (changes: Partial<CostChoice>): void => void (window.location.hash = hrefFor(changes));
  return (
    <div className="costs-page">
      <section className="costs" aria-label={say.costs.title}>
        <CostTools state={state} choice={choice} view={costs.data} today={days.data?.today} onChange={change} />
        <Problem sentence={costs.problem} />
        {costs.data !== undefined && (
          <CostTable state={state} view={costs.data} choice={choice} hrefFor={hrefFor} onChange={change} />
        )}
      </section>
      <Problem sentence={days.problem} />
      <CostCalendar view={days.data} choice={choice} hrefFor={hrefFor} />
    </div>
  );
}
