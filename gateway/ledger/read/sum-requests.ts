import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { RequestSum } from '../../../shared/contract/usage-views.ts';
import { addMoney, ZERO } from '../../../shared/money.ts';
import type { Connection } from '../../platform/connection.ts';
import { beginningOf, subjectCondition } from './search-conditions.ts';
import type { Filters, SearchPosition } from './search-conditions.ts';
import { countRefusals, wantsRefusals } from './search-refusals.ts';
import { fewRows, nextWindow, rowsInRepository } from './search-requests.ts';
import type { Rows } from './search-requests.ts';

type Sum = Omit<RequestSum, 'next'>;
const sumRow = z.object({
  requests: z.int(),
  cost: nanodollarsSchema,
  inputTokens: z.int(),
  outputTokens: z.int(),
});
type SumRow = z.infer<typeof sumRow>;

/**
 * Adds up the requests of a search behind `from`. What the rollups know comes from them; anything else from the rows, a
 * window of them at a time, like a search.
 */
export async function sumRequests(
  connection: Connection,
  search: Filters,
  from: SearchPosition | undefined,
): Promise<Sum & { readonly next: SearchPosition | undefined }> {
  const start = beginningOf(search, from);
  const isFirst = from === undefined;
  const [{ rows, next }, aside, refused] = await Promise.all([
    sumSettled(connection, search, start),
    isFirst ? sumAside(connection, search, start) : [],
    isFirst && wantsRefusals(search) ? countRefusals(connection, search, start) : 0,
  ]);
  return { ...addRows([...rows, ...aside]), refused, next };
}

async function sumSettled(
  connection: Connection,
  search: Filters,
  start: SearchPosition,
): Promise<{ readonly rows: readonly SumRow[]; readonly next: SearchPosition | undefined }> {
  if (search.outcome === 'refused') return { rows: [], next: undefined };
  if (isInRollups(search)) return { rows: [await sumRollups(connection, search)], next: undefined };
  const few = fewRows(search, start);
  if (few) return { rows: [await sumRows(connection, few)], next: undefined };
  const window = await nextWindow(connection, search, start);
  return { rows: [await sumRows(connection, window)], next: window.end };
}

/** What the window does not have: the requests in a project's repository, which have an index of their own. */
async function sumAside(connection: Connection, search: Filters, start: SearchPosition): Promise<readonly SumRow[]> {
  const rows = search.outcome === 'refused' ? undefined : rowsInRepository(search, start);
  return rows === undefined ? [] : [await sumRows(connection, rows)];
}

/** Rollups know who, where and which model, but neither a moment nor an end. */
function isInRollups({ from, to, outcome, certainty, session, text = '' }: Filters): boolean {
  return text === '' && [from, to, outcome, certainty, session].every((one) => one === undefined);
}

async function sumRollups(connection: Connection, search: Filters): Promise<SumRow> {
  const { sql, params } = subjectCondition(search, 'u');
  const [row] = await connection.all(
    `SELECT IFNULL(SUM(requests), 0) AS requests, IFNULL(SUM(cost), 0) AS cost,
       IFNULL(SUM(input_tokens), 0) AS inputTokens, IFNULL(SUM(output_tokens), 0) AS outputTokens
     FROM rollups u WHERE TRUE${sql}`,
    params,
  );
  return sumRow.parse(row);
}

async function sumRows(connection: Connection, { sql, params }: Rows): Promise<SumRow> {
  const [row] = await connection.all(
    `SELECT COUNT(*) AS requests, IFNULL(SUM(r.cost), 0) AS cost, IFNULL(SUM(r.input_tokens), 0) AS inputTokens,
       IFNULL(SUM(r.output_tokens), 0) AS outputTokens ${sql}`,
    params,
  );
  return sumRow.parse(row);
}

function addRows(rows: readonly SumRow[]): SumRow {
  return rows.reduce(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      cost: addMoney(sum.cost, row.cost),
      inputTokens: sum.inputTokens + row.inputTokens,
      outputTokens: sum.outputTokens + row.outputTokens,
    }),
    { requests: 0, cost: ZERO, inputTokens: 0, outputTokens: 0 },
  );
}
