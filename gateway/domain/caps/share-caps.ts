import type { Cap } from '../../../shared/cap.ts';
import type { CapsOn } from '../../../shared/contract/key-calls.ts';
import { PurserError } from '../../../shared/errors.ts';
import type { Policy } from '../../../shared/policy.ts';
import { windowName } from './cap-accounts.ts';

/** The policies of a new sub-key and its agent. */
interface Shared {
  readonly policy: Policy;
  /** The new one of the agent; undefined where it stays as it is. */
  readonly agentPolicy: Policy | undefined;
  /** The caps that hold for the sub-key, at the place that was asked for. */
  readonly caps: Cap[];
}

/**
 * Puts the caps of a new sub-key where they are wanted: on it alone, or on its agent, so that a second sub-key is no
 * second budget. On the agent they take the place of its caps of the same window; its others stay.
 * @param agent the policy of the agent @param wanted the policy of the sub-key, with the caps
 * @throws PurserError `INVALID_INPUT` where there would be no cap
 */
export function shareCaps(agent: Policy, wanted: Policy, on: CapsOn): Shared {
  const { caps = [], ...policy } = wanted;
  if (on === 'key') return { policy: wanted, agentPolicy: undefined, caps: [...caps] };
  const names = new Set(caps.map(windowName));
  const all = [...(agent.caps ?? []).filter((cap) => !names.has(windowName(cap))), ...caps];
  if (all.length === 0)
    throw new PurserError('INVALID_INPUT', 'This agent has no cap yet. Give it at least one, such as 5/day.');
  return { policy, agentPolicy: caps.length === 0 ? undefined : { ...agent, caps: all }, caps: all };
}
