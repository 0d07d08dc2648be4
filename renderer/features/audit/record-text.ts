import { z } from 'zod';
import type { StateView } from '../../../shared/contract/views.ts';
import { policySchema } from '../../../shared/policy.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { say } from '../../strings/say.ts';
import type { Strings } from '../../strings/say.ts';
import { noticeFactSchema } from '../../../shared/contract/notice-facts.ts';
import { refusalFactSchema } from '../../../shared/refusals/refusal-facts.ts';
import { wordRefusal } from '../../../shared/refusals/refusal-words.ts';
import { writingFor } from '../../state/time-and-money/writing.ts';
import { factSentence } from '../notices/notice-text.ts';
import { scopesOf } from '../policy/policy-scopes.ts';
import { factText, raiseText } from './fact-text.ts';

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
  return entrySchema.safeParse(readJson(text)).data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Kind = keyof Strings['audit']['kinds'];

function isKnown(kind: string): kind is Kind {
  return Object.hasOwn(say.audit.kinds, kind);
}

/** The kind of an entry in words: `Request refused`. A kind this page does not know keeps its own name. */
export function kindText(kind: string): string {
  if (isKnown(kind)) return say.audit.kinds[kind];
  const words = kind.replaceAll('-', ' ');
  return say.audit.unknown(`${words.charAt(0).toUpperCase()}${words.slice(1)}`);
}

/** The agent, sub-key or thing that an entry is about, by name where it has one. */
export function whoText({ agentId, subKeyId, detail }: Entry, state: StateView | undefined): string {
  const agent = state?.agents.find(({ id }) => id === agentId)?.name ?? agentId;
  const hint = state?.keys.find(({ id }) => id === subKeyId)?.hint;
  const key = hint === undefined ? undefined : say.audit.key(hint);
  const name = ['name', 'model', 'tool'].map((field) => detail[field]).find((value) => typeof value === 'string');
  const whose = [agent, key].filter((part) => part !== undefined);
  return whose.length > 0 ? say.audit.who(whose) : typeof name === 'string' ? name : '';
}

/** The details of an entry in words: its sentence, whose policy it is about and what that allows, then bare facts. */
export function detailText({ kind, at, detail }: Entry, state: StateView): string {
  const { policy, scope, text, message, about, ...facts } = detail;
  const { timeZone } = state.gateway;
  const isTool = typeof facts['rule'] === 'string' && facts['rule'].startsWith('mcp-');
  const raise = raiseText(kind, facts);
  const rest = Object.entries(facts)
    .filter(([name]) => name !== 'name' && !(kind.startsWith('gateway') && name === 'pid'))
    // A refused call of an MCP server's tool has that where a request has its model.
    .map(([name, value]) => factText(isTool && name === 'model' ? 'tool' : name, value, { kind, at, timeZone }));
  const parts = [
    typeof scope === 'string' ? scopeText(scope, state) : '',
    typeof policy === 'string' ? describePolicy(policy) : '',
    ...(raise === undefined ? rest : [raise]),
  ];
  const told = say.audit.details(parts.filter((part) => part !== ''));
  const english = [text, message].find((one) => typeof one === 'string' && one !== '');
  if (typeof english !== 'string') return told;
  const sentence = aboutText(about, at, timeZone) ?? say.told(english);
  return told === '' ? sentence : say.audit.sentence(sentence, told);
}

/**
 * The sentence of an entry by its code and values, where it has them: a refusal or a notice, as it was then.
 * @returns undefined for an entry of an earlier build, and for a code that is not known
 */
function aboutText(about: unknown, at: number, timeZone: string): string | undefined {
  if (typeof about !== 'string') return undefined;
  const fact = readJson(about);
  const refusal = refusalFactSchema.safeParse(fact).data;
  if (refusal !== undefined) return wordRefusal(say.refusals, refusal, writingFor(timeZone));
  const notice = noticeFactSchema.safeParse(fact).data;
  return notice && factSentence(notice, at, timeZone);
}

/** The name of the thing that a policy is on; something that is gone keeps what the record calls it. */
function scopeText(scope: string, state: StateView): string {
  const key = state.keys.find(({ id }) => scope === `key:${id}`);
  return (
    scopesOf(state).find((known) => known.scope === scope)?.name ??
    (key === undefined ? scope : say.policy.onKey(key.hint, key.agent))
  );
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
export function recordText(text: string, state: StateView): string {
  const entry = readEntry(text);
  if (entry === undefined) return text;
  const detail = detailText(entry, state);
  return detail === '' ? kindText(entry.kind) : say.audit.entry(kindText(entry.kind), detail);
}
