import type { NoticeFact } from '../../../shared/contract/notice-facts.ts';
import type { AgentId, ProviderName } from '../../../shared/ids.ts';
import type { Tell } from './tell.ts';

/** A problem with a bill. */
export interface BillTrouble {
  readonly fault: 'impossible' | 'above-bound' | 'stops-unknown';
  readonly provider: ProviderName;
  readonly model: string;
  readonly agentId: AgentId;
}

/** Notifies the person when a bound or a provider was wrong, once for each case. */
export function createBillTroubles(tell: Tell): (trouble: BillTrouble) => void {
  const known = new Set<string>();
  return ({ fault, provider, model, agentId }) => {
    const name = `${fault} ${provider} ${fault === 'stops-unknown' ? '' : model}`;
    if (known.has(name) || known.size >= MOST_TROUBLES) return;
    known.add(name);
    const kind = fault === 'stops-unknown' ? 'provider-question' : 'bill-fault';
    const text = TROUBLES[fault](provider, model);
    tell(kind, { text, about: factOf(fault, provider, model) }, agentId, provider);
  };
}

function factOf(fault: BillTrouble['fault'], provider: ProviderName, model: string): NoticeFact {
  if (fault === 'stops-unknown') return { code: 'stops-unknown', provider };
  return { code: fault === 'impossible' ? 'usage-impossible' : 'usage-above-bound', provider, model };
}

/** An agent can name any model, so the list of reported cases must have a limit. */
const MOST_TROUBLES = 200;

const TROUBLES: Readonly<Record<BillTrouble['fault'], (provider: string, model: string) => string>> = {
  impossible: (provider, model) =>
    `${provider} reports more tokens for ${model} than that model can use at all. Purser counted the most that the ` +
    `model can use; compare it with your bill.`,
  'above-bound': (provider, model) =>
    `${provider} reports more for ${model} than Purser had held: the bound was too low. The cost counts as reported. ` +
    `Please report this as a bug in Purser.`,
  'stops-unknown': (provider) =>
    `Nobody knows whether ${provider} stops billing when a tool leaves a stream early, so such a request counts at ` +
    `the most it can cost. If you know, tell Purser: \`purser provider set ${provider} --stops-when-left yes\` ` +
    `(or \`no\`).`,
};
