import { PurserError } from '../../shared/errors.ts';
import type { NewSource } from '../key-sources/settings/source-book.ts';
import { isPrivateHost } from '../providers/private-host.ts';
import type { Engine } from './engine.ts';

/**
 * Sets a secret manager up, after logging in there.
 * @returns a sentence about the login
 * @throws PurserError `INVALID_INPUT` for an address that would show the login on its way, `SECRETS_UNAVAILABLE`
 */
export async function addKeySource({ keySources }: Engine, source: NewSource): Promise<string> {
  const { address } = source.settings;
  if (address === undefined) return keySources.add(source);
  const { protocol, hostname, username, password, search, hash } = new URL(address);
  if (username || password || search || hash)
    throw new PurserError(
      'INVALID_INPUT',
      'An address is a scheme, a host and a path, without a login, query or fragment.',
    );
  if (protocol === 'http:' && !isPrivateHost(hostname))
    throw new PurserError(
      'INVALID_INPUT',
      `${address} is not encrypted: anybody on the way could read the login and every key. Give its ` +
        `address with https://.`,
    );
  return keySources.add(source);
}
