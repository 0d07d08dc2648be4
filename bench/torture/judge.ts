import type { Billed, TortureFacts } from './run.ts';
import { matchesGlob } from '../../gateway/domain/policy/glob.ts';
import { isFaulty, SHARED_CAPS } from './plan.ts';
import type { KeyPlan } from './request.ts';
import { capOf } from './stage.ts';
import type { RevokeSeen } from './revoke.ts';

/** One line of the table: a sub-key. Money in nano-dollars. */
export interface KeyRow {
  readonly name: string;
  readonly caps: string;
  /** The highest bill against the cap that came nearest, as a share of that cap. */
  readonly used: number;
  readonly bill: number;
  readonly ledger: number;
  readonly sent: number;
  readonly served: number;
  readonly refused: number;
  readonly aborted: number;
  readonly broken: number;
}

/** The verdict. Without a sentence in `findings`, everything held. */
export interface Verdict {
  readonly rows: readonly KeyRow[];
  readonly findings: readonly string[];
  /** Names of the keys whose money does not add up. */
  readonly suspects: readonly string[];
  /** Nano-dollars above any cap, all keys together. */
  readonly overspend: number;
}

/** The promise about a revoke. */
const REVOKE_WITHIN_MS = 100;

/**
 * Compares what was promised with what the provider, the ledger and the clients saw.
 * @param revokedWithinMs within which a revoke must have cut everything; more on a machine that is busy with other
 * things too
 */
export function judge(facts: TortureFacts, revokedWithinMs = REVOKE_WITHIN_MS): Verdict {
  const perKey = facts.keys.map(({ plan, view }) => {
    const requests = facts.requests.filter((request) => request.plan.key.name === plan.name);
    const ledger = view.caps.find(({ window }) => window === 'total')?.spent ?? 0;
    const promised = facts.powerCut ? requests.filter((request) => !isUnheard(request)) : requests;
    const bills = plan.caps.flatMap((text) => billsAgainst(text, promised));
    const over = Math.max(0, ...bills.map(({ bill, allowed }) => bill - allowed));
    const row: KeyRow = {
      name: plan.name,
      caps: plan.caps.join(' '),
      used: Math.max(...bills.map(({ bill, allowed }) => bill / allowed)),
      bill: sumBills(requests),
      ledger,
      sent: requests.length,
      served: count(requests, 'served'),
      refused: count(requests, 'refused'),
      aborted: count(requests, 'aborted'),
      broken: count(requests, 'broken') + count(requests, 'failed') + count(requests, 'cut'),
    };
    return {
      row,
      over,
      findings: [...bills.flatMap((bill) => capFinding(row, bill)), ...ledgerFinding(row, sumBills(promised))],
    };
  });
  const rows = perKey.map(({ row }) => row);
  return {
    rows,
    suspects: perKey.filter(({ findings }) => findings.length > 0).map(({ row }) => row.name),
    overspend: perKey.reduce((sum, { over }) => sum + over, 0),
    findings: [
      ...perKey.flatMap(({ findings }) => findings),
      ...SHARED_CAPS.flatMap((cap) => sharedFinding(facts, cap)),
      ...totalFindings(facts, rows),
      ...revokeFindings(facts.revoke, revokedWithinMs),
      ...facts.requests.flatMap((request) => serviceFinding(request, facts.revoke)),
    ],
  };
}

/** Roles whose requests may be refused by a cap. */
const RUN_INTO_CAPS: ReadonlySet<KeyPlan['role']> = new Set(['tight', 'burst', 'shared']);

/** What several sub-keys cost together, or one on some models, against the cap on that. */
function sharedFinding(
  { requests, powerCut }: TortureFacts,
  { name, agents, models, cap }: (typeof SHARED_CAPS)[number],
): readonly string[] {
  const mine = requests.filter(
    (request) =>
      agents.some((agent) => agent === request.plan.key.agent) &&
      (models === undefined || matchesGlob(models, request.plan.model)) &&
      !(powerCut && isUnheard(request)),
  );
  const [bill, allowed] = [sumBills(mine), capOf(cap).amount];
  if (mine.length > 0 && bill === 0) return [`SHARED: ${name} cost nothing: nothing was proved.`];
  return bill <= allowed ? [] : [`OVERSPEND: ${name} cost ${usd(bill)} with a cap of ${cap}.`];
}

interface BillAgainst {
  readonly text: string;
  readonly bill: number;
  readonly allowed: number;
}

/**
 * The charges in each window of a cap. A request that ran while the clock jumped may belong to either day: it
 * counts against both days together only.
 */
function billsAgainst(text: string, requests: readonly Billed[]): readonly BillAgainst[] {
  const { window, amount } = capOf(text);
  if (window === 'total') return [{ text, bill: sumBills(requests), allowed: amount }];
  const days = [...new Set(requests.flatMap((request) => request.days))];
  const each = days.map((day) => ({
    text: `${text}, day ${day + 1}`,
    bill: sumBills(requests.filter((request) => request.days.length === 1 && request.days[0] === day)),
    allowed: amount,
  }));
  return [...each, { text: `${text}, all days`, bill: sumBills(requests), allowed: amount * days.length }];
}

