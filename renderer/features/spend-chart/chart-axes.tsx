import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { XAxis, YAxis } from 'recharts';
import type { SeriesRange } from '../../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { timeAxis } from '../../state/chart/axis.ts';
import { moneyTicks } from '../../state/chart/series.ts';
import type { ChartRow } from '../../state/chart/series.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';

interface TimeAxisProps {
  readonly rows: readonly ChartRow[];
  /** Undefined for a stretch that is no range. */
  readonly range: SeriesRange | undefined;
  readonly timeZone: string;
}

/** Hours or days under the bars, on the clock of the gateway's machine. */
export function TimeAxis({ rows, range, timeZone }: TimeAxisProps): ReactNode {
  const { ticks, labelOf } = useMemo(() => timeAxis(rows, range, timeZone), [rows, range, timeZone]);
  return (
    <XAxis
      dataKey="at"
      ticks={[...ticks]}
      interval="preserveStart"
      minTickGap={24}
      tickFormatter={(at: number) => labelOf(at)}
      tickLine={false}
      axisLine={{ stroke: 'var(--line-strong)' }}
      tickMargin={8}
    />
  );
}

interface MoneyAxisProps {
  readonly rows: readonly ChartRow[];
  /** The period before is drawn too, and must fit. */
  readonly compares: boolean;
}

/** Round amounts of money beside the bars. */
export function MoneyAxis({ rows, compares }: MoneyAxisProps): ReactNode {
  const ticks = useMemo(
    () => moneyTicks(Math.max(0, ...rows.map((row) => Math.max(row.total, compares ? row.before : 0)))),
    [rows, compares],
  );
  return (
    <YAxis
      width="auto"
      ticks={[...ticks]}
      domain={[0, ticks.at(-1) ?? 'auto']}
      tickFormatter={(value: number) => moneyText(nanodollarsOf(value))}
      tickLine={false}
      axisLine={false}
    />
  );
}
