import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { MomentInput } from '../../../ui/form/time-input.tsx';
import { Select } from '../../../ui/form/select.tsx';
import type { RequestFilters } from './filters.ts';
import { CUSTOM, TIME_RANGES } from '../../../state/time-and-money/time-range.ts';

interface TimeFilterProps {
  readonly filters: RequestFilters;
  onChange(changes: Partial<RequestFilters>): void;
}

/** When a request ended: a range, or two moments of one's own. */
export function TimeFilter({ filters: { when }, onChange }: TimeFilterProps): ReactNode {
  const words = say.requests;
  return (
    <Select<string>
      label={words.when}
      hidesLabel
      options={[
        { value: '', text: words.anyTime },
        ...TIME_RANGES.map((value) => ({ value, text: words.ranges[value] })),
        { value: CUSTOM, text: words.customTime },
      ]}
      value={when}
      onPick={(picked) => onChange(picked === CUSTOM ? { when: picked } : { when: picked, from: '', to: '' })}
    />
  );
}

/** The two moments of one's own, in local time. */
export function CustomTime({ filters: { when, from, to }, onChange }: TimeFilterProps): ReactNode {
  const words = say.requests;
  if (when !== CUSTOM) return null;
  return (
    <>
      <MomentInput
        label={words.from}
        hidesLabel
        prefix={words.from}
        value={from}
        onText={(text) => onChange({ from: text })}
      />
      <MomentInput label={words.to} hidesLabel prefix={words.to} value={to} onText={(text) => onChange({ to: text })} />
    </>
  );
}
