import { billOf } from './bill/bill.ts';
import type { Bill } from './bill/bill.ts';
import { isFelt } from './changes.ts';
import type { Change } from './changes.ts';
import { digText, readJson } from './dig.ts';
import type { Exchange } from './exchange.ts';
import type { Played } from './play-recordings.ts';

/** One played recording, held against what it should have been. */
export interface Judged extends Played {
  readonly statusIsSame: boolean;
  /** The tool got the recorded bytes, all of them and no other. */
  readonly bytesAreSame: boolean;
  /** Undefined where there is no row, or the recording does not say what it cost. */
  readonly bill: Bill | undefined;
  /** The row says `exact`, and is it, to a nano-dollar. Undefined where it does not say so, or nobody can tell. */
  readonly exactIsRight: boolean | undefined;
  /** Limits and tools that are others than the tool asked for, and neither the reply nor the row says so. */
  readonly unsaid: readonly Change[];
}

/** Figures are rounded up at most once on each side. */
const NANODOLLAR = 1;

/** @param all every recording that was played: one may tell in the end what another cost */
export function judge(played: Played, all: readonly Played[]): Judged {
  const { exchange, home, row, got, arrived, changes, served } = played;
  const bill = row && billOf(completedBy(exchange, all) ?? { ...exchange, reply: served }, home, row.settledAt);
  return {
    ...played,
    bill,
    statusIsSame: arrived !== undefined && got.status === exchange.status,
    bytesAreSame: arrived !== undefined && got.whole && got.body.equals(exchange.reply),
    exactIsRight: row?.certainty === 'exact' && bill ? Math.abs(row.cost - bill.nanodollars) <= NANODOLLAR : undefined,
    unsaid: changes.filter((change) => isFelt(change) && !saysSo(change, played)),
  };
}

/** A header of Purser's own on the reply; the row has a mark for limits on the output only. */
function saysSo({ path }: Change, { got, row }: Played): boolean {
  return (
    Object.keys(got.headers).some((name) => name.startsWith('x-purser-')) ||
    (row?.loweredOutput === true && !/tool/.test(path))
  );
}

/** A response that runs in the background is asked for later: the last reply of those says what it used. */
function completedBy({ reply, method }: Exchange, all: readonly Played[]): Exchange | undefined {
  if (method !== 'POST' || !reply.includes('"background":true')) return undefined;
  const id = digText(readJson(reply.toString()), 'id');
  return all.findLast(
    ({ exchange }) =>
      id !== undefined && exchange.method === 'GET' && exchange.url.pathname.endsWith(`/responses/${id}`),
  )?.exchange;
}
