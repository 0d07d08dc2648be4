import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { StateView } from '../../../../shared/contract/views.ts';
import { usdText } from '../../../../shared/money.ts';
import type { Session } from '../../../state/live/session.ts';
import { localText } from '../../../state/time-and-money/zoned.ts';
import { refusalSentence } from '../../../state/words/refusal-sentence.ts';
import { say } from '../../../strings/say.ts';
import { csvText } from '../../../state/words/csv-text.ts';
import { certaintyName } from '../certainty.ts';
import { endedAt, inOneList, isRefused } from '../listed.ts';
import type { Listed } from '../listed.ts';
import type { Search } from '../pager.ts';

const PAGE = 1_000;
/** Most rows of one file: more than a spreadsheet is pleasant with. */
const MOST_ROWS = 100_000;

/** Reads every request of a search, newest first, up to as many as fit into a file. */
export async function readAll(call: Session['call'], search: Search): Promise<readonly Listed[]> {
  const rows: Listed[] = [];
  let cursor: string | null = null;
  do {
    const asked: string | null = cursor;
    const ask = (gateway: GatewayClient): ReturnType<GatewayClient['usage']['search']> =>
      gateway.usage.search({ ...search, limit: PAGE, ...(asked !== null && { cursor: asked }) });
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const page = await call(ask);
    rows.push(...inOneList(page.requests, page.refusals));
    cursor = page.next;
  } while (cursor !== null && rows.length < MOST_ROWS);
  return rows.slice(0, MOST_ROWS);
}

/** Requests as comma-separated values: local times, exact dollars, tokens by kind, how each ended and why. */
export function requestsCsv(rows: readonly Listed[], { gateway: { timeZone }, keys }: StateView): string {
  const { csv } = say.requests;
  const hints = new Map<string, string>(keys.map(({ id, hint }) => [id, hint]));
  const projects = new Map<string, string | null>(keys.map(({ id, project }) => [id, project]));
  const head = [
    csv.ended(timeZone),
    csv.began(timeZone),
    csv.seconds,
    csv.agent,
    csv.subKey,
    csv.project,
    csv.session,
    csv.provider,
    csv.endpoint,
    csv.model,
    csv.outcome,
    csv.times,
    csv.status,
    csv.rule,
    csv.sentence,
    csv.input,
    csv.cacheRead,
    csv.cacheWrite,
    csv.output,
    csv.cost,
    csv.certainty,
    csv.request,
  ];
  const line = (row: Listed): readonly string[] => [
    localText(endedAt(row), timeZone),
    localText(isRefused(row) ? row.firstAt : row.startedAt, timeZone),
    isRefused(row) ? '' : String((row.settledAt - row.startedAt) / 1_000),
    row.agent ?? '',
    row.subKeyId === null ? '' : (hints.get(row.subKeyId) ?? row.subKeyId),
    row.subKeyId === null ? '' : (projects.get(row.subKeyId) ?? ''),
    row.session ?? '',
    row.provider,
    row.endpoint,
    row.model,
    say.requests.outcomes[row.outcome],
    isRefused(row) ? String(row.count) : '1',
    row.status === null ? '' : String(row.status),
    ...(isRefused(row)
      ? [row.rule, refusalSentence(row, timeZone), '', '', '', '', '0.00', '']
      : [
          '',
          '',
          String(row.inputTokens),
          String(row.cacheReadTokens),
          String(row.cacheWriteTokens),
          String(row.outputTokens),
          usdText(row.cost),
          certaintyName(row),
        ]),
    row.id,
  ];
  return csvText([head, ...rows.map(line)]);
}
