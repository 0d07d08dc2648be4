import { z } from 'zod';
import type { StateView } from '../../../shared/contract/views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { policySchema } from '../../../shared/policy.ts';
import { capText } from '../../state/cap-text.ts';
import { moneyText } from '../../state/money-text.ts';
import { policyText } from '../../state/policy-text.ts';
import { say } from '../../strings/say.ts';
import type { Strings } from '../../strings/say.ts';

const entrySchema = z.object({
  at: z.number(),
  kind: z.string(),
  agentId: z.string().optional(),
  subKeyId: z.string().optional(),
  requestId: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
});
type Entry = z.infer<typeof entrySchema>;

/** An entry of the audit log as it was hashed, read. @returns undefined for a text that is no entry */
export function readEntry(text: string): Entry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Kind = keyof Strings['audit']['kinds'];

function isKnown(kind: string): kind is Kind {
  return Object.hasOwn(say.audit.kinds, kind);
}

/** What happened: `Request refused`. A kind this page does not know keeps its own name. */
export function kindText(kind: string): string {
  if (isKnown(kind)) return say.audit.kinds[kind];
  const words = kind.replaceAll('-', ' ');
  return say.audit.unknown(`${words.charAt(0).toUpperCase()}${words.slice(1)}`);
}

/** Whose entry it is, by name where it has one. */
export function whoText({ agentId, subKeyId, detail }: Entry, state: StateView | undefined): string {
  const agent = state?.agents.find(({ id }) => id === agentId)?.name ?? agentId;
  const hint = state?.keys.find(({ id }) => id === subKeyId)?.hint;
  const key = hint === undefined ? undefined : say.audit.key(hint);
  const name = ['name', 'model', 'tool'].map((field) => detail[field]).find((value) => typeof value === 'string');
  const whose = [agent, key].filter((part) => part !== undefined);
  return whose.length > 0 ? say.audit.who(whose) : typeof name === 'string' ? name : '';
}

/** The facts of an entry in words. Money is in dollars; a policy is told, not printed. */
export function detailText({ kind, detail }: Entry): string {
  const { policy, scope, text, message, ...facts } = detail;
  const told = typeof policy === 'string' ? describePolicy(policy) : undefined;
  const rest = Object.entries(facts)
    .filter(([name]) => name !== 'name' && !(kind.startsWith('gateway') && name === 'pid'))
    .map(([name, value]) => say.audit.fact(name.replace(/([A-Z])/g, ' $1').toLowerCase(), typeof value === 'number' && name === 'cost' ? moneyText(nanodollarsOf(value)) : String(value)));
  const parts = [typeof text === 'string' ? text : undefined, typeof message === 'string' ? message : undefined, typeof scope === 'string' ? scope : undefined, told, ...rest];
  return say.audit.details(parts.filter((part): part is string => part !== undefined && part !== ''));
}

function describePolicy(text: string): string {
  try {
    const policy = policySchema.parse(JSON.parse(text));
    const caps = say.audit.caps((policy.caps ?? []).map(capText));
    return say.audit.details([caps, policyText(policy)].filter((part) => part !== '')) || say.audit.noLimits;
  } catch {
    return text;
  }
}

/** An entry on one line. */
export function recordText(text: string): string {
  const entry = readEntry(text);
  if (entry === undefined) return text;
  const detail = detailText(entry);
  return detail === '' ? kindText(entry.kind) : say.audit.entry(kindText(entry.kind), detail);
}
