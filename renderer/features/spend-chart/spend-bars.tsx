import { memo, useState } from 'react';
import type { ReactNode } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip } from 'recharts';
import type { SeriesRange, SeriesSpan } from '../../../shared/contract/usage-views.ts';
import { ZERO } from '../../../shared/money.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { say } from '../../strings/say.ts';
import { MoneyAxis, TimeAxis } from './chart-axes.tsx';
import type { ChartGroup } from './groups.ts';
import { SpendTooltip } from './spend-tooltip.tsx';
import { useStaleTooltip } from './zoom/use-stale-tooltip.ts';
import { ZoomLayer } from './zoom/zoom-layer.tsx';

interface SpendBarsProps {
  readonly rows: readonly ChartRow[];
  readonly range: SeriesRange;
  /** The stretch that is shown instead of the range, in words. */
  readonly zoomed: string | undefined;
  readonly timeZone: string;
  readonly groups: readonly ChartGroup[];
  /** Draws the period before as a line. */
  readonly compares: boolean;
  onZoom(span: SeriesSpan): void;
  onZoomOut(): void;
}

/** Drawn at once, before the browser has told how large the place is. */
const FIRST_SIZE = { width: 800, height: 256 };

/** Stacked bars: one per bucket, one color per group. Not animated: a bar is the truth the moment it is drawn. */
export const SpendBars = memo(function SpendBars({
  rows,
  range,
  zoomed,
  timeZone,
  groups,
  compares,
  onZoom,
  onZoomOut,
}: SpendBarsProps): ReactNode {
  const [status, setStatus] = useState<HTMLElement | null>(null);
  const { isStale, pointing, zoom, zoomOut } = useStaleTooltip(onZoom, onZoomOut);
  const quiet = rows.every((row) => row.total === 0 && (!compares || row.before === 0));
  const drawn = groups.filter(({ id }) => rows.some((row) => (row.byGroup[id] ?? 0) > 0));

  return (
    <div className="spend-bars" data-testid="spend-chart" {...pointing}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={FIRST_SIZE}>
        <ComposedChart
          data={[...rows]}
          barCategoryGap="18%"
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          title={zoomed === undefined ? say.spendChart.spend(range) : say.spendChart.spendThen(zoomed)}
          desc={say.spendChart.howToZoom}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <TimeAxis rows={rows} range={zoomed === undefined ? range : undefined} timeZone={timeZone} />
          <MoneyAxis rows={rows} compares={compares} />
          <Tooltip
            isAnimationActive={false}
            cursor={isStale ? false : { fill: 'var(--hover)' }}
            content={
              isStale ? <></> : <SpendTooltip rows={rows} timeZone={timeZone} groups={drawn} compares={compares} />
            }
          />
          {drawn.map((group) => (
            <Bar
              key={group.id}
              name={group.name}
              stackId="spend"
              dataKey={(row: ChartRow) => row.byGroup[group.id] ?? ZERO}
              fill={group.color}
              stroke="var(--surface)"
              strokeWidth={1}
              maxBarSize={48}
              isAnimationActive={false}
            />
          ))}
          {compares && (
            <Line
              dataKey="before"
              type="step"
              stroke="var(--text-faint)"
              strokeDasharray="3 3"
              strokeWidth={1.5}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          <ZoomLayer rows={rows} timeZone={timeZone} status={status} onZoom={zoom} onZoomOut={zoomOut} />
        </ComposedChart>
      </ResponsiveContainer>
      <p ref={setStatus} className="spend-picked number" role="status" />
      {quiet && (
        <p className="spend-quiet">
          {zoomed === undefined ? say.spendChart.nothingSpent(range) : say.spendChart.tableEmpty}
        </p>
      )}
    </div>
  );
});
