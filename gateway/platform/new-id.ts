import type { Random } from './ports.ts';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A random public id: the prefix and `length` characters of base 36 (12 of them are 62 bits). */
export function newId(random: Random, prefix: 'agt' | 'key' | 'req' | 'ref' | 'apr' | 'brw', length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length * 2))
      if (byte < 252 && text.length < length) text += ALPHABET.charAt(byte % 36);
  }
  return `${prefix}_${text}`;
}
