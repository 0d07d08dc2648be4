import { COST_GROUPS, COST_RANGES } from '../../../shared/contract/cost-views.ts';
import type { CostGroup, CostRange, CostsQuery } from '../../../shared/contract/cost-views.ts';
import { agentIdSchema } from '../../../shared/ids.ts';
import type { AgentId } from '../../../shared/ids.ts';

/** Columns that can be chosen; the name of the group always stands in front, and the dollars are in sight on a narrow screen. */
export const COST_COLUMNS = [
  'cost',
  'requests',
  'input',
  'cached',
  'output',
  'hitRate',
  'perRequest',
  'change',
] as const;
export type CostColumn = (typeof COST_COLUMNS)[number];
export type SortColumn = CostColumn | 'name';

/** Days of the person's calendar, as YYYY-MM-DD, both included. */
export interface Days {
  readonly since: string;
  readonly until: string;
}

/** Everything that a person chose on the page of costs. All of it stands in the address. */
export interface CostChoice {
  readonly by: CostGroup;
  readonly range: CostRange;
  /** Instead of the range. */
  readonly days: Days | undefined;
  readonly agent: AgentId | undefined;
  readonly sort: { readonly column: SortColumn; readonly down: boolean };
  readonly columns: readonly CostColumn[];
  /** The month on the calendar, as YYYY-MM; undefined: the one that runs. */
  readonly month: string | undefined;
}

export const USUAL_CHOICE: CostChoice = {
  by: 'model',
  range: 'month',
  days: undefined,
  agent: undefined,
  sort: { column: 'cost', down: true },
  columns: COST_COLUMNS,
  month: undefined,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address. What it does not know is as usual, so that an old address shows something. */
export function choiceOf(params: Readonly<Record<string, string>>): CostChoice {
  const { since = '', until = since, month = '', sort = '', columns } = params;
  const down = sort.startsWith('-');
  const column = (['name', ...COST_COLUMNS] as const).find((one) => one === sort.replace(/^-/, ''));
  const chosen = columns?.split(',');
  return {
    by: COST_GROUPS.find((one) => one === params['by']) ?? USUAL_CHOICE.by,
    range: COST_RANGES.find((one) => one === params['range']) ?? USUAL_CHOICE.range,
    days: DAY.test(since) && DAY.test(until) && since <= until ? { since, until } : undefined,
    agent: agentIdSchema.safeParse(params['agent']).data,
    sort: column === undefined ? USUAL_CHOICE.sort : { column, down },
    columns: chosen === undefined ? COST_COLUMNS : COST_COLUMNS.filter((one) => chosen.includes(one)),
    month: /^\d{4}-\d{2}$/.test(month) ? month : undefined,
  };
}

/** The choice as an address has it: only what is not as usual. */
export function addressOf({
  by,
  range,
  days,
  agent,
  sort,
  columns,
  month,
}: CostChoice): Readonly<Record<string, string>> {
  const isUsualSort = sort.column === USUAL_CHOICE.sort.column && sort.down === USUAL_CHOICE.sort.down;
  return {
    ...(by !== USUAL_CHOICE.by && { by }),
    ...(days === undefined && range !== USUAL_CHOICE.range && { range }),
    ...(days !== undefined && { since: days.since, until: days.until }),
    ...(agent !== undefined && { agent }),
    ...(!isUsualSort && { sort: `${sort.down ? '-' : ''}${sort.column}` }),
    ...(columns.length !== COST_COLUMNS.length && { columns: columns.join(',') }),
    ...(month !== undefined && { month }),
  };
}

/** What is asked of the gateway for it. */
export function queryOf({ by, range, days, agent }: CostChoice): CostsQuery {
  return { by, ...(days ?? { range }), ...(agent !== undefined && { agentId: agent }) };
}
