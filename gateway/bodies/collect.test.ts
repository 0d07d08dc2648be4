import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollector } from './collect.ts';

const pieces = fc.tuple(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 0, max: 60 }),
);

test('wherever it is cut and however it comes, the text stays text: a beginning, less than one character short', () => {
  fc.assert(
    fc.property(pieces, ([text, step, most]) => {
      const bytes = Buffer.from(text);
      const collector = createCollector(most);
      for (let at = 0; at < bytes.length; at += step) collector.add(bytes.subarray(at, at + step));
      const { text: bytesKept, size } = collector.body();
      const kept = bytesKept?.toString('utf8');
      expect(size).toBe(bytes.length);
      expect(text.startsWith(kept ?? 'no text')).toBe(true);
      const length = Buffer.byteLength(kept ?? '');
      expect(length).toBeLessThanOrEqual(most);
      expect(length).toBeGreaterThan(Math.min(most, bytes.length) - 4);
      if (bytes.length <= most) expect(kept).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test('what is no text is counted and not kept', () => {
  const collector = createCollector();
  collector.add(Buffer.from([0xff, 0xfe, 0x00, 0x80]));
  expect(collector.body()).toEqual({ text: null, size: 4 });
});

test('what was handed over may change afterwards', () => {
  const collector = createCollector();
  const bytes = Buffer.from('as it was');
  collector.add(bytes);
  bytes.fill('x');
  expect(collector.body().text?.toString()).toBe('as it was');
});
