import type { AgentId } from '../../shared/ids.ts';
import { addMoney, ZERO } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { WindowCalendar } from '../domain/windows.ts';
import type { BucketRow } from '../ledger/read-usage.ts';
import type { Clock } from '../ports.ts';

/** What an agent has spent, settled only. */
export interface AgentTally {
  readonly spentToday: Nanodollars;
  readonly spentTotal: Nanodollars;
  readonly requestsToday: number;
  /** When its newest settled request began; null when there was none. */
  readonly lastRequestAt: number | null;
}

interface AgentTallies {
  of(id: AgentId): AgentTally;
  add(id: AgentId, startedAt: number, cost: Nanodollars): void;
  /** Corrects the cost of a request that was added before. */
  correct(id: AgentId, startedAt: number, difference: Nanodollars): void;
}

const EMPTY: AgentTally = { spentToday: ZERO, spentTotal: ZERO, requestsToday: 0, lastRequestAt: null };

/** Keeps one running tally per agent, so that the tray and the dashboard never wait for a query. */
export function createAgentTally(calendar: WindowCalendar, clock: Clock, history: readonly BucketRow[]): AgentTallies {
  const tallies = new Map<AgentId, AgentTally>();
  let today = calendar.spanAt('day', clock.now());

  const roll = (): void => {
    const now = clock.now();
    if (today.end === null || now < today.end) return;
    today = calendar.spanAt('day', now);
    for (const [id, tally] of tallies) tallies.set(id, { ...tally, spentToday: ZERO, requestsToday: 0 });
  };
  const add = (id: AgentId, startedAt: number, cost: Nanodollars, requests: number): void => {
    roll();
    const tally = tallies.get(id) ?? EMPTY;
    const isToday = startedAt >= today.start;
    tallies.set(id, {
      spentTotal: addMoney(tally.spentTotal, cost),
      spentToday: isToday ? addMoney(tally.spentToday, cost) : tally.spentToday,
      requestsToday: tally.requestsToday + (isToday ? requests : 0),
      lastRequestAt: Math.max(tally.lastRequestAt ?? startedAt, startedAt),
    });
  };
  for (const row of history) add(row.agentId, row.bucket, row.cost, row.requests);

  return {
    of(id) {
      roll();
      return tallies.get(id) ?? EMPTY;
    },
    add: (id, startedAt, cost) => add(id, startedAt, cost, 1),
    correct: (id, startedAt, difference) => add(id, startedAt, difference, 0),
  };
}
