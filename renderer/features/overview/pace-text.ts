import type { PeriodsView, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { ZERO } from '../../../shared/money.ts';
import { moneyText } from '../../state/money-text.ts';
import { momentText } from '../../state/format.ts';
import { paceOf, projections } from '../../state/projection.ts';
import { say } from '../../strings/say.ts';

interface PaceText {
  readonly speed: string;
  readonly outlook: string;
  readonly saved: string;
}

/** `$2.20 an hour now. At this pace Codex reaches its $4.00 today at 16:40.` */
export function paceText(state: StateView, pace: Pick<SeriesView, 'points'>, periods: PeriodsView | undefined, now: number): PaceText {
  const { timeZone } = state.gateway;
  const rate = paceOf(pace, now);
  const cached = periods?.cacheSavedToday ?? ZERO;
  const saved = cached > 0 ? say.overview.cachesSaved(moneyText(cached)) : '';
  const speed = say.overview.pace(moneyText(rate));
  if (rate === 0) return { speed, outlook: say.overview.nobodySpent, saved };
  const [next, ...rest] = projections(state, pace, now);
  if (next === undefined) return { speed, outlook: say.overview.noCapReached, saved };
  const first = say.overview.reaches(next.agent, moneyText(next.cap.amount), next.cap, momentText(next.reachedAt, now, timeZone));
  return { speed, outlook: rest.length === 0 ? first : `${first} ${say.overview.more(rest.length)}`, saved };
}
