import { policySchema } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { readMoney } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { readCaps } from '../caps/read-caps.ts';
import { endOfDay } from '../issue-key/read-limits.ts';
import { lastDayOf } from './draft.ts';
import type { PolicyDraft } from './draft.ts';

type DraftRead = { readonly policy: Policy } | { readonly problem: string };

/** Fields of the form that are whole numbers from one up. */
const COUNTS = ['requestsPerMinute', 'tokensPerMinute', 'parallelRequests', 'maxOutput', 'rotateDays'] as const;

/**
 * Reads the form. What it has no field for stays as it was `before`.
 * @param needsCap true for a sub-key
 */
export function readDraft(draft: PolicyDraft, before: Policy, needsCap: boolean): DraftRead {
  const caps = readCaps(draft.caps, !needsCap);
  if ('problem' in caps) return caps;
  const maxCost = draft.maxCost.trim() === '' ? undefined : readMoney(draft.maxCost);
  if (draft.maxCost.trim() !== '' && (maxCost === undefined || maxCost <= 0))
    return { problem: say.caps.noAmount(draft.maxCost.trim()) };
  const counts: Record<string, number> = {};
  for (const field of COUNTS) {
    const text = draft[field].trim();
    if (text === '') continue;
    if (!/^[1-9]\d{0,11}$/.test(text)) return { problem: say.policy.notWhole[field](text) };
    counts[field] = Number(text);
  }
  if (draft.hasHours && draft.days.length === 0) return { problem: say.policy.noDay };
  const expiresAt = readExpiry(draft, before);
  if (draft.lastDay !== '' && expiresAt === undefined) return { problem: say.policy.noDate };
  const allow = listOf(draft.allow);
  const deny = listOf(draft.deny);
  const endpoints = listOf(draft.endpoints);
  const brake = {
    ...(draft.velocity !== '' && { velocity: draft.velocity }),
    ...(draft.loop !== '' && { loop: draft.loop }),
  };
  const read = policySchema.safeParse({
    ...withoutForm(before),
    ...(caps.caps.length > 0 && { caps: caps.caps }),
    ...(draft.onCap !== '' && { onCap: draft.onCap }),
    ...(allow.length + deny.length > 0 && {
      models: { ...(allow.length > 0 && { allow }), ...(deny.length > 0 && { deny }) },
    }),
    ...(draft.providers.length > 0 && { providers: draft.providers }),
    ...(endpoints.length > 0 && { endpoints }),
    ...(draft.environment !== '' && { environment: draft.environment }),
    ...(draft.folder.trim() !== '' && { folder: draft.folder.trim() }),
    ...counts,
    ...(maxCost !== undefined && { maxCost }),
    ...(Object.keys(brake).length > 0 && { brake }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(draft.hasHours && { workingHours: { days: draft.days, from: draft.from, to: draft.to } }),
  });
  return read.success ? { policy: read.data } : { problem: read.error.issues.map(({ message }) => message).join(' ') };
}

/** The fields that the form has. */
const IN_FORM: ReadonlySet<string> = new Set([
  'caps',
  'onCap',
  'models',
  'providers',
  'endpoints',
  'environment',
  'folder',
  'requestsPerMinute',
  'tokensPerMinute',
  'parallelRequests',
  'maxCost',
  'maxOutput',
  'brake',
  'rotateDays',
  'expiresAt',
  'workingHours',
]);

function withoutForm(policy: Policy): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(policy).filter(([field]) => !IN_FORM.has(field)));
}

/** An end that was not touched stays what it was, to the millisecond. */
function readExpiry({ lastDay }: PolicyDraft, { expiresAt }: Policy): number | undefined {
  if (expiresAt !== undefined && lastDayOf(expiresAt) === lastDay) return expiresAt;
  return lastDay === '' ? undefined : endOfDay(lastDay);
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
