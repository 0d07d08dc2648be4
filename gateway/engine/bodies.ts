import type { BodiesView } from '../../shared/contract/body-views.ts';
import type { AgentView } from '../../shared/contract/views.ts';
import type { AgentId, RequestId } from '../../shared/ids.ts';
import type { KeptBody } from '../bodies/collect.ts';
import { starOut } from '../platform/star-out.ts';
import type { Engine } from './engine.ts';

/**
 * Switches the keeping of an agent's bodies on or off. @throws PurserError `NOT_FOUND`, `SECRETS_UNAVAILABLE`,
 * `LEDGER_UNAVAILABLE`
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
 * What was kept of a request. A prompt may hold anything, a provider's error too; the keys that Purser itself keeps
 * never go out with it.
 * @returns null when nothing was kept @throws PurserError `SECRETS_UNAVAILABLE` when it cannot be read, with the reason
 */
export async function readBodies({ bodies, providers }: Engine, id: RequestId): Promise<BodiesView | null> {
  const kept = await bodies.read(id);
  if (kept === undefined) return null;
  const secrets = await Promise.all(providers.providers().map(({ name }) => providers.secretOf(name)));
  const view = ({ text, size }: KeptBody): BodiesView['request'] => ({
    text: text === null ? null : secrets.reduce<string>((rest, secret) => starOut(rest, secret), text.toString('utf8')),
    size,
    cut: text !== null && text.length < size,
  });
  return { request: view(kept.request), response: view(kept.response), until: kept.until };
}
