import type { z } from 'zod';
import type { CostGroup, CostRow, costsQuerySchema, CostSum, CostsView } from '../../../shared/contract/cost-views.ts';
import { agentIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { addMoney, usdText, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { dayRange } from '../../domain/time/day-range.ts';
import type { CostGroupRow, CostSumRow, DearestRows } from '../../ledger/read/read-costs.ts';
import type { Engine } from '../engine.ts';

type CostDeps = Pick<Engine, 'ledger' | 'clock' | 'calendar'> & {
  readonly directory: Pick<Engine['directory'], 'agents' | 'formerAgents' | 'keys' | 'projectOf'>;
};

/** More rows than these nobody reads; the rest is one row. */
const MOST_ROWS = 500;

/** What was used and spent in some days, by group, dearest first, beside the period before. */
export async function readCosts(deps: CostDeps, query: z.output<typeof costsQuerySchema>): Promise<CostsView> {
  const { ledger, clock, calendar, directory } = deps;
  const { by, agentId } = query;
  const { from, to, before } = dayRange(query, clock.now(), calendar);
  // A conversation seldom lasts longer than a period: there is nothing to compare.
  const comparesGroups = before !== null && by !== 'session';
  const span = { from, to, agentId };
  const [{ rows: groups, others: beyond }, then] = await Promise.all([
    by === 'session'
      ? ledger.dearestSessions(span, MOST_ROWS)
      : ledger.costGroups(by, span).then((all) => ({ rows: all, others: null })),
    // All conversations of the period before are many rows; together they are what its models cost.
    before === null ? [] : ledger.costGroups(by === 'session' ? 'provider' : by, { ...before, agentId }),
  ]);
  const known = new Map(byProject(then, by, directory).map(({ id, nanodollars }) => [id, nanodollars]));
  const describe = describer(by, directory);
  const rows = byProject(groups, by, directory)
    .toSorted((left, right) => right.nanodollars - left.nanodollars || right.requests - left.requests)
    .map((row): CostRow => {
      const earlier = comparesGroups ? (known.get(row.id) ?? ZERO) : null;
      return { id: row.id, ...describe(row), ...sumOf(row, earlier) };
    });
  const rest = rows.slice(MOST_ROWS);
  return {
    by,
    from,
    to,
    before,
    rows: rows.slice(0, MOST_ROWS),
    others: rest.length === 0 ? othersOf(beyond) : { groups: rest.length, ...together(rest) },
    total: sumOf(groups.reduce<CostSumRow>(plus, beyond ?? NOTHING), before && addMoney(ZERO, ...then.map(moneyOf))),
  };
}

function sumOf(row: CostSumRow, before: Nanodollars | null): CostSum {
  const { requests, inputTokens, cachedTokens, outputTokens, nanodollars } = row;
  return { requests, inputTokens, cachedTokens, outputTokens, nanodollars, usd: usdText(nanodollars), before };
}

/** Conversations that were not read one by one. */
function othersOf(beyond: DearestRows['others']): CostsView['others'] {
  return beyond && { groups: beyond.groups, ...sumOf(beyond, null) };
}

const moneyOf = ({ nanodollars }: CostSumRow): Nanodollars => nanodollars;

function together(rows: readonly CostRow[]): CostSum {
  const before = rows.some((row) => row.before === null) ? null : addMoney(...rows.map((row) => row.before ?? ZERO));
  return sumOf(rows.reduce<CostSumRow>(plus, NOTHING), before);
}

const NOTHING: CostSumRow = { requests: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, nanodollars: ZERO };

function plus(left: CostSumRow, right: CostSumRow): CostSumRow {
  return {
    requests: left.requests + right.requests,
    inputTokens: left.inputTokens + right.inputTokens,
    cachedTokens: left.cachedTokens + right.cachedTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    nanodollars: addMoney(left.nanodollars, right.nanodollars),
  };
}

/** Sums the groups of sub-keys and repositories by the folders that they belong to. */
function byProject(
  groups: readonly CostGroupRow[],
  by: CostGroup,
  { projectOf }: CostDeps['directory'],
): readonly CostGroupRow[] {
  if (by !== 'project') return groups;
  const sums = new Map<string, CostGroupRow>();
  for (const row of groups) {
    const key = subKeyIdSchema.safeParse(row.id);
    const id = key.success ? (projectOf(key.data) ?? '') : row.id;
    const known = sums.get(id);
    sums.set(id, { ...row, ...(known && plus(known, row)), id });
  }
  return [...sums.values()];
}

/** How people call a group, and whose it is. */
function describer(
  by: CostGroup,
  directory: CostDeps['directory'],
): (row: CostGroupRow) => Pick<CostRow, 'name' | 'agent'> {
  const agents = new Map<string, string>(
    [...directory.agents(), ...directory.formerAgents()].map(({ id, name }) => [id, name]),
  );
  const keys = new Map<string, { readonly name: string | null; readonly hint: string; readonly agentId: string }>(
    directory.keys().map((key) => [key.id, key]),
  );
  const agentOfKey = (id: string): string | null => agents.get(keys.get(id)?.agentId ?? '') ?? null;
  return ({ id, subKeyId }) => {
    switch (by) {
      case 'agent': {
        const name = agents.get(agentIdSchema.safeParse(id).data ?? '') ?? id;
        return { name, agent: name };
      }
      case 'key': {
        const key = keys.get(id);
        return { name: key === undefined ? id : (key.name ?? `…${key.hint}`), agent: agentOfKey(id) };
      }
      case 'session':
        return { name: id, agent: id === '' ? null : agentOfKey(subKeyId) };
      case 'model':
      case 'provider':
      case 'project':
        return { name: id, agent: null };
    }
  };
}
