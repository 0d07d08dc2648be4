import type { AgentView } from '../../../shared/contract/views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { agoText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

/** The activity of an agent: `2 requests running`, `Last seen 4 min ago`, and how fast it spends. */
export function activityText({ running, lastRequestAt }: AgentView, pace: Nanodollars, now: number): string {
  const { agents } = say;
  const seen =
    running > 0
      ? agents.running(running)
      : lastRequestAt === null
        ? agents.neverSeen
        : agents.seen(agoText(lastRequestAt, now));
  return pace > 0 ? agents.atPace(seen, moneyText(pace)) : seen;
}
