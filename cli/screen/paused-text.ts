import type { StateView } from '../../shared/contract/views.ts';
import { clockTime } from './dashboard-text.ts';
import { inStyle } from './screen-text.ts';
import type { ScreenText } from './screen-text.ts';

/** The first line of every overview while everything is paused; none otherwise. */
export function pausedText(
  { everythingPaused, everythingPausedAt = null }: Pick<StateView, 'everythingPaused' | 'everythingPausedAt'>,
  now = Date.now(),
): readonly ScreenText[] {
  if (!everythingPaused) return [];
  const since = everythingPausedAt === null ? '' : ` since ${sinceText(everythingPausedAt, now)}`;
  return [inStyle('yellow', `PAUSED${since}: every request is refused. Resume: purser resume`)];
}

/** `02:13` today, else with the day. */
function sinceText(at: number, now: number): string {
  const [day, time] = [new Date(at), clockTime(at)];
  if (day.toDateString() === new Date(now).toDateString()) return time;
  return `${day.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ${time}`;
}
