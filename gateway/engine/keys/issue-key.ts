import type { Cap } from '../../../shared/cap.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Policy } from '../../../shared/policy.ts';
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
  readonly caps: Cap[];
  readonly policy?: Policy | undefined;
  /** The folder that its spending is counted for. */
  readonly project?: string | undefined;
}

/** Issues a sub-key. @throws PurserError `NOT_FOUND` for an unknown agent */
export async function issueKey(
  { directory }: Pick<Engine, 'directory'>,
  { agent: name, caps, policy, project }: KeyRequest,
): Promise<IssuedKey & { readonly caps: Cap[] }> {
  const agent = directory.agentNamed(name);
  const { key, secret } = await directory.issue(agent, { ...policy, caps }, project);
  return { id: key.id, key: secret, agent: agent.name, caps };
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
