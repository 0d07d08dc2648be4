import { expect, test } from 'vitest';
import { ZERO } from '../../../../shared/money.ts';
import { bucketAt, moveHead, selectedSpan } from './selection.ts';

const rows = [10, 20, 30, 40].map((at) => ({ at, end: at + 10, total: ZERO, byGroup: {}, before: ZERO }));

test('a place on the axis is a bucket, a place beside it the nearest one', () => {
  expect([-0.2, 0, 0.24, 0.25, 0.99, 1, 1.5].map((share) => bucketAt(rows, share))).toEqual([
    10, 10, 10, 20, 40, 40, 40,
  ]);
  expect(bucketAt([], 0.5)).toBeUndefined();
});

test('what is picked is whole buckets, in whichever direction', () => {
  expect(selectedSpan(rows, { anchor: 20, head: 30 })).toEqual({ from: 20, to: 40 });
  expect(selectedSpan(rows, { anchor: 30, head: 20 })).toEqual({ from: 20, to: 40 });
  expect(selectedSpan(rows, { anchor: 20, head: 20 })).toEqual({ from: 20, to: 30 });
});

test('what has slid out of the chart is picked no more', () => {
  expect(selectedSpan(rows, { anchor: 0, head: 20 })).toBeUndefined();
});

test('the head moves bucket by bucket and stops at the ends', () => {
  expect(moveHead(rows, { anchor: 20, head: 30 }, 1)).toEqual({ anchor: 20, head: 40 });
  expect(moveHead(rows, { anchor: 20, head: 40 }, 1)).toEqual({ anchor: 20, head: 40 });
  expect(moveHead(rows, { anchor: 20, head: 10 }, -1)).toEqual({ anchor: 20, head: 10 });
});
