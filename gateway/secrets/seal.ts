import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../platform/ports.ts';
import type { SecretStore } from './secret-store.ts';

/**
 * Hides something on the disk from everything that reads the data folder. The key is in the secret store, so nothing of
 * this lies there in plain text.
 */
export interface Seal {
  /**
   * @param about the place that it belongs to: it can be opened only with the same
   * @throws PurserError `SECRETS_UNAVAILABLE`
   */
  close(plain: Uint8Array, about?: string): Promise<Buffer>;
  /**
   * @returns undefined when it cannot be read any more: the secret store has another key or none, or it was changed
   * @throws PurserError `SECRETS_UNAVAILABLE`
   */
  open(sealed: Uint8Array, about?: string): Promise<Buffer | undefined>;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @see Seal
 * @param name of its key in the secret store; made when the first thing is sealed
 */
export function createSeal(secrets: Pick<SecretStore, 'get' | 'set'>, random: Random, name: string): Seal {
  const keyOf = async (): Promise<Buffer | undefined> => {
    const stored = await secrets.get(name);
    return stored === undefined ? undefined : Buffer.from(stored, 'base64');
  };
  const make = async (): Promise<Buffer> => {
    const known = await keyOf();
    if (known) return known;
    const key = Buffer.from(random.bytes(KEY_BYTES));
    await secrets.set(name, key.toString('base64'));
    return key;
  };
  // Two things that are sealed first, at the same time, must not make two keys.
  let making: Promise<Buffer> | undefined;
  return {
    async close(plain, about = '') {
      making ??= make().finally(() => (making = undefined));
      const key = await making;
      const nonce = Buffer.from(random.bytes(NONCE_BYTES));
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    async open(sealed, about = '') {
      const key = await keyOf();
      if (!key) return undefined;
      const bytes = Buffer.from(sealed);
      try {
        const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(about));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}
