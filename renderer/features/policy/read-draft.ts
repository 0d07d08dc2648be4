import { policySchema } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { readMoney } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { readCaps } from '../caps/read-caps.ts';
import { endOfDay } from '../issue-key/read-limits.ts';
import { lastDayOf } from './draft.ts';
import type { ModelCapRow, PolicyDraft } from './draft.ts';
import { listOf } from './list-of.ts';
import { readMcp } from './mcp-draft.ts';

interface Problem {
  readonly problem: string;
}

/** Fields of the form that are whole numbers from one up. */
const COUNTS = ['requestsPerMinute', 'tokensPerMinute', 'parallelRequests', 'maxOutput', 'rotateDays'] as const;

/**
 * Reads the form. A field of the policy that the form does not have stays as it was `before`.
 * @param needsCap true for a sub-key
 */
export function readDraft(
  draft: PolicyDraft,
  before: Policy,
  needsCap: boolean,
): { readonly policy: Policy } | Problem {
  const caps = readCaps(draft.caps, !needsCap);
  if ('problem' in caps) return caps;
  const cost = readCost(draft);
  if ('problem' in cost) return cost;
  const counts = readCounts(draft);
  if ('problem' in counts) return counts;
  const times = readTimes(draft, before);
  if ('problem' in times) return times;
  const conversation = readCaps(draft.conversationCaps, true);
  if ('problem' in conversation) return conversation;
  const models = readModelCaps(draft.modelCaps);
  if ('problem' in models) return models;
  const { onCap, providers, environment, velocity, loop } = draft;
  const read = policySchema.safeParse({
    ...withoutForm(before),
    ...onlySaid({
      caps: caps.caps,
      modelCaps: models.modelCaps,
      conversationCaps: conversation.caps,
      group: draft.group.trim(),
      onCap,
      models: onlySaid({ allow: listOf(draft.allow), deny: listOf(draft.deny) }),
      // The form asks only for those that are forbidden.
      hostedTools: { ...allowedTools(before), ...onlySaid({ deny: listOf(draft.denyTools) }) },
      providers,
      mcp: readMcp(draft, before),
      endpoints: listOf(draft.endpoints),
      environment,
      folder: draft.folder.trim(),
      ...counts.counts,
      maxCost: cost.maxCost,
      brake: onlySaid({ velocity, loop }),
      ...times,
    }),
  });
  return read.success ? { policy: read.data } : { problem: read.error.issues.map(({ message }) => message).join(' ') };
}

/** Lines for the same models are caps of these together. An empty line says nothing. */
function readModelCaps(rows: readonly ModelCapRow[]): { readonly modelCaps: Policy['modelCaps'] } | Problem {
  const said = rows.filter(({ models, amount }) => models.trim() + amount.trim() !== '');
  const globs = [...new Set(said.map(({ models }) => models.trim()))];
  if (globs.includes('')) return { problem: say.policy.noModels };
  const modelCaps: NonNullable<Policy['modelCaps']> = [];
  for (const models of globs) {
    const read = readCaps(said.filter((row) => row.models.trim() === models));
    if ('problem' in read) return read;
    modelCaps.push({ models, caps: [...read.caps] });
  }
  return { modelCaps };
}

function allowedTools({ hostedTools }: Policy): Policy['hostedTools'] {
  return hostedTools?.allow ? { allow: hostedTools.allow } : {};
}

function readCost(draft: PolicyDraft): { readonly maxCost: Nanodollars | undefined } | Problem {
  const text = draft.maxCost.trim();
  if (text === '') return { maxCost: undefined };
  const maxCost = readMoney(text);
  return maxCost === undefined || maxCost <= 0 ? { problem: say.caps.noAmount } : { maxCost };
}

function readCounts(draft: PolicyDraft): { readonly counts: Readonly<Record<string, number>> } | Problem {
  const counts: Record<string, number> = {};
  for (const field of COUNTS) {
    const text = draft[field].trim();
    if (text === '') continue;
    if (!/^[1-9]\d{0,11}$/.test(text)) return { problem: say.policy.notWhole[field](text) };
    counts[field] = Number(text);
  }
  return { counts };
}

function readTimes(
  draft: PolicyDraft,
  before: Policy,
): Readonly<Record<'expiresAt' | 'workingHours', unknown>> | Problem {
  const { hasHours, days, from, to, lastDay } = draft;
  if (hasHours && days.length === 0) return { problem: say.policy.noDay };
  const expiresAt = readExpiry(draft, before);
  if (lastDay !== '' && expiresAt === undefined) return { problem: say.policy.noDate };
  return { expiresAt, workingHours: hasHours ? { days, from, to } : undefined };
}

/** An end that was not touched stays what it was, to the millisecond. */
function readExpiry({ lastDay }: PolicyDraft, { expiresAt }: Policy): number | undefined {
  if (expiresAt !== undefined && lastDayOf(expiresAt) === lastDay) return expiresAt;
  return lastDay === '' ? undefined : endOfDay(lastDay);
}

/** The fields that the form has. */
const IN_FORM: ReadonlySet<string> = new Set([
  'caps',
  'modelCaps',
  'conversationCaps',
  'group',
  'onCap',
  'models',
  'hostedTools',
  'providers',
  'mcp',
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

/** Leaves out every field that is undefined, or an empty text, list or object: a policy says only what it means. */
function onlySaid(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === '';
}
