import type { Cap } from '../../../shared/cap.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Engine } from '../engine.ts';
import { revokeKeys } from './revoke.ts';

interface Lease {
  readonly id: SubKeyId;
  readonly key: string;
  readonly agent: string;
  readonly caps: Cap[];
}

/** Issues a sub-key and revokes it when the caller goes away: it cannot outlive the process that it was made for. */
export async function* lease(
  engine: Engine,
  {
    agent: name,
    caps,
    project,
  }: { readonly agent: string; readonly caps: Cap[]; readonly project?: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<Lease, void, void> {
  const { directory, changed } = engine;
  const agent = directory.agentNamed(name);
  const { key, secret } = await directory.issue(agent, { caps }, { project });
  changed.emit();
  try {
    yield { id: key.id, key: secret, agent: agent.name, caps };
    if (!signal?.aborted) await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
  } finally {
    await revokeKeys(engine, [key], { agentId: agent.id, subKeyId: key.id }, { reason: 'run-ended' });
    changed.emit();
  }
}
