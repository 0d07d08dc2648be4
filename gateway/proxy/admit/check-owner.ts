import { tell } from '../../domain/words/tell.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { FoundEndpoint } from '../../providers/providers.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';

/** Keeps a sub-key from what another one has made at the same provider: to it, that thing does not exist. */
export function checkOwner(
  { owned }: Pick<ProxyDeps, 'owned'>,
  key: SubKeyRecord,
  { name }: ProviderRecord,
  { endpoint: { kept }, params }: FoundEndpoint,
): Refusal | undefined {
  const id = typeof kept?.at === 'string' ? params[kept.at] : undefined;
  if (id === undefined || owned.mayReach(key, name, id)) return undefined;
  return { kind: 'not-found', code: 'not-own', ...tell({ code: 'not-own', id }) };
}
