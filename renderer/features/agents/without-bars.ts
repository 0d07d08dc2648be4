import type { AgentView, SubKeyView } from '../../../shared/contract/views.ts';
import type { Policy } from '../../../shared/policy.ts';

/** The rules of an owner that no bar shows. Older gateways do not tell how caps on models stand: they are words then. */
export function withoutBars({ policy, parts }: Pick<AgentView | SubKeyView, 'policy' | 'parts'>): Policy {
  const { modelCaps: _, ...rules } = policy;
  return parts === undefined ? policy : rules;
}
