import type { CostMonthView } from '../../../shared/contract/cost-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import { forecastMonth } from '../../domain/forecast.ts';
import type { Forecast } from '../../domain/forecast.ts';
import { addDays, startOfDay } from '../../domain/time/day-range.ts';
import type { Engine } from '../engine.ts';

/** How far back a forecast looks. */
const PAST_DAYS = 56;

/** Each day of a month of the person's calendar, and what the running month may come to. */
export async function readCostMonth(
  { ledger, clock, calendar }: Pick<Engine, 'ledger' | 'clock' | 'calendar'>,
  asked?: string,
): Promise<CostMonthView> {
  const today = calendar.dayOf(clock.now());
  const month = asked ?? today.slice(0, 7);
  const days = daysOf(month);
  const edgesOf = (list: readonly string[]): readonly number[] =>
    [...list, addDays(list.at(-1) ?? today, 1)].map((day) => startOfDay(day, calendar));
  const [sums, first] = await Promise.all([ledger.totals(edgesOf(days)), ledger.firstBucket()]);
  const amounts = days.map((day, index) => ({
    day,
    nanodollars: sums[index]?.nanodollars ?? ZERO,
    requests: sums[index]?.requests ?? 0,
  }));
  const firstDay = first === null ? null : calendar.dayOf(first);
  return {
    month,
    today,
    days: amounts,
    first: firstDay?.slice(0, 7) ?? null,
    forecast: month === today.slice(0, 7) && firstDay !== null ? ((await forecast()) ?? null) : null,
  };

  async function forecast(): Promise<Forecast | undefined> {
    const from = [addDays(today, -PAST_DAYS), firstDay ?? today].toSorted().at(-1) ?? today;
    // The first day is seldom a whole one.
    const begun = from === firstDay ? addDays(from, 1) : from;
    const past = daysUntil(today, begun);
    if (past.length === 0) return undefined;
    const before = await ledger.totals(edgesOf(past));
    return forecastMonth({
      spent: addMoney(ZERO, ...amounts.map(({ nanodollars }) => nanodollars)),
      today: amounts.find(({ day }) => day === today)?.nanodollars ?? 0,
      past: before.map(({ nanodollars }) => nanodollars),
      daysLeft: days.filter((day) => day > today).length,
    });
  }
}

function daysOf(month: string): readonly string[] {
  const next = new Date(`${month}-01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return daysUntil(next.toISOString().slice(0, 10), `${month}-01`);
}

/** The days from `first` on, before `end`. */
function daysUntil(end: string, first: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}
