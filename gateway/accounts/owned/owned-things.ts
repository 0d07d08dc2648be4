import type { ProviderName, SubKeyId } from '../../../shared/ids.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import type { Directory } from '../directory.ts';

/**
 * Things that a provider keeps for its whole account (files, batches, skills), and the sub-keys that made them. All
 * sub-keys use one provider key, so without this one agent could list, read and delete what another has made.
 */
export interface OwnedThings {
  /** On disk when it resolves. */
  note(provider: ProviderName, id: string, owner: SubKeyId): Promise<void>;
  /** It was deleted at its provider. */
  forget(provider: ProviderName, id: string): Promise<void>;
  /** False for what another sub-key has made. What was not made through Purser belongs to whoever knows its id. */
  mayReach(key: SubKeyRecord, provider: ProviderName, id: string): boolean;
  /** True for what this sub-key has made, or another of its agent that has ended since. */
  isOwn(key: SubKeyRecord, provider: ProviderName, id: string): boolean;
}

/** Opens the book on an open ledger. @see OwnedThings */
export function openOwnedThings(
  { contents, write }: Pick<Ledger, 'contents' | 'write'>,
  directory: Pick<Directory, 'keys'>,
): OwnedThings {
  const owners = new Map<string, SubKeyId>(contents.owners.map(({ thing, subKeyId }) => [thing, subKeyId]));
  const isOwn = (key: SubKeyRecord, owner: SubKeyId | undefined): boolean => {
    if (owner === undefined || owner === key.id) return owner !== undefined;
    const maker = directory.keys().find(({ id }) => id === owner);
    return maker !== undefined && maker.agentId === key.agentId && maker.revokedAt !== null;
  };
  return {
    async note(provider, id, owner) {
      owners.set(nameOf(provider, id), owner);
      await write([statements.setOwner({ thing: nameOf(provider, id), subKeyId: owner })], []);
    },
    async forget(provider, id) {
      if (owners.delete(nameOf(provider, id))) await write([statements.removeOwner(nameOf(provider, id))], []);
    },
    mayReach(key, provider, id) {
      const owner = owners.get(nameOf(provider, id));
      return owner === undefined || isOwn(key, owner);
    },
    isOwn: (key, provider, id) => isOwn(key, owners.get(nameOf(provider, id))),
  };
}

function nameOf(provider: ProviderName, id: string): string {
  return `${provider} ${id}`;
}
