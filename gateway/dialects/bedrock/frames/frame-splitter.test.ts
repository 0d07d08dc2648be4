import { EventStreamCodec } from '@smithy/eventstream-codec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawEvent } from '../../json/sse-splitter.ts';
import { createFrameSplitter } from './frame-splitter.ts';
import { EXCEPTION } from './read-frame.ts';
import { asLetters, writeException, writeFrame } from './write-frame.ts';

const MOST = 4_096;
/** AWS's own. */
const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text),
);
const text = (value: string) => ({ type: 'string', value }) as const;

function encode(event: string, payload: unknown): Buffer {
  const headers = {
    ':event-type': text(event),
    ':message-type': text('event'),
    flag: { type: 'boolean', value: true } as const,
    bytes: { type: 'binary', value: Buffer.from([1, 2, 3]) } as const,
    count: { type: 'integer', value: 7 } as const,
  };
  return Buffer.from(codec.encode({ headers, body: Buffer.from(JSON.stringify(payload)) }));
}

/** Cuts bytes at these places, which may be anywhere. */
function cutAt(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const all = [...new Set([0, ...places.map((place) => place % (bytes.length + 1)), bytes.length])];
  return all
    .toSorted((left, right) => left - right)
    .flatMap((from, index, sorted) => (index + 1 < sorted.length ? [bytes.subarray(from, sorted[index + 1])] : []));
}

function split(
  chunks: readonly Buffer[],
  most = MOST,
): { readonly events: readonly RawEvent[]; readonly bytes: Buffer } {
  const splitter = createFrameSplitter(most);
  const events = chunks.flatMap((chunk) => splitter.push(chunk));
  return { events, bytes: Buffer.concat([...events.map(({ raw }) => raw), splitter.rest()]) };
}

const payloads = fc.array(fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 }), { minLength: 1, maxLength: 8 });
const places = fc.array(fc.nat(100_000), { maxLength: 40 });

describe('a stream of frames, cut anywhere', () => {
  it('gives every frame with its payload, and every byte as it came', () => {
    fc.assert(
      fc.property(payloads, places, (objects, cuts) => {
        const stream = Buffer.concat(objects.map((object, index) => encode(`event${index}`, object)));
        const { events, bytes } = split(cutAt(stream, cuts));
        expect(events.map(({ parsed }) => parsed)).toEqual(
          objects.map((object, index) => ({ event: `event${index}`, data: JSON.stringify(object) })),
        );
        expect(bytes.equals(stream)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('passes every byte of anything at all, and never throws', () => {
    const damage = fc.array(fc.tuple(fc.nat(5_000), fc.nat(255)), { maxLength: 5 });
    fc.assert(
      fc.property(payloads, damage, places, fc.uint8Array({ maxLength: 200 }), (objects, spots, cuts, junk) => {
        const stream = Buffer.concat([...objects.map((object) => encode('event', object)), Buffer.from(junk)]);
        for (const [place, byte] of spots) stream[place % stream.length] = byte;
        expect(split(cutAt(stream, cuts)).bytes.equals(stream)).toBe(true);
        expect(split(cutAt(stream, cuts), 100).bytes.equals(stream)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads nothing of a frame with a wrong checksum, and goes on after it', () => {
    const [bad, good] = [encode('one', { a: 1 }), encode('two', { b: 2 })];
    bad.writeUInt8(bad.readUInt8(bad.length - 6) ^ 1, bad.length - 6);
    expect(split([Buffer.concat([bad, good])]).events.map(({ parsed }) => parsed?.event)).toEqual([undefined, 'two']);
  });

  it('passes a frame on unread that is too large, and reads the next one', () => {
    const [large, small] = [encode('large', { text: 'x'.repeat(5_000) }), encode('small', {})];
    const { events } = split(cutAt(Buffer.concat([large, small]), [1_000, 3_000]));
    expect(events.filter(({ parsed }) => parsed).map(({ parsed }) => parsed?.event)).toEqual(['small']);
  });
});

describe('a frame that is written here', () => {
  it('is one to the library of AWS, also as letters', () => {
    const frame = Buffer.from(asLetters(writeFrame('metadata', { text: 'café €' })), 'latin1');
    const { headers, body } = codec.decode(frame);
    expect(headers[':event-type']?.value).toBe('metadata');
    expect(JSON.parse(Buffer.from(body).toString())).toEqual({ text: 'café €' });
  });

  it('may say that something failed', () => {
    const { events } = split([writeException('validationException', { message: 'no' })]);
    expect(events[0]?.parsed).toEqual({ event: EXCEPTION, data: '{"message":"no"}' });
  });
});
