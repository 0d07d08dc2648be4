import type { Cap } from '../../../shared/cap.ts';
import type { CapsOn } from '../../../shared/contract/key-calls.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Policy } from '../../../shared/policy.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { shareCaps } from '../../domain/caps/share-caps.ts';
import type { Engine } from '../engine.ts';

/** A new sub-key with its secret, which is shown only now. */
interface IssuedKey {
  readonly id: SubKeyId;
  readonly key: string;
  readonly agent: string;
}

interface KeyRequest {
  /** The name of an existing agent. */
  readonly agent: string;
  readonly caps: readonly Cap[];
  readonly capsOn: CapsOn;
  readonly policy?: Policy | undefined;
  /** The folder that its spending is counted for. */
  readonly project?: string | undefined;
  /** The person's own name for it. */
  readonly name?: string | undefined;
}

/** Issues a sub-key. @throws PurserError `NOT_FOUND` for an unknown agent, `INVALID_INPUT` where no cap would hold */
export async function issueKey(
  { directory, limits }: Pick<Engine, 'directory' | 'limits'>,
  { agent: ofAgent, caps, capsOn, policy, project, name }: KeyRequest,
): Promise<IssuedKey & { readonly caps: Cap[]; readonly capsOn: CapsOn }> {
  const agent = directory.agentNamed(ofAgent);
  const shared = shareCaps(limits.policyOf(scopeOf('agent', agent.id)), { ...policy, caps: [...caps] }, capsOn);
  const { key, secret } = await directory.issue(agent, shared.policy, {
    project,
    name,
    agentPolicy: shared.agentPolicy,
  });
  return { id: key.id, key: secret, agent: agent.name, caps: shared.caps, capsOn };
}

/**
 * Replaces the secret of a sub-key, and writes it into a connected tool. The old one works for `graceMs` more
 * milliseconds.
 */
export async function rotateKey(
  { directory, connections }: Pick<Engine, 'directory' | 'connections'>,
  id: SubKeyId,
  graceMs: number,
): Promise<IssuedKey & { readonly graceEndsAt: number }> {
  const { key, secret, graceEndsAt } = await directory.rotate(id, graceMs);
  await connections?.rewrite(key.id, secret);
  return { id: key.id, key: secret, agent: directory.agent(key.agentId).name, graceEndsAt };
}
