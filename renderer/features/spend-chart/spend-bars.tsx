import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { AgentView, SeriesRange } from '../../../shared/contract/views.ts';
import { formatUsd, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { axisLabel, axisTicks, RANGE_NAMES } from '../../state/format.ts';
import { moneyTicks, rowsOfAgent } from '../../state/series.ts';
import type { ChartRow } from '../../state/series.ts';
import { SpendTooltip } from './spend-tooltip.tsx';

interface SpendBarsProps {
  readonly rows: readonly ChartRow[];
  readonly range: SeriesRange;
  readonly bucketMs: number;
  readonly timeZone: string;
  readonly agents: readonly AgentView[];
  readonly colors: ReadonlyMap<string, string>;
  readonly focus: string | undefined;
}

/** Stacked bars: one per bucket, one color per agent. Not animated: a bar is the truth the moment it is drawn. */
export function SpendBars({ rows: allRows, range, bucketMs, timeZone, agents, colors, focus }: SpendBarsProps): ReactNode {
  const rows = useMemo(() => (focus === undefined ? [...allRows] : [...rowsOfAgent(allRows, focus)]), [allRows, focus]);
  const ticks = useMemo(
    () => [...axisTicks(rows.map((row) => row.at), range, timeZone)],
    [rows, range, timeZone],
  );
  const amounts = useMemo(() => moneyTicks(rows), [rows]);
  const quiet = rows.every((row) => row.total === 0);
  const shown = focus === undefined ? agents : agents.filter((agent) => agent.id === focus);

  return (
    <div className="spend-bars" data-testid="spend-chart">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} barCategoryGap="18%" margin={{ top: 8, right: 4, bottom: 0, left: 0 }} title={`Spend per agent, ${RANGE_NAMES[range]}`}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            ticks={ticks}
            interval="preserveStart"
            minTickGap={24}
            tickFormatter={(at: number) => axisLabel(at, range, timeZone)}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickMargin={8}
          />
          <YAxis
            width="auto"
            ticks={[...amounts]}
            domain={[0, amounts.at(-1) ?? 'auto']}
            tickFormatter={(value: number) => (value === 0 ? '$0' : formatUsd(nanodollarsOf(value)))}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--hover)' }}
            content={<SpendTooltip rows={rows} bucketMs={bucketMs} timeZone={timeZone} agents={shown} colors={colors} />}
          />
          {shown.map((agent) => (
            <Bar
              key={agent.id}
              name={agent.name}
              stackId="spend"
              dataKey={(row: ChartRow) => row.byAgent[agent.id] ?? ZERO}
              fill={colors.get(agent.id) ?? 'var(--agent-other)'}
              stroke="var(--surface)"
              strokeWidth={1}
              maxBarSize={30}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
      {quiet && <p className="spend-quiet">Nothing was spent in the {RANGE_NAMES[range]}.</p>}
    </div>
  );
}
