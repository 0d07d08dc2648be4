import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArraySplitter } from './array-splitter.ts';

/** Feeds the bytes in pieces that end at these places. */
function split(
  bytes: Buffer,
  cuts: readonly number[],
  max = 2 ** 20,
): { readonly items: readonly (string | undefined)[]; readonly raw: readonly Buffer[]; readonly rest: Buffer } {
  const splitter = createArraySplitter(max);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((left, right) => left - right);
  const events = [0, ...places].flatMap((start, index) =>
    splitter.push(bytes.subarray(start, places[index] ?? bytes.length)),
  );
  return {
    items: events.map((event) => event.parsed?.data),
    raw: events.map((event) => event.raw),
    rest: splitter.rest(),
  };
}
const all = (text: string, cuts: readonly number[] = []) => split(Buffer.from(text), cuts);

describe('the items of a JSON array', () => {
  it.each([
    ['[{"a":1}\n,\r\n{"b":[2,{"c":3}]}\n]\n', ['{"a":1}', '{"b":[2,{"c":3}]}'], '\n]\n'],
    ['\n \n[ {"a":"}],[\\"{"} ]', ['{"a":"}],[\\"{"}'], ' ]'],
    ['[]', [], '[]'],
    ['[{"a":1},', ['{"a":1}'], ','],
    ['[{"a":1},{"b', ['{"a":1}'], ',{"b'],
    // Not an array, but the only way some servers say that something went wrong.
    ['{"error":{"code":500}}\n', ['{"error":{"code":500}}'], '\n'],
    ['', [], ''],
    ['[[1,2],[3]]', ['[1,2]', '[3]'], ']'],
  ])('%j', (text, items, rest) => {
    const found = all(text);
    expect(found.items).toEqual(items);
    expect(found.rest.toString()).toBe(rest);
  });

  it('can be ended by hand after any item', () => {
    const { raw } = all('[{"a":1}\n,\n{"b":2}\n,\n{"c":3}]');
    for (let count = 1; count <= 3; count += 1)
      expect(JSON.parse(`${Buffer.concat(raw.slice(0, count)).toString()},{"last":true}]`)).toHaveLength(count + 1);
  });

  it('are the same wherever the bytes are cut, and every byte comes out again', () => {
    const value = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 5 }),
        fc.array(fc.nat(2_000), { maxLength: 12 }),
        fc.constantFrom('', '\n', '\r\n'),
        (values, cuts, gap) => {
          const texts = values.map((one) => JSON.stringify(one));
          const bytes = Buffer.from(`[${texts.join(`${gap},${gap}`)}]${gap}`);
          const { items, raw, rest } = split(bytes, cuts);
          expect(items).toEqual(texts);
          expect(Buffer.concat([...raw, rest])).toEqual(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('come out as bytes even when they make no sense', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc
            .array(fc.constantFrom('[', ']', '{', '}', ',', ':', '"', '\\', ' ', '\n', '1', 'a'), { maxLength: 60 })
            .map((noise) => Uint8Array.from(Buffer.from(noise.join('')))),
        ),
        fc.array(fc.nat(200), { maxLength: 6 }),
        fc.constantFrom(8, 2 ** 20),
        (noise, cuts, max) => {
          const bytes = Buffer.from(noise);
          const { raw, rest } = split(bytes, cuts, max);
          expect(Buffer.concat([...raw, rest])).toEqual(bytes);
          expect(rest.length).toBeLessThanOrEqual(max);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('that are too large are passed on unread, and the next one is read again', () => {
    const long = `{"a":"${'x'.repeat(200)}"}`;
    const { items, raw } = split(Buffer.from(`[${long},{"b":1}]`), [50, 100, 150, 200], 64);
    expect(items.at(-1)).toBe('{"b":1}');
    expect(items.slice(0, -1).every((item) => item === undefined)).toBe(true);
    expect(Buffer.concat(raw).toString()).toBe(`[${long},{"b":1}`);
  });
});
