import type { ReactNode } from 'react';
import { SERIES_RANGES } from '../../../shared/contract/usage-views.ts';
import type { SeriesRange, SeriesView } from '../../../shared/contract/usage-views.ts';
import { addMoney, subtractMoney, ZERO } from '../../../shared/money.ts';
import type { ChartChoice } from '../../state/chart/chart-choice.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { comparedWith } from './comparison.ts';

interface ChartHeadProps {
  readonly rows: readonly ChartRow[];
  readonly range: SeriesRange;
  /** The stretch that was zoomed into, in words. */
  readonly zoomed: string | undefined;
  /**
   * The gateway's answer; undefined while one group is shown alone: the period before and what caches saved are of
   * all.
   */
  readonly whole: SeriesView | undefined;
  readonly chart: ChartChoice;
  onRange(range: SeriesRange): void;
  onZoomOut(): void;
}

/** The sum of the chart, beside the same time before, and the way to another range. */
export function ChartHead({ rows, range, zoomed, whole, chart, onRange, onZoomOut }: ChartHeadProps): ReactNode {
  const total = addMoney(ZERO, ...rows.map((row) => row.total));
  const notes = [whole && comparedWith(total, whole.previous.soFar, 'span'), whole && cachesText(whole)].filter(
    (note) => note !== undefined,
  );
  return (
    <div className="chart-head">
      <h2 id="chart-title" className="number">
        {zoomed === undefined
          ? say.spendChart.spent(moneyText(total), range)
          : say.spendChart.spentThen(moneyText(total))}
      </h2>
      <Segmented<SeriesRange>
        label={say.spendChart.range}
        options={SERIES_RANGES.map((value) => ({ value, text: say.spendChart.ranges[value] }))}
        value={chart.zoom.length > 0 ? undefined : chart.range}
        onPick={onRange}
      />
      {/* A line of its own, as long as it likes: the controls stay where they are. */}
      <div className="chart-notes">
        <p className="faint number">{say.spendChart.notes(zoomed === undefined ? notes : [zoomed, ...notes])}</p>
        {chart.zoom.length > 0 && (
          <Button kind="quiet" icon="zoom-out" onClick={onZoomOut}>
            {say.spendChart.zoomOut}
          </Button>
        )}
      </div>
    </div>
  );
}

function cachesText({ cacheSaved }: SeriesView): string | undefined {
  if (cacheSaved === 0) return undefined;
  return cacheSaved > 0
    ? say.spendChart.cachesSaved(moneyText(cacheSaved))
    : say.spendChart.cachesCost(moneyText(subtractMoney(ZERO, cacheSaved)));
}
