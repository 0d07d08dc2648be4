import type { CostSum } from '../../../shared/contract/cost-views.ts';
import { formatUsd, nanodollarsOf } from '../../../shared/money.ts';

/** Columns of `purser usage`. */
export const USAGE_COLUMNS = ['requests', 'input', 'cached', 'output', 'hits', 'cost', 'average', 'change'] as const;
export type UsageColumn = (typeof USAGE_COLUMNS)[number];
/** Those that fit beside a name into 80 columns. */
export const USUAL_COLUMNS: readonly UsageColumn[] = ['requests', 'input', 'cached', 'output', 'hits', 'cost'];

/** A figure as a person reads it. @param isShort tokens as `12.3M`, where there is little room */
export function usageCell(column: UsageColumn, sum: CostSum, isShort: boolean): string {
  const tokens = (count: number): string => (isShort ? shortCount(count) : longCount(count));
  switch (column) {
    case 'requests':
      return longCount(sum.requests);
    case 'input':
      return tokens(sum.inputTokens);
    case 'cached':
      return tokens(sum.cachedTokens);
    case 'output':
      return tokens(sum.outputTokens);
    case 'hits':
      return sum.inputTokens === 0 ? '-' : `${Math.round((100 * sum.cachedTokens) / sum.inputTokens)}%`;
    case 'cost':
      return formatUsd(sum.nanodollars);
    case 'average':
      return sum.requests === 0 ? '-' : formatUsd(nanodollarsOf(Math.round(sum.nanodollars / sum.requests)));
    case 'change':
      return changeText(sum);
  }
}

function changeText({ nanodollars, before }: CostSum): string {
  if (before === null) return '-';
  if (before <= 0) return nanodollars > 0 ? 'new' : '-';
  const percent = Math.round((nanodollars / before - 1) * 100);
  return `${percent > 0 ? '+' : ''}${longCount(percent)}%`;
}

function longCount(count: number): string {
  return count.toLocaleString('en-US');
}

function shortCount(count: number): string {
  if (count < 10_000) return longCount(count);
  const [divisor, unit] = count < 9_995_000 ? [1e3, 'k'] : count < 9_995_000_000 ? [1e6, 'M'] : [1e9, 'G'];
  return `${(count / divisor).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}${unit}`;
}
