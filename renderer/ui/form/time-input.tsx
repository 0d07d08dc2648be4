import { parseDateTime, parseTime } from '@internationalized/date';
import type { ReactNode } from 'react';
import { DateField, DateInput, DateSegment, I18nProvider, Label, Text, TimeField } from 'react-aria-components';
import { locale } from '../../state/time-and-money/locale.ts';

interface TimeInputProps {
  readonly label: string;
  /** True where what stands beside it says the same; screen readers still hear the label. */
  readonly hidesLabel?: boolean;
  readonly hint?: ReactNode;
  readonly prefix?: string;
  readonly disabled?: boolean;
  /** Empty: nothing was entered yet. */
  readonly value: string;
  onText(text: string): void;
}

/** Asks for a time of day, `22:05`. The browser's own field has the clock of the browser, and not the person's. */
export function TimeInput({ value, disabled = false, onText, ...parts }: TimeInputProps): ReactNode {
  return (
    <I18nProvider locale={locale.words}>
      <TimeField
        className="field"
        value={TIME.test(value) ? parseTime(value) : null}
        isDisabled={disabled}
        onChange={(time) => onText(time?.toString().slice(0, TIME_LENGTH) ?? '')}
        {...hourCycle()}
      >
        <Parts {...parts} />
      </TimeField>
    </I18nProvider>
  );
}

/** Asks for a moment of local time, `2026-11-30T22:05`. */
export function MomentInput({ value, onText, ...parts }: Omit<TimeInputProps, 'disabled'>): ReactNode {
  return (
    <I18nProvider locale={locale.words}>
      <DateField
        className="field"
        granularity="minute"
        value={MOMENT.test(value) ? parseDateTime(value) : null}
        onChange={(moment) => onText(moment?.toString().slice(0, MOMENT_LENGTH) ?? '')}
        {...hourCycle()}
      >
        <Parts {...parts} />
      </DateField>
    </I18nProvider>
  );
}

const TIME = /^\d\d:\d\d$/;
const TIME_LENGTH = 'HH:MM'.length;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const MOMENT_LENGTH = 'YYYY-MM-DDTHH:MM'.length;

/** As the person has set it; left out, as is usual in the language. */
function hourCycle(): { readonly hourCycle?: 12 | 24 } {
  return locale.hourCycle === undefined ? {} : { hourCycle: locale.hourCycle === 'h12' ? 12 : 24 };
}

function Parts({
  label,
  hidesLabel = false,
  hint,
  prefix,
}: Pick<TimeInputProps, 'label' | 'hidesLabel' | 'hint' | 'prefix'>): ReactNode {
  return (
    <>
      <Label className={hidesLabel ? 'visually-hidden' : ''}>{label}</Label>
      <div className="field-box">
        {prefix !== undefined && <span aria-hidden="true">{prefix}</span>}
        <DateInput className="time-input">
          {(segment) => <DateSegment segment={segment} className="time-part" />}
        </DateInput>
      </div>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </>
  );
}
