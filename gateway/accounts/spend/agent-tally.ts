import type { AgentId } from '../../../shared/ids.ts';
import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dateBy } from '../../domain/time/clock-back.ts';
import { createSpendHistory } from '../../domain/caps/spend-history.ts';
import type { SpendHistory } from '../../domain/caps/spend-history.ts';
import type { WindowCalendar } from '../../domain/time/windows.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';
import type { Clock } from '../../platform/ports.ts';

/** An agent's spending, settled requests only. */
export interface AgentTally {
  readonly spentToday: Nanodollars;
  readonly spentTotal: Nanodollars;
  readonly requestsToday: number;
  /** When its newest settled request began; null when there is none. */
  readonly lastRequestAt: number | null;
}

interface AgentTallies {
  of(id: AgentId): AgentTally;
  add(id: AgentId, startedAt: number, cost: Nanodollars): void;
  /** Corrects the cost of a request that was added earlier. */
  correct(id: AgentId, startedAt: number, difference: Nanodollars): void;
  /** Counts what one has spent as another's, from then on too. */
  merge(id: AgentId, into: AgentId): void;
  /** Handles a clock that went back: today is the day of `now`, and includes whatever was spent later. */
  goBack(now: number): void;
}

/** One agent's tally, with its spending by minute: a clock that goes back makes an earlier day today. */
interface Kept {
  tally: AgentTally;
  readonly costs: SpendHistory;
  readonly requests: SpendHistory;
}

const EMPTY: AgentTally = { spentToday: ZERO, spentTotal: ZERO, requestsToday: 0, lastRequestAt: null };

/** Keeps a running tally for each agent, so that the tray and the dashboard never wait for a query. */
export function createAgentTally(calendar: WindowCalendar, clock: Clock, history: readonly BucketRow[]): AgentTallies {
  const agents = new Map<AgentId, Kept>();
  let today = calendar.spanAt('day', clock.now());

  const roll = (): void => {
    const now = clock.now();
    if (today.end === null || now < today.end) return;
    today = calendar.spanAt('day', now);
    for (const kept of agents.values()) kept.tally = { ...kept.tally, spentToday: ZERO, requestsToday: 0 };
  };
  const add = (id: AgentId, startedAt: number, cost: Nanodollars, requests: number): void => {
    roll();
    const kept = agents.get(id) ?? { tally: EMPTY, costs: createSpendHistory(), requests: createSpendHistory() };
    agents.set(id, kept);
    kept.costs.add(startedAt, cost);
    kept.requests.add(startedAt, nanodollarsOf(requests));
    const { tally } = kept;
    const isToday = startedAt >= today.start;
    kept.tally = {
      spentTotal: addMoney(tally.spentTotal, cost),
      spentToday: isToday ? addMoney(tally.spentToday, cost) : tally.spentToday,
      requestsToday: tally.requestsToday + (isToday ? requests : 0),
      lastRequestAt: Math.max(tally.lastRequestAt ?? startedAt, startedAt),
    };
  };
  for (const row of history) add(row.agentId, row.bucket, row.cost, row.requests);

  return {
    of(id) {
      roll();
      return agents.get(id)?.tally ?? EMPTY;
    },
    add: (id, startedAt, cost) => add(id, startedAt, cost, 1),
    correct: (id, startedAt, difference) => add(id, startedAt, difference, 0),
    merge(id, into) {
      roll();
      const [from, to] = [agents.get(id), agents.get(into)];
      if (from && to) {
        to.costs.addAll(from.costs);
        to.requests.addAll(from.requests);
        to.tally = {
          spentToday: addMoney(to.tally.spentToday, from.tally.spentToday),
          spentTotal: addMoney(to.tally.spentTotal, from.tally.spentTotal),
          requestsToday: to.tally.requestsToday + from.tally.requestsToday,
          lastRequestAt: latest(to.tally.lastRequestAt, from.tally.lastRequestAt),
        };
      }
      const kept = to ?? from ?? { tally: EMPTY, costs: createSpendHistory(), requests: createSpendHistory() };
      for (const one of [id, into]) agents.set(one, kept);
    },
    goBack(now) {
      today = calendar.spanAt('day', now);
      for (const kept of agents.values()) {
        const { tally, costs, requests } = kept;
        for (const past of [costs, requests]) past.goBack(now);
        const lastRequestAt = tally.lastRequestAt === null ? null : dateBy(tally.lastRequestAt, now);
        const [spentToday, requestsToday] = [costs.since(today.start), requests.since(today.start)];
        kept.tally = { ...tally, spentToday, requestsToday, lastRequestAt };
      }
    },
  };
}

function latest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
