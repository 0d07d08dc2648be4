import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { paceText } from './pace-text.ts';

/** Tells how fast money goes, which cap that reaches and when, and what caches saved. */
export function PaceLine({ state, now }: { readonly state: StateView; readonly now: number }): ReactNode {
  const { pace, periods } = useDashboard();
  if (pace === undefined) return null;
  const { speed, outlook, saved } = paceText(state, pace, periods, now);
  // While everything is paused there is no pace: the line above the page says so.
  if (state.everythingPaused) return saved === '' ? null : <p className="pace">{saved}</p>;
  return (
    <p className="pace" data-testid="pace">
      <strong className="number">{speed}</strong> {outlook} {saved}
    </p>
  );
}
