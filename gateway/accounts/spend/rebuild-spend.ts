import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { PastSpend } from '../../domain/caps/cap-book.ts';
import { dateBy } from '../../domain/time/clock-back.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { BucketRow } from '../../ledger/read/read-usage.ts';
import { BUCKET_MS, statements } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';

function scopesOf(row: BucketRow, group: string | undefined): readonly PolicyScope[] {
  return [
    scopeOf('key', row.subKeyId),
    scopeOf('agent', row.agentId),
    scopeOf('provider', row.provider),
    EVERYTHING,
    ...(group === undefined ? [] : [scopeOf('group', group)]),
  ];
}

/** Spending before this start, by scope. */
export type Past = Map<PolicyScope, PastSpend[]>;

/**
 * Reads past spending from the ledger. A quarter hour is dated at its last minute, so that a rolling window never
 * forgets it too early.
 */
export function pastOf(
  buckets: readonly BucketRow[],
  amountOf: (row: BucketRow) => Nanodollars,
  groupOf: (agent: BucketRow['agentId']) => string | undefined = () => undefined,
): Past {
  const past: Past = new Map();
  for (const row of buckets) {
    const spend = { at: row.bucket + BUCKET_MS - 60_000, cost: amountOf(row) };
    for (const scope of scopesOf(row, groupOf(row.agentId))) {
      const list = past.get(scope);
      if (list) list.push(spend);
      else past.set(scope, [spend]);
    }
  }
  return past;
}

/** Handles a clock that went back: dates in the future become `now`. */
export function redatePast(past: Past, now: number): void {
  for (const [scope, list] of past)
    past.set(
      scope,
      list.map(({ at, cost }) => ({ at: dateBy(at, now), cost })),
    );
}

/** Settles, at their bound, the requests that were running when the last gateway died. */
export async function settleCrashed(ledger: Ledger, clock: Clock): Promise<void> {
  const settlements = ledger.contents.open.flatMap((record) =>
    statements.settle(record, {
      settledAt: clock.now(),
      cost: record.reserved,
      usage: NO_USAGE,
      certainty: 'assumed',
      basis: 'crash',
      outcome: 'crashed',
      status: null,
    }),
  );
  const entries = ledger.contents.open.map(({ id, agentId, subKeyId, reserved }): AuditEntry => ({
    at: clock.now(),
    kind: 'crash-settled',
    agentId,
    subKeyId,
    requestId: id,
    detail: { cost: reserved },
  }));
  if (settlements.length > 0) await ledger.write(settlements, entries);
}
