import { PurserError } from '../../../shared/errors.ts';
import type { SecretStore } from '../secret-store.ts';

/**
 * Moves secrets from one store to another. Each is read back there before anything is deleted here; if one fails, the
 * store that they came from has them all.
 * @param names that may be there; those that are not are passed over
 * @returns how many there were, and how many of them could not be deleted where they came from
 * @throws PurserError `SECRETS_UNAVAILABLE`; then nothing was moved
 */
export async function moveSecrets(
  from: SecretStore,
  to: SecretStore,
  names: readonly string[],
): Promise<{ readonly moved: number; readonly left: number }> {
  const copied: { readonly name: string; readonly before: string | undefined }[] = [];
  try {
    for (const name of names) {
      const secret = await from.get(name);
      if (secret === undefined) continue;
      copied.push({ name, before: await to.get(name) });
      await to.set(name, secret);
      if ((await to.get(name)) !== secret)
        throw new PurserError(
          'SECRETS_UNAVAILABLE',
          `The ${to.kind} gave back something else than it was given, so nothing was moved.`,
        );
    }
  } catch (error) {
    for (const { name, before } of copied)
      await (before === undefined ? to.delete(name) : to.set(name, before)).catch(() => undefined);
    throw error;
  }
  let left = 0;
  for (const { name } of copied) await from.delete(name).catch(() => (left += 1));
  return { moved: copied.length, left };
}
