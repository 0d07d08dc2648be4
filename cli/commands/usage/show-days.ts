import type { CostsQuery } from '../../../shared/contract/cost-views.ts';
import { addMoney, formatUsd, usdText, ZERO } from '../../../shared/money.ts';
import type { CommandContext } from '../../context.ts';
import { figuresTable } from '../../screen/figures-table.ts';
import { screenWidth } from '../../screen/screen-width.ts';
import { print } from '../../screen/output.ts';

/** What was spent day by day. */
export async function showDays(
  context: CommandContext,
  { range, since, until }: Omit<CostsQuery, 'by'>,
): Promise<void> {
  const [spent, { today }] = await context.ask((gateway) =>
    Promise.all([gateway.usage.summary({ by: 'day' }), gateway.usage.month()]),
  );
  const first = range === 'today' ? today : range === '30-days' ? daysBefore(today, 29) : (since ?? '');
  const last = until ?? '9999-12-31';
  const rows = spent.rows.filter(({ group }) => group >= first && group <= last);
  const nanodollars = addMoney(ZERO, ...rows.map((row) => row.nanodollars));
  const count = (value: number): string => value.toLocaleString('en-US');
  const sum = (of: 'requests' | 'inputTokens' | 'outputTokens'): number =>
    rows.reduce((total, row) => total + row[of], 0);
  print(
    context,
    { total: { nanodollars, usd: usdText(nanodollars) }, rows },
    rows.length === 0
      ? 'Nothing was spent in these days. Requests count here when they finish.'
      : figuresTable(
          [
            ['DAY', 'REQUESTS', 'INPUT', 'OUTPUT', 'COST'],
            ...rows.map((row) => [
              row.group,
              count(row.requests),
              count(row.inputTokens),
              count(row.outputTokens),
              formatUsd(row.nanodollars),
            ]),
            [
              'Total',
              count(sum('requests')),
              count(sum('inputTokens')),
              count(sum('outputTokens')),
              formatUsd(nanodollars),
            ],
          ],
          screenWidth(),
        ),
  );
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
}
