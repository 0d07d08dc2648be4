import { z } from 'zod';
import { describeCap } from '../../../shared/cap.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { moneyText } from '../../state/money-text.ts';
import { policySchema } from '../../../shared/policy.ts';
import { policyText } from '../../state/policy-text.ts';

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

const SENTENCES: Readonly<Record<string, string>> = {
  'gateway-started': 'Purser started',
  'gateway-stopped': 'Purser stopped',
  'provider-added': 'Provider key added',
  'provider-removed': 'Provider key removed',
  'agent-added': 'Agent added',
  'agent-paused': 'Agent paused',
  'agent-resumed': 'Agent resumed',
  'sub-key-issued': 'Sub-key issued',
  'sub-key-paused': 'Sub-key paused',
  'sub-key-resumed': 'Sub-key resumed',
  'sub-key-revoked': 'Sub-key revoked',
  'sub-key-rotated': 'Sub-key rotated',
  'old-secret-used': 'An old secret was used',
  'everything-paused': 'Everything paused',
  'everything-resumed': 'Everything resumed',
  'cap-warning': 'Cap warning',
  'brake-warning': 'Brake warned',
  'brake-paused': 'Brake paused an agent',
  'policy-set': 'Policy changed',
  'price-set': 'Price set',
  'price-removed': 'Price removed',
  'requests-cut': 'Running requests cut',
  'request-refused': 'Request refused',
  'crash-settled': 'Settled after a crash',
  'tool-connected': 'Tool connected',
  'tool-repaired': 'Connection repaired',
  'tool-disconnected': 'Tool disconnected',
};

/** What happened: `Request refused`. A kind this page does not know keeps its own name. */
export function kindText(kind: string): string {
  const known = SENTENCES[kind];
  if (known !== undefined) return known;
  const words = kind.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Whose entry it is, by name where it has one. */
export function whoText({ agentId, subKeyId, detail }: Entry, state: StateView | undefined): string {
  const agent = state?.agents.find(({ id }) => id === agentId)?.name ?? agentId;
  const hint = state?.keys.find(({ id }) => id === subKeyId)?.hint;
  const key = hint === undefined ? undefined : `…${hint}`;
  const name = ['name', 'model', 'tool'].map((field) => detail[field]).find((value) => typeof value === 'string');
  return [agent, key].filter((part) => part !== undefined).join(' ') || (typeof name === 'string' ? name : '');
}

/** The facts of an entry in words. Money is in dollars; a policy is told, not printed. */
export function detailText({ kind, detail }: Entry): string {
  const { policy, scope, text, ...facts } = detail;
  const told = typeof policy === 'string' ? describePolicy(policy) : undefined;
  const rest = Object.entries(facts)
    .filter(([name]) => name !== 'name' && !(kind.startsWith('gateway') && name === 'pid'))
    .map(([name, value]) => `${name.replace(/([A-Z])/g, ' $1').toLowerCase()} ${typeof value === 'number' && name === 'cost' ? moneyText(nanodollarsOf(value)) : String(value)}`);
  const parts = [typeof text === 'string' ? text : undefined, typeof scope === 'string' ? scope : undefined, told, ...rest];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function describePolicy(text: string): string {
  try {
    const policy = policySchema.parse(JSON.parse(text));
    return [(policy.caps ?? []).map(describeCap).join(' and '), policyText(policy)].filter((part) => part !== '').join(', ') || 'no limits';
  } catch {
    return text;
  }
}

/** An entry on one line. */
export function recordText(text: string): string {
  const entry = readEntry(text);
  if (entry === undefined) return text;
  const detail = detailText(entry);
  return detail === '' ? kindText(entry.kind) : `${kindText(entry.kind)}: ${detail}`;
}
