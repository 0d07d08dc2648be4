import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * The bytes of a vault: a readable header and one sealed body. scrypt makes two keys from the passphrase; one
 * seals the body (AES-256-GCM, header as additional data), the other makes `check`, which tells a wrong
 * passphrase from a damaged body.
 */
export interface VaultKey {
  readonly kdf: Kdf;
  readonly seal: Buffer;
  readonly check: string;
}

/** Secrets by name. Pairs rather than an object, so that no name (`__proto__`) is special. */
export type Secrets = ReadonlyMap<string, string>;

export interface VaultFile {
  readonly header: Header;
  readonly body: string;
}

const CURRENT_COST = { N: 2 ** 17, r: 8, p: 1 } as const;
/** A damaged or hostile file must not make Purser allocate without end: 128 * N * r bytes. */
const MAX_SCRYPT_BYTES = 512 * 2 ** 20;
const TAG_BYTES = 16;

const bytesSchema = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length);
const kdfSchema = z
  .strictObject({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .refine((n) => Number.isInteger(Math.log2(n))),
    r: z.int().min(8).max(32),
    p: z.int().min(1).max(4),
    salt: bytesSchema(16),
  })
  .refine(({ N, r }) => 128 * N * r <= MAX_SCRYPT_BYTES);
const headerSchema = z.strictObject({
  format: z.literal('purser-vault'),
  version: z.literal(1),
  kdf: kdfSchema,
  check: bytesSchema(32),
  cipher: z.literal('aes-256-gcm'),
  nonce: bytesSchema(12),
});
const fileSchema = z.strictObject({ header: headerSchema, body: z.base64() });
const versionSchema = z.object({ header: z.object({ format: z.literal('purser-vault'), version: z.int().min(2) }) });
const secretsSchema = z.array(z.tuple([z.string(), z.string()]));

type Kdf = z.infer<typeof kdfSchema>;
type Header = z.infer<typeof headerSchema>;

/** Parameters for a new vault: today's cost and a fresh salt. */
export function newKdf(): Kdf {
  return { name: 'scrypt', ...CURRENT_COST, salt: randomBytes(16).toString('base64') };
}

/** Derives the keys; takes about half a second and 128 MB on purpose. */
export async function deriveKey(passphrase: string, kdf: Kdf): Promise<VaultKey> {
  const { N, r, p } = kdf;
  // NFKC: the same passphrase typed on another system may arrive in another Unicode form.
  const keys = await new Promise<Buffer>((resolve, reject) => {
    scrypt(
      passphrase.normalize('NFKC'),
      Buffer.from(kdf.salt, 'base64'),
      64,
      { N, r, p, maxmem: 128 * r * (N + p) + 2 ** 20 },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
  const check = createHmac('sha256', keys.subarray(32)).update('purser-vault key check').digest('base64');
  return { kdf, seal: keys.subarray(0, 32), check };
}

/** True when the key is the one this vault was sealed with. */
export function keyFits(key: VaultKey, file: VaultFile): boolean {
  return timingSafeEqual(Buffer.from(key.check, 'base64'), Buffer.from(file.header.check, 'base64'));
}

/** Seals secrets into the text of a vault file, under a fresh nonce. */
export function sealVault(secrets: Secrets, key: VaultKey): string {
  const nonce = randomBytes(12);
  const header: Header = {
    format: 'purser-vault',
    version: 1,
    kdf: key.kdf,
    check: key.check,
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
  };
  const cipher = createCipheriv('aes-256-gcm', key.seal, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(JSON.stringify(header)));
  const sealed = [cipher.update(JSON.stringify([...secrets]), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return textOf({ header, body: Buffer.concat(sealed).toString('base64') });
}

/** Opens a sealed body. @returns undefined when it was changed by anything but Purser. */
export function openVault(file: VaultFile, key: VaultKey): Secrets | undefined {
  const sealed = Buffer.from(file.body, 'base64');
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.seal, Buffer.from(file.header.nonce, 'base64'), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(JSON.stringify(file.header)));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const opened = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return new Map(secretsSchema.parse(JSON.parse(opened.toString('utf8'))));
  } catch {
    return undefined;
  }
}

/**
 * Reads the text of a vault file. Only the exact text that Purser writes is accepted, so no byte can be changed
 * unnoticed. @returns `newer` for a version this Purser does not know, `damaged` for anything else.
 */
export function parseVault(text: string): VaultFile | 'newer' | 'damaged' {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'damaged';
  }
  if (versionSchema.safeParse(value).success) return 'newer';
  const parsed = fileSchema.safeParse(value);
  return parsed.success && textOf(parsed.data) === text && isCanonical(parsed.data.body) ? parsed.data : 'damaged';
}

function textOf(file: VaultFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Base64 can spell the same bytes in several ways; only one of them is ours. */
function isCanonical(base64: string): boolean {
  return Buffer.from(base64, 'base64').toString('base64') === base64;
}
