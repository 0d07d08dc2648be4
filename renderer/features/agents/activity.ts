import type { AgentView } from '../../../shared/contract/views.ts';
import { moneyText } from '../../state/money-text.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { agoText } from '../../state/format.ts';
import { count } from '../../strings/en/count.ts';

/** What an agent is doing: `2 requests running`, `last seen 4 min ago`, how fast it spends. */
export function activityText({ running, lastRequestAt }: AgentView, pace: Nanodollars, now: number): string {
  const seen = running > 0 ? `${count(running, 'request')} running` : lastRequestAt === null ? 'Never seen yet' : `Last seen ${agoText(lastRequestAt, now)}`;
  return pace > 0 ? `${seen}, ${moneyText(pace)} an hour` : seen;
}
