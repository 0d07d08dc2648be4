import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
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
        <label key={end} className="quiet-end">
          {words.quietEnds[end]}
          <span className="field-box">
            <input
              type="time"
              disabled={quiet === null}
              value={timeOf(last[end])}
              onChange={({ currentTarget: { value } }) => {
                const minutes = minutesOf(value);
                if (minutes !== undefined) change({ [end]: minutes });
              }}
            />
          </span>
        </label>
      ))}
    </div>
  );
}
