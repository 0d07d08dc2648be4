import type { BodiesView } from '../../shared/contract/body-views.ts';
import type { AgentView } from '../../shared/contract/views.ts';
import type { AgentId, RequestId } from '../../shared/ids.ts';
import type { KeptBody } from '../bodies/collect.ts';
import { starOut } from '../platform/star-out.ts';
import type { Engine } from './engine.ts';

/**
 * Starts or stops keeping an agent's bodies.
 * @throws PurserError `NOT_FOUND`, `SECRETS_UNAVAILABLE`, `LEDGER_UNAVAILABLE`
 */
export async function keepBodies(
  { directory, bodies, views }: Engine,
  id: AgentId,
  days: number | null,
): Promise<AgentView & { deleted: number }> {
  directory.agent(id);
  const deleted = await bodies.keep(id, days ?? undefined);
  return { ...views.agent(directory.agent(id)), deleted };
}

/**
 * Reads the kept bodies of a request. A prompt may contain anything, and so may a provider's error, but the keys that
 * Purser keeps are never included.
 * @returns null when nothing was kept
 * @throws PurserError `SECRETS_UNAVAILABLE`, with the reason, when the bodies cannot be read
 */
export async function readBodies({ bodies, providers }: Engine, id: RequestId): Promise<BodiesView | null> {
  const kept = await bodies.read(id);
  if (kept === undefined) return null;
  const secrets = await providers.secretsInUse();
  const view = ({ text, size }: KeptBody): BodiesView['request'] => ({
    text: text === null ? null : secrets.reduce<string>((rest, secret) => starOut(rest, secret), text.toString('utf8')),
    size,
    cut: text !== null && text.length < size,
  });
  return { request: view(kept.request), response: view(kept.response), until: kept.until };
}
