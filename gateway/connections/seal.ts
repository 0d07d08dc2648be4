import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../ports.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/**
 * Hides what stood in a person's files before (it may hold their own keys) from everything that reads the data folder.
 * The key is in the secret store, so nothing of this lies on the disk in plain text.
 */
export interface Seal {
  close(text: string): Promise<string>;
  /** @returns undefined when it cannot be read any more: the secret store forgot the key, or somebody changed the text */
  open(sealed: string): Promise<string | undefined>;
}

const NAME = 'connections:seal';
const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @see Seal */
export function createSeal(secrets: SecretStore, random: Random): Seal {
  const keyOf = async (): Promise<Buffer | undefined> => {
    const stored = await secrets.get(NAME);
    return stored === undefined ? undefined : Buffer.from(stored, 'base64');
  };
  return {
    async close(text) {
      let key = await keyOf();
      if (!key) {
        key = Buffer.from(random.bytes(KEY_BYTES));
        await secrets.set(NAME, key.toString('base64'));
      }
      const nonce = Buffer.from(random.bytes(NONCE_BYTES));
      const cipher = createCipheriv(ALGORITHM, key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    async open(sealed) {
      const key = await keyOf();
      if (!key) return undefined;
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
