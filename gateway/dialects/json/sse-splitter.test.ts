import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseSplitter } from './sse-splitter.ts';
import type { RawEvent } from './sse-splitter.ts';

const MAX = 1 << 20;

/** The events of a stream that is cut at these offsets. */
function split(
  bytes: Buffer,
  cuts: readonly number[],
  max = MAX,
): { readonly events: readonly RawEvent[]; readonly rest: Buffer } {
  const splitter = createSseSplitter(max);
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1))), bytes.length].toSorted(
    (left, right) => left - right,
  );
  const events: RawEvent[] = [];
  let from = 0;
  for (const end of ends) {
    // A copy each: a splitter that keeps a view of a chunk must not depend on what its owner does to it later.
    events.push(...splitter.push(Buffer.from(bytes.subarray(from, end))));
    from = end;
  }
  return { events, rest: splitter.rest() };
}
const read = (text: string, cuts: readonly number[] = []) =>
  split(Buffer.from(text), cuts).events.flatMap(({ parsed }) => parsed ?? []);

const ends = fc.constantFrom('\n', '\r\n', '\r');
const word = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' two', ':', '{"a":"ü😀"}', '[DONE]', 'data: x', '鍵'))
  .map((text) => text.replaceAll(/[\r\n]/g, ''));
const line = fc.oneof(
  word.map((text) => `data: ${text}`),
  word.map((text) => `data:${text}`),
  word.map((text) => `event: ${text}`),
  word.map((text) => `: ${text}`),
  word.map((text) => `id: ${text}`),
  fc.constant('data'),
  fc.constant('retry: 10'),
);
/** A stream with any of the three line ends, mixed, and some bytes after its last blank line. */
const stream = fc
  .tuple(
    fc.array(fc.tuple(fc.array(fc.tuple(line, ends), { maxLength: 4 }), ends), { maxLength: 6 }),
    fc.oneof(fc.constant(''), word),
    fc.boolean(),
  )
  .map(([events, rest, bom]) =>
    Buffer.from(
      (bom ? '\ufeff' : '') +
        events.map(([lines, blank]) => lines.map(([text, end]) => text + end).join('') + blank).join('') +
        rest,
    ),
  );

/** The standard's own algorithm, on the whole text at once. */
function byTheStandard(bytes: Buffer): readonly { readonly event: string; readonly data: string }[] {
  const events: { event: string; data: string }[] = [];
  let event = '';
  let data: string[] = [];
  const lines = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/);
  // Text after the last line end is not a line yet.
  for (const text of lines.slice(0, -1)) {
    if (text === '') {
      if (data.length > 0) events.push({ event: event === '' ? 'message' : event, data: data.join('\n') });
      event = '';
      data = [];
      continue;
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/su.exec(text) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'event') event = value;
  }
  return events;
}

describe('a stream of events, however it was cut', () => {
  it('comes out byte for byte', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(10_000)), (bytes, cuts) => {
        const { events, rest } = split(bytes, cuts);
        expect(Buffer.concat([...events.map(({ raw }) => raw), rest]).equals(bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as the standard reads it', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(10_000)), (bytes, cuts) => {
        expect(split(bytes, cuts).events.flatMap(({ parsed }) => parsed ?? [])).toEqual(byTheStandard(bytes));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same byte by byte', () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        const every = Array.from({ length: bytes.length }, (_, index) => index);
        expect(split(bytes, every).events.flatMap(({ parsed }) => parsed ?? [])).toEqual(byTheStandard(bytes));
      }),
    );
  });
});

describe('one event', () => {
  it.each([
    ['data: a\n\n', [{ event: 'message', data: 'a' }]],
    [
      'data: a\r\rdata: b\r\r',
      [
        { event: 'message', data: 'a' },
        { event: 'message', data: 'b' },
      ],
    ],
    ['event: x\r\ndata: 1\r\ndata: 2\r\n\r\n', [{ event: 'x', data: '1\n2' }]],
    ['data: a\n\r\n', [{ event: 'message', data: 'a' }]],
    ['data:  two spaces\n\n', [{ event: 'message', data: ' two spaces' }]],
    [': keep-alive\n\n', []],
    ['event: ping\n\n', []],
    ['\n\n\r\n\r\r', []],
    ['data\n\n', [{ event: 'message', data: '' }]],
    // Never ended: a client would not see it either.
    ['data: a\n', []],
    ['\ufeffdata: a\n\n', [{ event: 'message', data: 'a' }]],
    // Only the first character of a stream can be a byte order mark.
    ['data: a\n\n\ufeffdata: b\n\n', [{ event: 'message', data: 'a' }]],
  ])('%j', (text, events) => expect(read(text)).toEqual(events));

  it('waits for the LF of a CRLF that was cut in two, and takes it for no line of its own', () => {
    const splitter = createSseSplitter(MAX);
    expect(splitter.push(Buffer.from('data: a\r')).length).toBe(0);
    expect(splitter.push(Buffer.from('\n')).length).toBe(0);
    expect(splitter.push(Buffer.from('\r')).length).toBe(1);
    expect(splitter.push(Buffer.from('\ndata: b\r\n\r\n')).map(({ parsed }) => parsed?.data)).toEqual(['b']);
  });
});

describe('an event that never ends', () => {
  it('is passed on in pieces and never kept', () => {
    const splitter = createSseSplitter(1_000);
    const chunk = Buffer.alloc(300, 'x');
    let out = 0;
    for (let index = 0; index < 200; index += 1) {
      for (const { raw, parsed } of splitter.push(chunk)) {
        expect(parsed).toBeUndefined();
        out += raw.length;
      }
      expect(splitter.rest().length).toBeLessThanOrEqual(1_000);
    }
    expect(out + splitter.rest().length).toBe(200 * 300);
  });

  it('does not take the next one with it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 400 }),
        ends,
        fc.integer({ min: 1, max: 9 }),
        fc.nat(3),
        (length, end, step, lines) => {
          // A line in its middle must not be taken for the end of the event, and the rest of it for another one.
          const bytes = Buffer.from(
            `data: ${'y'.repeat(length)}${end}${`data: z${end}`.repeat(lines)}${end}data: next${end}${end}`,
          );
          const cuts = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => index * step);
          const { events, rest } = split(bytes, cuts, 16);
          expect(Buffer.concat([...events.map(({ raw }) => raw), rest]).equals(bytes)).toBe(true);
          expect(events.flatMap(({ parsed }) => parsed ?? [])).toEqual([{ event: 'message', data: 'next' }]);
        },
      ),
    );
  });
});
