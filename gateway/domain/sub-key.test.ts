import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSubKey, isSubKeyShaped, SUB_KEY_ENTROPY_BYTES } from './sub-key.ts';

const entropy = fc
  .uint8Array({ minLength: SUB_KEY_ENTROPY_BYTES, maxLength: SUB_KEY_ENTROPY_BYTES })
  .filter((bytes) => bytes.filter((byte) => byte < 248).length >= 32);
const BASE_62 = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

describe('a sub-key', () => {
  it('is `sk-purser-` and 38 characters that need no quoting anywhere', () => {
    fc.assert(
      fc.property(entropy, (bytes) => {
        const key = formatSubKey(bytes);
        expect(key).toMatch(/^sk-purser-[0-9A-Za-z]{38}$/);
        expect(isSubKeyShaped(key)).toBe(true);
      }),
    );
  });

  it('is not taken for one with any single character changed', () => {
    fc.assert(
      fc.property(entropy, fc.nat(37), fc.constantFrom(...BASE_62), (bytes, position, character) => {
        const key = formatSubKey(bytes);
        const at = 'sk-purser-'.length + position;
        fc.pre(key[at] !== character);
        expect(isSubKeyShaped(key.slice(0, at) + character + key.slice(at + 1))).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is not taken for one when cut, extended, in other case or in other company', () => {
    const key = formatSubKey(new Uint8Array(randomBytes(SUB_KEY_ENTROPY_BYTES)));
    const wrong = [
      key.slice(0, -1),
      `${key}a`,
      key.toUpperCase(),
      ` ${key}`,
      `${key}\n`,
      key.replace('purser', 'proj'),
      `${key} ${key}`,
      key.replace('sk-', 'SK-'),
      '',
    ];
    for (const text of wrong) expect(isSubKeyShaped(text)).toBe(false);
    expect(isSubKeyShaped(`sk-purser-${'é'.repeat(38)}`)).toBe(false);
  });

  it('is never made of too few random bytes', () => {
    expect(() => formatSubKey(new Uint8Array(31))).toThrow(RangeError);
    // All of them are dropped by the rejection sampling.
    expect(() => formatSubKey(new Uint8Array(SUB_KEY_ENTROPY_BYTES).fill(255))).toThrow(RangeError);
    expect(formatSubKey(new Uint8Array(32))).toMatch(/^sk-purser-0{32}/);
  });

  it('uses every character equally often', () => {
    const counts = new Map<string, number>(BASE_62.map((character) => [character, 0]));
    const keys = 2_000;
    for (let index = 0; index < keys; index += 1) {
      for (const character of formatSubKey(new Uint8Array(randomBytes(SUB_KEY_ENTROPY_BYTES))).slice(10, 42))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    const expected = (keys * 32) / 62;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(62);
    // 61 degrees of freedom: above this once in ten million runs. A bias of `byte % 62` alone would give 400.
    expect(chiSquare).toBeLessThan(140);
  });

  it('runs out of random bytes less than once in a lifetime', () => {
    // At most 32 of 64 bytes may be dropped; each is with 8/256.
    let tail = 0;
    for (let dropped = 33; dropped <= 64; dropped += 1) {
      let ways = 1;
      for (let index = 0; index < dropped; index += 1) ways = (ways * (64 - index)) / (index + 1);
      tail += ways * (8 / 256) ** dropped * (248 / 256) ** (64 - dropped);
    }
    expect(tail).toBeLessThan(1e-30);
  });
});
