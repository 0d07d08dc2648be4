import type { CallLimit, Cap } from '../../../shared/cap.ts';
import type { Policy } from '../../../shared/policy.ts';

/** Fields of which less allows less; where nothing is set there is no bound. */
const SMALLER = [
  'requestsPerMinute',
  'tokensPerMinute',
  'parallelRequests',
  'maxCost',
  'maxOutput',
  'expiresAt',
] as const;
/** Lists of allowed things: a shorter one allows less, and a missing one allows everything. */
const FEWER = ['providers', 'endpoints'] as const;
/** Rules that narrow where none was set; two of them cannot be compared. */
const SET = ['environment', 'folder', 'workingHours'] as const;
/** Rules that must be the same: they allow nothing by themselves, or need the ledger before they hold. */
const SAME = ['onCap', 'mcp', 'brake', 'rotateDays', 'modelCaps', 'conversationCaps', 'group'] as const;

/**
 * True when a policy allows nothing that the one before did not: it only takes away, as a stop does, or changes
 * nothing. In doubt false. Globs are compared as text.
 */
export function narrows(before: Policy, after: Policy): boolean {
  return (
    SMALLER.every((field) => (after[field] ?? Infinity) <= (before[field] ?? Infinity)) &&
    FEWER.every((field) => isPart(after[field], before[field])) &&
    SET.every((field) => before[field] === undefined || isSame(before[field], after[field])) &&
    SAME.every((field) => isSame(before[field], after[field])) &&
    narrowsNames(before.models, after.models) &&
    narrowsNames(before.hostedTools, after.hostedTools) &&
    (before.caps ?? []).every((cap) => after.caps?.some((other) => isTighter(cap, other)) ?? false) &&
    (before.calls ?? []).every((limit) => after.calls?.some((other) => isFewer(limit, other)) ?? false)
  );
}

/** Fewer names are allowed, or more are denied. */
function narrowsNames(before: Policy['models'], after: Policy['models']): boolean {
  return (
    isPart(after?.allow, before?.allow) && (before?.deny ?? []).every((glob) => after?.deny?.includes(glob) ?? false)
  );
}

function isTighter(before: Cap, after: Cap): boolean {
  return (
    after.window === before.window &&
    after.rolling === before.rolling &&
    after.amount <= before.amount &&
    (before.hold === undefined || after.hold === before.hold)
  );
}

function isFewer(before: CallLimit, after: CallLimit): boolean {
  return after.window === before.window && after.rolling === before.rolling && after.count <= before.count;
}

function isPart(after: readonly string[] | undefined, before: readonly string[] | undefined): boolean {
  return before === undefined || (after !== undefined && after.every((one) => before.includes(one)));
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
