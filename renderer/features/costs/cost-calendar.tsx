import type { ReactNode } from 'react';
import type { CostMonthView } from '../../../shared/contract/cost-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import { formatter } from '../../state/time-and-money/format.ts';
import { aboutText, moneyText, shortText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { Icon } from '../../ui/icon.tsx';
import type { CostChoice } from './cost-address.ts';
import { addMonths, heatOf, leadingDays } from './heat.ts';

interface CostCalendarProps {
  readonly view: CostMonthView | undefined;
  readonly choice: CostChoice;
  hrefFor(changes: Partial<CostChoice>): string;
}

/** A month of days, the dearer the stronger. A day leads to its costs. Under it, what the running month may come to. */
export function CostCalendar({ view, choice, hrefFor }: CostCalendarProps): ReactNode {
  const words = say.costs;
  return (
    <section className="section cost-calendar" aria-labelledby="calendar-title">
      <div className="section-head">
        <h2 id="calendar-title">{words.calendar}</h2>
        {view !== undefined && <MonthLinks view={view} hrefFor={hrefFor} />}
      </div>
      {view !== undefined && (
        <div className="cost-month">
          <MonthGrid view={view} choice={choice} hrefFor={hrefFor} />
          <MonthFacts view={view} />
        </div>
      )}
    </section>
  );
}

function MonthLinks({
  view,
  hrefFor,
}: Pick<CostCalendarProps, 'hrefFor'> & { readonly view: CostMonthView }): ReactNode {
  const words = say.costs;
  const running = view.today.slice(0, 7);
  const toMonth = (month: string): string => hrefFor({ month: month === running ? undefined : month });
  const mayGoBack = view.first !== null && view.month > view.first;
  return (
    <div className="cost-month-links">
      {mayGoBack && (
        <a
          className="icon-button"
          href={toMonth(addMonths(view.month, -1))}
          aria-label={words.previousMonth}
          title={words.previousMonth}
        >
          <Icon name="left" />
        </a>
      )}
      <span>{monthText(view.month)}</span>
      {view.month < running && (
        <a
          className="icon-button"
          href={toMonth(addMonths(view.month, 1))}
          aria-label={words.nextMonth}
          title={words.nextMonth}
        >
          <Icon name="right" />
        </a>
      )}
    </div>
  );
}

function MonthGrid({
  view,
  choice,
  hrefFor,
}: Omit<CostCalendarProps, 'view'> & { readonly view: CostMonthView }): ReactNode {
  const words = say.costs;
  const most = Math.max(0, ...view.days.map(({ nanodollars }) => nanodollars));
  const monday = Date.UTC(2024, 0, 1);
  return (
    <div className="cost-grid">
      <div className="cost-weekdays faint" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5, 6].map((index) => (
          <span key={index}>{formatter('UTC', { weekday: 'short' }).format(monday + index * 86_400_000)}</span>
        ))}
      </div>
      <ul className="cost-days" aria-label={words.calendarMonth(monthText(view.month))}>
        {view.days.map(({ day, nanodollars, requests }, index) => {
          const number = formatter('UTC', { day: 'numeric' }).format(Date.parse(`${day}T12:00:00Z`));
          const long = formatter('UTC', { day: 'numeric', month: 'long' }).format(Date.parse(`${day}T12:00:00Z`));
          // The name says the amount as it is seen, and the description as exactly as it is known.
          const tell = (amount: string): string =>
            requests === 0 ? words.emptyDay(long) : words.day(long, amount, requests);
          const { days } = choice;
          const isChosen = days !== undefined && day >= days.since && day <= days.until;
          return (
            <li key={day} style={index === 0 ? { gridColumnStart: leadingDays(view.month) + 1 } : undefined}>
              {day > view.today ? (
                <span className="cost-day cost-day-ahead">{number}</span>
              ) : (
                <a
                  className="cost-day"
                  href={hrefFor({ days: { since: day, until: day } })}
                  aria-label={tell(shortText(nanodollars))}
                  aria-current={day === view.today ? 'date' : undefined}
                  title={tell(moneyText(nanodollars))}
                  data-heat={heatOf(nanodollars, most)}
                  data-chosen={isChosen}
                >
                  <span>{number}</span>
                  {requests > 0 && <span className="cost-day-amount">{shortText(nanodollars)}</span>}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <p className="cost-scale faint" aria-hidden="true">
        {words.less}
        {[0, 1, 2, 3, 4].map((heat) => (
          <span key={heat} className="cost-scale-step" data-heat={heat} />
        ))}
        {words.more}
      </p>
    </div>
  );
}

/** The sum of the month, and the honest guess of what it comes to. */
function MonthFacts({ view }: { readonly view: CostMonthView }): ReactNode {
  const words = say.costs;
  const month = monthText(view.month);
  const { forecast } = view;
  const isRunning = view.month === view.today.slice(0, 7);
  const spent = addMoney(ZERO, ...view.days.map(({ nanodollars }) => nanodollars));
  return (
    <div className="cost-facts">
      <p className="cost-month-sum number">{words.monthSpent(moneyText(spent), month)}</p>
      {forecast !== null && (
        <>
          <p data-testid="forecast">
            {forecast.low === forecast.high
              ? words.forecastSame(aboutText(forecast.expected), month)
              : words.forecast(aboutText(forecast.expected), month, aboutText(forecast.low), aboutText(forecast.high))}
          </p>
          <p className="faint">{words.forecastHow(forecast.days)}</p>
        </>
      )}
      {forecast === null && isRunning && <p className="faint">{words.noForecast}</p>}
    </div>
  );
}

function monthText(month: string): string {
  return formatter('UTC', { month: 'long', year: 'numeric' }).format(Date.parse(`${month}-15T12:00:00Z`));
}
