import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { SeriesRange, StateView } from '../../../shared/contract/views.ts';
import { formatUsd } from '../../../shared/money.ts';
import { agentColors } from '../../state/agent-colors.ts';
import { allowanceLeft } from '../../state/allowance.ts';
import { countText } from '../../state/format.ts';
import { chartRows, readableSeries } from '../../state/series.ts';
import { useDashboard, useSession } from '../../state/session-context.ts';
import { useNow } from '../../state/use-now.ts';
import { Problem } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AgentLegend } from './agent-legend.tsx';
import { SpendBars } from './spend-bars.tsx';
import './spend-chart.css';

const RANGES = [
  { value: 'hour', text: 'Hour' },
  { value: 'day', text: 'Day' },
  { value: 'week', text: 'Week' },
  { value: 'month', text: 'Month' },
] as const satisfies readonly { value: SeriesRange; text: string }[];

interface SpendPanelProps {
  readonly state: StateView;
  readonly focus: string | undefined;
  onFocus(agentId: string | undefined): void;
}

/** What was spent today, what can still be spent, and who spent it when. */
export function SpendPanel({ state, focus, onFocus }: SpendPanelProps): ReactNode {
  const session = useSession();
  const { range, series, seriesProblem } = useDashboard();
  const now = useNow(5000);
  const colors = useMemo(() => agentColors(state.agents), [state.agents]);
  const view = useMemo(() => series && readableSeries(series.view), [series]);
  const rows = useMemo(() => (view === undefined ? [] : chartRows(view, now)), [view, now]);
  const requests = state.agents.reduce((sum, agent) => sum + agent.requestsToday, 0);

  return (
    <section className="card spend" aria-labelledby="spend-title">
      <header className="spend-header">
        <div>
          <h2 id="spend-title" className="spend-title">
            Spent today
          </h2>
          <p className="spend-hero number" data-testid="spent-today">
            {formatUsd(state.spentToday)}
          </p>
          <p className="soft">
            {countText(requests, 'request')}. {allowanceSentence(state, now)}
          </p>
        </div>
        <Segmented label="Range of the chart" options={RANGES} value={range} onPick={(picked) => session.setRange(picked)} />
      </header>
      <Problem sentence={seriesProblem} />
      <div className="spend-body">
        {series !== undefined && view !== undefined && (
          <SpendBars
            rows={rows}
            range={series.range}
            bucketMs={view.bucketMs}
            timeZone={state.gateway.timeZone}
            agents={state.agents}
            colors={colors}
            focus={focus}
          />
        )}
        <AgentLegend agents={state.agents} rows={rows} colors={colors} range={range} focus={focus} onFocus={onFocus} />
      </div>
    </section>
  );
}

function allowanceSentence(state: StateView, now: number): string {
  if (state.everythingPaused) return 'Everything is paused, so nothing more can be spent.';
  if (!state.keys.some((key) => key.state === 'active')) return 'No sub-key is active, so nothing more can be spent.';
  const left = allowanceLeft(state, now);
  return left > 0 ? `The caps allow at most ${formatUsd(left)} more.` : 'The caps allow nothing more.';
}
