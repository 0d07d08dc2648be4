import type { RequestView } from '../../../shared/contract/views.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import { usagePartsOf } from '../../domain/usage.ts';
import type { ReservationRecord, SettlementRecord } from '../../ledger/records.ts';

/** The audit entry for a request that Purser cut; it supplements its row in the ledger. */
export function cutEntry(
  { id, agentId, subKeyId }: ReservationRecord,
  { outcome, cost, certainty, settledAt }: SettlementRecord,
): readonly AuditEntry[] {
  return outcome === 'cut'
    ? [{ at: settledAt, kind: 'request-cut', agentId, subKeyId, requestId: id, detail: { cost, certainty } }]
    : [];
}

/** A settled request as clients see it. */
export function viewOf(record: ReservationRecord, end: SettlementRecord, agent: string): RequestView {
  const { reserved: _reserved, price: _price, project: _project, outputLimit = null, ...request } = record;
  return {
    ...request,
    outputLimit,
    basis: end.basis,
    agent,
    settledAt: end.settledAt,
    inputTokens: end.usage.input,
    cacheReadTokens: end.usage.cacheRead,
    cacheWriteTokens: end.usage.cacheWrite,
    outputTokens: end.usage.output,
    usageParts: usagePartsOf(end.usage),
    tier: end.usage.tier ?? null,
    cost: end.cost,
    certainty: end.certainty,
    outcome: end.outcome,
    status: end.status,
  };
}
