import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { paceText } from './pace-text.ts';

/** Tells how fast money goes, which cap that reaches and when, and what caches saved. */
export function PaceLine({ state, now }: { readonly state: StateView; readonly now: number }): ReactNode {
  const { pace, periods } = useDashboard();
  if (pace === undefined) return null;
  const { speed, outlook, saved } = paceText(state, pace, periods, now);
  return (
    <p className="pace" data-testid="pace">
      <strong className="number">{speed}</strong> {outlook} {saved}
    </p>
  );
}