function capFinding({ name }: KeyRow, { text, bill, allowed }: BillAgainst): readonly string[] {
  return bill <= allowed
    ? []
    : [`OVERSPEND: ${name} cost ${usd(bill)} with a cap of ${text}: ${usd(bill - allowed)} too much.`];
}

/**
 * A power cut may take the record of a request that was just sent, before anybody saw a byte of its reply (ADR 0026).
 */
function isUnheard({ metKill, bytes }: Billed): boolean {
  return metKill && bytes === 0;
}

function ledgerFinding({ name, ledger }: KeyRow, bill: number): readonly string[] {
  return ledger >= bill
    ? []
    : [`LEDGER: ${name} cost ${usd(bill)}, and the ledger knows ${usd(ledger)}: ${usd(bill - ledger)} are missing.`];
}

function totalFindings(facts: TortureFacts, rows: readonly KeyRow[]): readonly string[] {
  const { audit, exit } = facts;
  const known = rows.reduce((sum, row) => sum + row.ledger, 0);
  const billed = rows.reduce((sum, row) => sum + row.bill, 0);
  return [
    ...(facts.held === 0 ? [] : [`RESERVATIONS: ${usd(facts.held)} stay held though nothing runs.`]),
    ...(facts.requests.some(({ metKill, bill }) => metKill && bill > 0)
      ? []
      : ['KILL: no request that had cost something was killed: nothing was proved.']),
    ...(known === facts.ledgerTotal
      ? []
      : [`LEDGER: its sum is ${usd(facts.ledgerTotal)}, its sub-keys sum up to ${usd(known)}.`]),
    ...(billed === facts.billTotal
      ? []
      : [`BILL: ${usd(facts.billTotal - billed)} were charged to nobody: the torture itself is at fault.`]),
    ...(audit.brokenAt === null && audit.entries > 0
      ? []
      : [`AUDIT: the chain of ${audit.entries} entries breaks at ${audit.brokenAt ?? 'its start'}.`]),
    ...(exit[0] === 0 ? [] : [`EXIT: serve ended with ${String(exit[0] ?? exit[1])} when asked to stop.`]),
  ];
}

function revokeFindings(
  { streams, reportedMs, seenMs, blindMs }: RevokeSeen,
  revokedWithinMs: number,
): readonly string[] {
  return [
    ...(streams > 0 ? [] : ['REVOKE: no stream ran when the key was revoked: nothing was measured.']),
    ...(reportedMs < revokedWithinMs ? [] : [`REVOKE: the gateway took ${reportedMs} ms to cut.`]),
    ...(seenMs < revokedWithinMs
      ? []
      : [
          `REVOKE: the last byte came ${seenMs.toFixed(1)} ms after the call (the watching thread once stood still ` +
            `for ${blindMs.toFixed(1)} ms).`,
        ]),
  ];
}

/** No request may end in a way that nobody caused. */
function serviceFinding(
  { plan, phase, kind, status, code, message, metKill, bill, sentAt, endedAt }: Billed,
  revoke: RevokeSeen,
): readonly string[] {
  const says = (why: string): readonly string[] => [
    `SERVICE: ${plan.marker} of ${plan.key.name} (${plan.dialect}, ${plan.model}) ${why}.`,
  ];
  const how = `${kind} with ${status ?? 'no status'}${code === undefined ? '' : ` ${code} (${message ?? ''})`}`;
  if (phase === 'calm') return kind === 'served' ? [] : says(`surely fits and was ${how}`);
  if (plan.key.role === 'revoked') {
    if (sentAt > revoke.answeredAt && (kind !== 'aborted' || bill > 0))
      return code === 'sub-key-revoked' && bill === 0
        ? []
        : says(`was sent after the revoke, cost ${usd(bill)} and was ${how}`);
    if (endedAt > revoke.calledAt && code === 'sub-key-revoked') return [];
  }
  if (kind === 'refused') {
    if (RUN_INTO_CAPS.has(plan.key.role) && code === 'cap') return [];
    return says(`was ${how}, though its cap can never be used up`);
  }
  const allowed = kind === 'served' || kind === 'aborted' || metKill || isFaulty(plan);
  return allowed ? [] : says(`ended ${how}, and nobody caused that`);
}

function count(requests: readonly Billed[], kind: Billed['kind']): number {
  return requests.filter((request) => request.kind === kind).length;
}

function sumBills(requests: readonly Billed[]): number {
  return requests.reduce((sum, { bill }) => sum + bill, 0);
}

/** Nano-dollars as dollars, in full: a finding may be about one of them. */
function usd(nanodollars: number): string {
  return `$${(nanodollars / 1e9).toFixed(9).replace(/0{1,5}$/, '')}`;
}
