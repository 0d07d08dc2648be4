import { parseDate } from '@internationalized/date';
import type { CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DialogTrigger,
  Heading,
  I18nProvider,
  Popover,
  RangeCalendar,
} from 'react-aria-components';
import { dayText } from '../../state/time-and-money/iso-time.ts';
import { locale } from '../../state/time-and-money/locale.ts';
import { say } from '../../strings/say.ts';
import { Icon } from '../icon.tsx';
import './range-picker.css';

/** Days of the calendar as YYYY-MM-DD, both included. */
interface PickedDays {
  readonly since: string;
  readonly until: string;
}

interface RangePickerProps {
  /** What is chosen; undefined while everything is. */
  readonly days: PickedDays | undefined;
  /** Nothing later can be chosen. */
  readonly today: string | undefined;
  onPick(days: PickedDays): void;
}

/** A button with the chosen days; behind it a calendar, where the first and the last day are picked. */
export function RangePicker({ days, today, onPick }: RangePickerProps): ReactNode {
  const words = say.ui.dates;
  const [isOpen, setOpen] = useState(false);
  const text = days === undefined ? words.pick : rangeText(days, today);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button range-opener" aria-label={days === undefined ? words.pick : words.picked(text)}>
        <Icon name="calendar" />
        <span className="button-text">{text}</span>
      </Button>
      <Popover className="menu range-popover" placement="bottom start" offset={4}>
        <div className="range-dialog">
          <I18nProvider locale={locale.words}>
            <RangeCalendar<CalendarDate>
              aria-label={words.pick}
              firstDayOfWeek="mon"
              autoFocus
              allowsNonContiguousRanges
              {...(today !== undefined && { maxValue: parseDate(today) })}
              {...(days !== undefined && {
                defaultValue: { start: parseDate(days.since), end: parseDate(days.until) },
              })}
              {...(days !== undefined &&
                today !== undefined && { defaultFocusedValue: parseDate(days.until > today ? today : days.until) })}
              onChange={({ start, end }) => {
                setOpen(false);
                onPick({ since: start.toString(), until: end.toString() });
              }}
            >
              <div className="range-head">
                <Button slot="previous" className="icon-button" aria-label={words.previous}>
                  <Icon name="left" />
                </Button>
                <Heading className="range-month" />
                <Button slot="next" className="icon-button" aria-label={words.next}>
                  <Icon name="right" />
                </Button>
              </div>
              <CalendarGrid className="range-grid" weekdayStyle="short">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className="faint">{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>{(date) => <CalendarCell date={date} className="range-day" />}</CalendarGridBody>
              </CalendarGrid>
            </RangeCalendar>
          </I18nProvider>
          <p className="faint range-hint">{words.hint}</p>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

function rangeText({ since, until }: PickedDays, today: string | undefined): string {
  const year = (today ?? until).slice(0, 4);
  return since === until
    ? dayText(since, year)
    : say.format.span(
        dayText(since, since.slice(0, 4) === until.slice(0, 4) ? since.slice(0, 4) : year),
        dayText(until, year),
      );
}
