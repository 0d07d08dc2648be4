import { windowWords } from '../../../shared/cap.ts';
import type { PeriodsView, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/money-text.ts';
import { momentText } from '../../state/format.ts';
import { paceOf, projections } from '../../state/projection.ts';

interface PaceText {
  readonly speed: string;
  readonly outlook: string;
  readonly saved: string;
}

/** `$2.20 an hour now. At this pace Codex reaches its $4.00 today at 16:40.` */
export function paceText(state: StateView, pace: Pick<SeriesView, 'points'>, periods: PeriodsView | undefined, now: number): PaceText {
  const { timeZone } = state.gateway;
  const rate = paceOf(pace, now);
  const cached = periods?.cacheSavedToday ?? 0;
  const saved = cached > 0 ? `Prompt caches saved ${moneyText(periods?.cacheSavedToday ?? rate)} today.` : '';
  if (rate === 0) return { speed: '$0.00 an hour.', outlook: 'Nobody spent in the last 15 minutes.', saved };
  const [next, ...rest] = projections(state, pace, now);
  const speed = `${moneyText(rate)} an hour.`;
  if (next === undefined) return { speed, outlook: 'At this pace no cap is reached before it resets.', saved };
  const whose = next.whose === 'everything' ? 'everything together' : next.whose;
  const more = rest.length === 0 ? '' : ` ${rest.length} more ${rest.length === 1 ? 'cap follows' : 'caps follow'}.`;
  const outlook = `At this pace ${whose} reaches ${moneyText(next.cap.amount)} ${windowWords(next.cap)} at ${momentText(next.reachedAt, now, timeZone)}.${more}`;
  return { speed, outlook, saved };
}
