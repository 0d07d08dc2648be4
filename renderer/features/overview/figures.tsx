import type { ReactNode } from 'react';
import type { PeriodView } from '../../../shared/contract/usage-views.ts';
import type { CapView, StateView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { allowanceLeft } from '../../state/allowance.ts';
import { count } from '../../strings/en/count.ts';
import { useDashboard } from '../../state/session-context.ts';
import { Gauge } from '../caps/gauge.tsx';
import { comparedWith } from '../spend-chart/comparison.ts';
import './overview.css';

const TITLES: Readonly<Record<PeriodView['window'], string>> = { day: 'Spent today', week: 'This week', month: 'This month' };
const BEFORE: Readonly<Record<PeriodView['window'], string>> = { day: 'yesterday by now', week: 'last week by now', month: 'last month by now' };

/** What was spent today, this week and this month, against the caps on everything. The number is the biggest thing. */
export function Figures({ state, now }: { readonly state: StateView; readonly now: number }): ReactNode {
  const { periods } = useDashboard();
  const requests = state.agents.reduce((sum, agent) => sum + agent.requestsToday, 0);
  return (
    <section className="figures" aria-label="Spend against caps">
      <div className="figure figure-main">
        <h2>{TITLES.day}</h2>
        <p className="figure-number number" data-testid="spent-today">
          {moneyText(state.spentToday)}
        </p>
        <CapLine caps={state.everything.caps} window="day" />
        <p className="soft">
          {count(requests, 'request')}
          {compared(periods?.periods, 'day', state.spentToday)}. {allowanceSentence(state, now)}
        </p>
      </div>
      {(['week', 'month'] as const).map((window) => {
        const period = periods?.periods.find((one) => one.window === window);
        return (
          <div key={window} className="figure">
            <h2>{TITLES[window]}</h2>
            <p className="figure-number number">{period === undefined ? '…' : moneyText(period.spent)}</p>
            <CapLine caps={state.everything.caps} window={window} />
            <p className="soft">{period !== undefined && `${count(period.requests, 'request')}${compared(periods?.periods, window, period.spent)}`}</p>
          </div>
        );
      })}
    </section>
  );
}

function compared(periods: readonly PeriodView[] | undefined, window: PeriodView['window'], spent: Nanodollars): string {
  const before = periods?.find((one) => one.window === window)?.previousSoFar ?? null;
  const text = before === null ? undefined : comparedWith(spent, before, BEFORE[window]);
  return text === undefined ? '' : `, ${text}`;
}

function CapLine({ caps, window }: { readonly caps: readonly CapView[]; readonly window: CapView['window'] }): ReactNode {
  const cap = caps.find((one) => one.window === window && !one.rolling);
  if (cap === undefined) return null;
  return (
    <div className="figure-cap">
      <Gauge cap={cap} label="Cap on everything" />
      <span className="faint number">of {moneyText(cap.amount)}</span>
    </div>
  );
}

function allowanceSentence(state: StateView, now: number): string {
  if (state.everythingPaused) return 'Everything is paused, so nothing more can be spent.';
  if (!state.keys.some((key) => key.state === 'active')) return 'No sub-key is active, so nothing more can be spent.';
  const left = allowanceLeft(state, now);
  return left > 0 ? `The caps allow at most ${moneyText(left)} more.` : 'The caps allow nothing more.';
}
