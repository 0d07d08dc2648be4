import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
import { TimeInput } from '../../ui/form/time-input.tsx';
import { minutesOf, timeOf } from './time-of-day.ts';

type Quiet = Settings['notifications']['quiet'];

const USUAL = { from: 22 * 60, to: 7 * 60 };

/** A stretch of the day in which nothing pops up. */
export function QuietHours({ quiet, onQuiet }: { readonly quiet: Quiet; onQuiet(quiet: Quiet): void }): ReactNode {
  const words = say.settings.notifications;
  // What was typed stays while it is switched off.
  const [last, setLast] = useState(quiet ?? USUAL);
  const change = (changes: Partial<typeof USUAL>): void => {
    const next = { ...last, ...changes };
    setLast(next);
    onQuiet(next);
  };
  return (
    <div className="quiet">
      <label className="check">
        <input type="checkbox" checked={quiet !== null} onChange={() => onQuiet(quiet === null ? last : null)} />
        {words.quietSwitch}
      </label>
      {(['from', 'to'] as const).map((end) => (
        <TimeInput
          key={end}
          label={words.quietEnds[end]}
          disabled={quiet === null}
          value={timeOf(last[end])}
          onText={(text) => {
            const minutes = minutesOf(text);
            if (minutes !== undefined) change({ [end]: minutes });
          }}
        />
      ))}
    </div>
  );
}
