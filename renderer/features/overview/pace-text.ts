import type { PeriodsView, SeriesView } from '../../../shared/contract/usage-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { ZERO } from '../../../shared/money.ts';
import { capLevel, capRemaining } from '../../../shared/cap-level.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { outlookOf, paceOf } from '../../state/time-and-money/projection.ts';
import type { Projection } from '../../state/time-and-money/projection.ts';
import { say } from '../../strings/say.ts';

interface PaceText {
  readonly speed: string;
  readonly outlook: string;
  readonly saved: string;
}

/** `$2.20 an hour. At this pace Codex reaches its $4.00 today at 16:40.` */
export function paceText(
  state: StateView,
  pace: Pick<SeriesView, 'points'>,
  periods: PeriodsView | undefined,
  now: number,
): PaceText {
  const { timeZone } = state.gateway;
  const rate = paceOf(pace, now);
  const cached = periods?.cacheSavedToday ?? ZERO;
  const saved = cached > 0 ? say.overview.cachesSaved(moneyText(cached)) : '';
  const speed = say.overview.pace(moneyText(rate));
  if (rate === 0) return { speed, outlook: say.overview.nobodySpent, saved };
  const { reached, unknown } = outlookOf(state, pace, now);
  const [next, ...rest] = reached;
  if (next === undefined)
    return {
      speed,
      outlook: unknown.length === 0 ? say.overview.noCapReached : say.overview.mayBeReached(unknown),
      saved,
    };
  const first = nextText(next, now, timeZone);
  return { speed, outlook: rest.length === 0 ? first : `${first} ${say.overview.more(rest.length)}`, saved };
}

/**
 * A cap that is as good as used up hardly has room for a request, so it promises no moment: it may never be reached to
 * the cent.
 */
function nextText({ owner, cap, reachedAt }: Projection, now: number, timeZone: string): string {
  const amount = moneyText(cap.amount);
  if (capLevel(cap) !== 'full') return say.overview.reaches(owner, amount, cap, momentText(reachedAt, now, timeZone));
  const left = capRemaining(cap);
  return left === 0
    ? say.overview.nothingLeft(owner, amount, cap)
    : say.overview.hasLeft(owner, moneyText(left), amount, cap);
}
