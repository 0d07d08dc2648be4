import type { StateView } from '../../../shared/contract/views.ts';
import type { NotificationTopic } from '../../../shared/settings/settings.ts';

/**
 * Whether a notification may pop up now, by the person's settings. One without a topic is about Purser itself and is
 * told in quiet hours too: it is not said again.
 * @param now epoch milliseconds
 */
export function isWanted(
  { settings: { notifications }, gateway }: Pick<StateView, 'settings' | 'gateway'>,
  topic: NotificationTopic | undefined,
  now: number,
): boolean {
  if (topic === undefined) return true;
  const { on, muted, quiet } = notifications;
  return on && !muted.includes(topic) && !(quiet && isWithin(quiet, minuteOf(now, gateway.timeZone)));
}

/** An end before the start runs past midnight; two that are the same are the whole day. */
function isWithin({ from, to }: { readonly from: number; readonly to: number }, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOf(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [hour = 0, minute = 0] = parts.format(now).split(':').map(Number);
  return hour * 60 + minute;
}
