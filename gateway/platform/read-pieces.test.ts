import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readPieces } from './read-pieces.ts';

const source = (...pieces: readonly string[]): Readable =>
  Readable.from(
    pieces.map((piece) => Buffer.from(piece)),
    { objectMode: false },
  );

describe('a stream that is read piece by piece', () => {
  it('ends when its last piece has been taken, however long that takes', async () => {
    const taken: string[] = [];
    const whole = await readPieces(source('a', 'b', 'c'), async (piece) => {
      await sleep(5);
      taken.push(piece.toString());
      return true;
    });
    expect([whole, taken.join('')]).toEqual([true, 'abc']);
  });

  it('is read no further while a piece is being taken', async () => {
    let busy = 0;
    const seen: number[] = [];
    await readPieces(source('a', 'b', 'c'), async () => {
      busy += 1;
      seen.push(busy);
      await sleep(2);
      busy -= 1;
      return true;
    });
    expect(seen).toEqual([1, 1, 1]);
  });

  it.each([
    ['at once', () => false],
    ['later', () => sleep(2).then(() => false)],
  ])('stops where it is told to %s', async (_, take) => {
    const stream = source('a', 'b');
    let count = 0;
    const whole = await readPieces(stream, () => {
      count += 1;
      return take();
    });
    expect([whole, count, stream.destroyed]).toEqual([false, 1, false]);
  });

  it('that breaks off while a piece is being taken rejects only then', async () => {
    const order: string[] = [];
    const stream = new Readable({ read: () => undefined });
    const reading = readPieces(stream, async () => {
      await sleep(10);
      order.push('taken');
      return true;
    }).catch((error: unknown) => order.push(String(error)));
    stream.push('a');
    await sleep(1);
    stream.destroy(new Error('lost'));
    await reading;
    expect(order).toEqual(['taken', 'Error: lost']);
  });

  it.each([
    ['at once', fail],
    ['later', () => sleep(1).then(fail)],
  ])('rejects with what its taker throws %s', async (_, take) => {
    await expect(readPieces(source('a', 'b'), take)).rejects.toThrow('no');
  });
});

function fail(): never {
  throw new Error('no');
}
