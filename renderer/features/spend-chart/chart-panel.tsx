import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { SERIES_GROUPS, SERIES_RANGES } from '../../../shared/contract/usage-views.ts';
import type { SeriesGroup, SeriesRange } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import { moneyText } from '../../state/money-text.ts';
import { chartRows, groupTotals, rowsOfGroup } from '../../state/series.ts';
import { useDashboard, useSession } from '../../state/session-context.ts';
import { useNow } from '../../state/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { svgToPng } from '../../ui/svg-to-png.ts';
import { ChartLegend } from './chart-legend.tsx';
import { comparedWith } from './comparison.ts';
import { chartCsv } from './csv.ts';
import { chartGroups, rowsWithRest, shownGroups } from './groups.ts';
import { SpendBars } from './spend-bars.tsx';
import { SpendTable } from './spend-table.tsx';
import './spend-chart.css';

const SHAPES = ['chart', 'table'] as const;
type Shape = (typeof SHAPES)[number];

/** Spend over time, as bars or as a table, beside the period before, and as a file. */
export function ChartPanel({ state }: { readonly state: StateView }): ReactNode {
  const session = useSession();
  const { chart, series, historyProblem, link } = useDashboard();
  const now = useNow(5000);
  const [picked, setFocus] = useState<string>();
  const place = useRef<HTMLElement>(null);
  const [shape, setShape] = useState<Shape>('chart');
  const [compares, setCompares] = useState(false);
  const view = series?.view;
  const all = useMemo(() => (view === undefined ? [] : chartRows(view, now)), [view, now]);
  const totals = useMemo(() => groupTotals(all), [all]);
  const by = view?.by ?? chart.by;
  const groups = useMemo(() => chartGroups(state, by, totals.map(([group]) => group)), [state, by, totals]);
  const entries = totals.flatMap(([id, amount]) => groups.filter((group) => group.id === id).map((group) => ({ group, amount })));
  const focus = entries.some(({ group }) => group.id === picked) ? picked : undefined;
  const shown = shownGroups(entries.map(({ group }) => group), focus);
  const rows = rowsWithRest(focus === undefined ? all : rowsOfGroup(all, focus), shown);
  const total = addMoney(ZERO, ...rows.map((row) => row.total));
  const range = series?.chart.range ?? chart.range;
  const compared = view === undefined || focus !== undefined ? undefined : comparedWith(total, view.previous.soFar, 'span');

  return (
    <section ref={place} className="section" aria-labelledby="chart-title">
      <div className="chart-head">
        <h2 id="chart-title" className="number">
          {say.spendChart.spent(moneyText(total), range)}
          {compared !== undefined && <span className="faint">{say.spendChart.compared(compared)}</span>}
        </h2>
        <Segmented<SeriesRange> label={say.spendChart.range} options={SERIES_RANGES.map((value) => ({ value, text: say.spendChart.ranges[value] }))} value={chart.range} onPick={(value) => session.setChart({ range: value })} />
      </div>
      <div className="chart-tools">
        <Segmented<SeriesGroup> label={say.spendChart.stackedBy} options={SERIES_GROUPS.map((value) => ({ value, text: say.spendChart.groups[value] }))} value={chart.by} onPick={(value) => session.setChart({ by: value })} />
        <Segmented<Shape> label={say.spendChart.showAs} options={SHAPES.map((value) => ({ value, text: say.spendChart.shapes[value] }))} value={shape} onPick={setShape} />
        <label className="check">
          <input type="checkbox" checked={compares} disabled={shape === 'table' || focus !== undefined} onChange={(event) => setCompares(event.currentTarget.checked)} />
          {say.spendChart.compare}
        </label>
        <span className="chart-exports">
          <Button kind="quiet" icon="download" onClick={() => saveFile(`purser-${by}-${range}.csv`, new Blob([chartCsv(rows, shown)], { type: 'text/csv' }))}>
            {say.spendChart.exportCsv}
          </Button>
          {shape === 'chart' && (
            <Button kind="quiet" icon="download" onClick={() => void savePicture(place.current, `purser-${by}-${range}.png`)}>
              {say.spendChart.exportPng}
            </Button>
          )}
        </span>
      </div>
      {/* That the gateway is silent is said above the page, once. */}
      <Problem sentence={link === 'live' ? historyProblem : undefined} />
      {shape === 'table' ? (
        <SpendTable rows={rows} timeZone={state.gateway.timeZone} groups={shown} />
      ) : (
        <SpendBars rows={rows} range={range} timeZone={state.gateway.timeZone} groups={shown} compares={compares && focus === undefined} />
      )}
      <ChartLegend entries={entries} focus={focus} onFocus={setFocus} />
    </section>
  );
}

async function savePicture(place: HTMLElement | null, name: string): Promise<void> {
  const chart = place?.querySelector<SVGSVGElement>('.recharts-surface');
  const picture = chart && (await svgToPng(chart));
  if (picture) saveFile(name, picture);
}
