import { expect, it } from 'vitest';
import { systemRandom } from './defaults.ts';

it('random bytes are as many as asked for, never the same twice, and do not change later', () => {
  const all = Array.from({ length: 2_000 }, (_, index) => systemRandom.bytes(8 + (index % 40)));
  const kept = all.map((bytes) => Buffer.from(bytes).toString('hex'));
  expect(all.every((bytes, index) => bytes.length === 8 + (index % 40))).toBe(true);
  expect(new Set(kept).size).toBe(kept.length);
  expect(all.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual(kept);
  expect(systemRandom.bytes(10_000).length).toBe(10_000);
  expect(kept.some((hex) => /^0+$/.test(hex))).toBe(false);
});
