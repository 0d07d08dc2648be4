import { parseCap } from '../../../shared/cap.ts';
import { FAMILY_VARIABLES } from '../variables.ts';
import type { Family } from '../tool-spec.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { StrayKey } from './check-plain-keys.ts';

/** Keeps provider keys: the secret store behind the providers. */
export interface KeyKeeper {
  /** Whether Purser has providers of this family at all. */
  canKeep(family: Family): boolean;
  /** Puts a key into the secret store, unless it is there. @returns the provider's name */
  keep(family: Family, key: string): Promise<string>;
}

/**
 * Moves a key from a file into the secret store, and puts a capped sub-key with its base URL in its place. In this
 * order, so that at no moment the key is nowhere. @returns a sentence about what was done
 */
export async function moveKey(
  deps: ConnectionDeps,
  keeper: KeyKeeper,
  { family, key, file, line, assignment }: StrayKey,
): Promise<string> {
  const provider = await keeper.keep(family, key);
  const cap = parseCap('5/day');
  const name = file.split(/[\\/]/).slice(-2).join('/');
  const { id, secret } = await deps.keys.issue(
    name.slice(0, 60),
    { caps: cap ? [cap] : [], providers: [provider] },
    { capsOn: 'agent', isChosen: false },
  );
  const [url] = FAMILY_VARIABLES[family].urls;
  try {
    const text = (await deps.files.read(file)) ?? '';
    const lines = text.split('\n');
    const old = lines[line - 1] ?? '';
    const replaced = old.replace(key, secret);
    const address = `${deps.gatewayUrl}/${provider}${url?.form === 'v1' ? '/v1' : ''}`;
    // The same notation as the line it stands beside: export, set -gx, $env:.
    const beside = old.replace(key, address).replace(assignment?.name ?? '', url?.name ?? '');
    await deps.files.write(file, lines.toSpliced(line - 1, 1, replaced, beside).join('\n'), text);
  } catch (error) {
    await deps.keys.revoke(id);
    throw error;
  }
  return (
    `Moved the key on line ${line} of ${file} into the secret store as provider "${provider}". A sub-key with a ` +
    `cap of $5.00 a day takes its place. Copies elsewhere (shell history, backups, git) are not touched: replace ` +
    `the key at the provider if there are any.`
  );
}
