import type { KeyRow, Verdict } from './judge.ts';
import { MOST_ROWS } from './run.ts';
import type { TortureFacts } from './run.ts';

const HEAD = ['sub-key', 'caps', 'bill', 'ledger', 'x', 'used', 'sent', 'served', 'refused', 'aborted', 'broken'];

/** The table that `npm run torture` ends with. */
export function tortureTable(facts: TortureFacts, { rows, findings, overspend }: Verdict): string {
  const sum = (field: 'bill' | 'ledger' | 'sent' | 'served' | 'refused' | 'aborted' | 'broken'): number =>
    rows.reduce((total, row) => total + row[field], 0);
  const lines = families(rows).map((row) =>
    [
      row.name,
      row.caps,
      money(row.bill),
      money(row.ledger),
      times(row),
      `${(row.used * 100).toFixed(1)} %`,
      row.sent,
      row.served,
      row.refused,
      row.aborted,
      row.broken,
    ].map(String),
  );
  const totals = { bill: sum('bill'), ledger: sum('ledger') };
  const total = [
    'all',
    '',
    money(totals.bill),
    money(totals.ledger),
    times(totals),
    '',
    sum('sent'),
    sum('served'),
    sum('refused'),
    sum('aborted'),
    sum('broken'),
  ].map(String);
  const calm = facts.requests.filter(({ phase }) => phase === 'calm');
  return [
    ...align([HEAD, ...lines, total]),
    '',
    `overspend                 ${money(overspend)}`,
    `ledger to bill            ${closeness(facts)}`,
    `held with nothing running ${money(facts.held)}`,
    `requests that surely fit  ${calm.filter(({ kind }) => kind === 'served').length} of ${calm.length} served`,
    `revoke to cut             ${facts.revoke.streams} streams, ${facts.revoke.reportedMs} ms in the ` +
      `gateway, ${facts.revoke.seenMs.toFixed(1)} ms at the slowest client (whose thread once stood still ` +
      `for ${facts.revoke.blindMs.toFixed(1)} ms)`,
    `audit chain               ${facts.audit.entries} ` +
      `entries, ${facts.audit.brokenAt === null ? 'whole' : `broken at ${facts.audit.brokenAt}`}`,
    `time                      ${facts.seconds.toFixed(1)} s`,
    '',
    ...(findings.length === 0 ? ['Everything held.'] : findings),
  ].join('\n');
}

/** The keys of a family (`leaver-0`, `leaver-1`, ...) that has nothing to tell one by one, in one line. */
function families(rows: readonly KeyRow[]): readonly KeyRow[] {
  const names = new Map(rows.map((row) => [row.name, /^(leaver|own-leaver|crash)-/.exec(row.name)?.[1] ?? row.name]));
  return [...new Set(names.values())].map((family) => {
    const members = rows.filter((row) => names.get(row.name) === family);
    return members.reduce((sum, row) => ({
      name: `${family} x ${members.length}`,
      caps: row.caps,
      used: Math.max(sum.used, row.used),
      bill: sum.bill + row.bill,
      ledger: sum.ledger + row.ledger,
      sent: sum.sent + row.sent,
      served: sum.served + row.served,
      refused: sum.refused + row.refused,
      aborted: sum.aborted + row.aborted,
      broken: sum.broken + row.broken,
    }));
  });
}

/** How close the ledger is to the bill; what a kill left at what was held for it is another matter. */
function closeness({ requests, ledgerRows, ledgerTotal, billTotal }: TortureFacts): string {
  const all = `${times({ bill: billTotal, ledger: ledgerTotal })} times`;
  // There were more rows than are listed.
  if (ledgerRows.length >= MOST_ROWS) return all;
  const sumOf = (killed: boolean): { readonly bill: number; readonly ledger: number } => ({
    bill: requests.filter(({ metKill }) => metKill === killed).reduce((sum, { bill }) => sum + bill, 0),
    ledger: ledgerRows
      .filter(({ outcome }) => (outcome === 'crashed') === killed)
      .reduce((sum, { cost }) => sum + cost, 0),
  });
  return `${all}; ${times(sumOf(false))} without what was killed, of which it is ${times(sumOf(true))}`;
}

function times({ bill, ledger }: Pick<KeyRow, 'bill' | 'ledger'>): string {
  return bill > 0 ? (ledger / bill).toFixed(2) : '';
}

function money(nanodollars: number): string {
  return `$${(nanodollars / 1e9).toFixed(6)}`;
}

/** Columns: text to the left, numbers to the right. */
function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
