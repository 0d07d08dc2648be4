/** How strongly a day is coloured, from 0 (nothing) to 4 (the dearest days). Even steps of the dearest day. */
export function heatOf(amount: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (amount <= 0 || most <= 0) return 0;
  const share = amount / most;
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1;
}

/** Empty places before the first day of a month whose weeks begin on Monday. */
export function leadingDays(month: string): number {
  return (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The month so many later, as YYYY-MM. */
export function addMonths(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}
