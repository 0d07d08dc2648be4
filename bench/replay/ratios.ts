/** How much more one amount is than another, over many requests. */
export interface Ratios {
  readonly count: number;
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
}

/** @param ratios without any order */
export function ratiosOf(ratios: readonly number[]): Ratios {
  const sorted = ratios.toSorted((left, right) => left - right);
  return {
    count: sorted.length,
    p5: quantile(sorted, 0.05),
    p25: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p95: quantile(sorted, 0.95),
  };
}

/** Between two neighbours where it falls between them; NaN of nothing. @param sorted ascending */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low = NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

export function ratioCells({ count, p5, p25, median, p75, p95 }: Ratios): readonly (string | number)[] {
  return [
    count,
    ...[p5, p25, median, p75, p95].map((ratio) =>
      Number.isNaN(ratio) ? '' : ratio >= 100 ? Math.round(ratio).toLocaleString('en-US') : ratio.toPrecision(3),
    ),
  ];
}

export const RATIO_HEAD = ['n', 'p5', 'p25', 'median', 'p75', 'p95'];
