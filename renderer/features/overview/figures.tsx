import type { ReactNode } from 'react';
import type { PeriodView } from '../../../shared/contract/usage-views.ts';
import type { CapView, StateView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { allowanceLeft } from '../../../shared/cap-level.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { say } from '../../strings/say.ts';
import { Gauge } from '../caps/gauge.tsx';
import { comparedWith } from '../spend-chart/comparison.ts';
import './overview.css';

/** Spend of today, this week and this month, against the caps on everything. The number is the biggest thing. */
export function Figures({ state, now }: { readonly state: StateView; readonly now: number }): ReactNode {
  const { periods } = useDashboard();
  const requests = state.agents.reduce((sum, agent) => sum + agent.requestsToday, 0);
  return (
    <section className="figures" aria-label={say.overview.figures}>
      <div className="figure figure-main">
        <h2>{say.overview.windows.day}</h2>
        <p className="figure-number number" data-testid="spent-today">
          {moneyText(state.spentToday)}
        </p>
        <CapLine caps={state.everything.caps} window="day" />
        <p className="soft">
          {say.overview.today(
            requestsText(requests, periods?.periods, 'day', state.spentToday),
            allowanceSentence(state, now),
          )}
        </p>
      </div>
      {(['week', 'month'] as const).map((window) => {
        const period = periods?.periods.find((one) => one.window === window);
        return (
          <div key={window} className="figure">
            <h2>{say.overview.windows[window]}</h2>
            <p className="figure-number number">{period === undefined ? '…' : moneyText(period.spent)}</p>
            <CapLine caps={state.everything.caps} window={window} />
            <p className="soft">
              {period !== undefined && requestsText(period.requests, periods?.periods, window, period.spent)}
            </p>
          </div>
        );
      })}
    </section>
  );
}

/** `1,204 requests; 20% more than this time yesterday`. */
function requestsText(
  requests: number,
  periods: readonly PeriodView[] | undefined,
  window: PeriodView['window'],
  spent: Nanodollars,
): string {
  const before = periods?.find((one) => one.window === window)?.previousSoFar ?? null;
  const compared = before === null ? undefined : comparedWith(spent, before, window);
  return compared === undefined ? say.overview.requests(requests) : say.overview.requestsCompared(requests, compared);
}

function CapLine({
  caps,
  window,
}: {
  readonly caps: readonly CapView[];
  readonly window: CapView['window'];
}): ReactNode {
  const cap = caps.find((one) => one.window === window && !one.rolling);
  if (cap === undefined) return null;
  return (
    <div className="figure-cap">
      <Gauge cap={cap} label={say.overview.capOnEverything} />
      <span className="faint number">{say.overview.of(moneyText(cap.amount))}</span>
    </div>
  );
}

function allowanceSentence(state: StateView, now: number): string {
  if (state.everythingPaused) return say.overview.everythingPaused;
  if (!state.keys.some((key) => key.state === 'active')) return say.overview.noSubKey;
  const left = allowanceLeft(state, now);
  return left > 0 ? say.overview.allows(moneyText(left)) : say.overview.allowsNothing;
}
