const PREFIX = 'sk-purser-';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECK_LENGTH}}$`);

/** Random bytes that {@link formatSubKey} needs: more than enough to survive rejection sampling. */
export const SUB_KEY_ENTROPY_BYTES = 64;

/**
 * Makes the text of a sub-key: `sk-purser-`, 32 random base-62 characters (190 bits), 6 of checksum. The `sk-`
 * satisfies tools that check it; no character needs quoting in a shell, TOML, JSON or YAML.
 * @param entropy at least {@link SUB_KEY_ENTROPY_BYTES} random bytes
 * @throws RangeError when the bytes run out
 */
export function formatSubKey(entropy: Uint8Array): string {
  // Bytes of 248 and above are dropped, so that every character is equally likely.
  const secret = Array.from(entropy.filter((byte) => byte < 248).subarray(0, SECRET_LENGTH), (byte) =>
    ALPHABET.charAt(byte % 62),
  ).join('');
  if (secret.length < SECRET_LENGTH) throw new RangeError('not enough random bytes for a sub-key');
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** True when the text has the form and checksum of a sub-key. Says nothing about whether it was ever issued. */
export function isSubKeyShaped(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const secret = text.slice(PREFIX.length, PREFIX.length + SECRET_LENGTH);
  return checksum(secret) === text.slice(PREFIX.length + SECRET_LENGTH);
}

/** FNV-1a over the secret, in base 62: a secret scanner can recognise it, and a typo shows without a lookup. */
function checksum(secret: string): string {
  let hash = 0x811c9dc5;
  for (const character of secret) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  let text = '';
  for (let rest = hash; text.length < CHECK_LENGTH; rest = Math.floor(rest / 62)) text += ALPHABET.charAt(rest % 62);
  return text;
}
