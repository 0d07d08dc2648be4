import { expect, it } from 'vitest';
import { homeOf } from '../homes.ts';
import { OWN_RECORDINGS } from '../own/recordings.ts';
import { billOf } from './bill.ts';

const NOON = Date.parse('2026-11-30T12:00:00Z');

/** Worked out by hand from the price lists of 2026-11, in nano-dollars. */
const BY_HAND: readonly (readonly [id: string, nanodollars: number])[] = [
  ['chat', 60 * 2_500 + 30 * 10_000],
  ['chat-stream', 476 * 400 + 1_024 * 100 + 150 * 1_600],
  ['chat-429', 0],
  ['message-cache', 1_000 * 1_000 + 2_000 * 100 + 2_000 * 1_250 + 1_000 * 2_000 + 20 * 5_000],
  ['message-search', 9_000 * 3_000 + 80 * 15_000 + 2 * 10_000_000],
  ['message-overloaded', 0],
  ['gemini-search', 90 * 300 + 60 * 2_500 + 35_000_000],
  ['gemini-stream', 1_952 * 750 + 2_048 * 75 + 180 * 3_750],
  ['deepseek-stream', 80 * 660 + 1_920 * 22 + 120 * 1_980],
  ['mistral-stream', 144 * 2_000 + 256 * 200 + 120 * 6_000],
  ['openrouter', 1_051_000],
  ['ollama', 0],
  ['own-server', 150 * 1_000 + 40 * 2_000],
];

it.each(BY_HAND)('%s costs what a person works out by hand', (id, nanodollars) => {
  const exchange = OWN_RECORDINGS.find((one) => one.id === `own/${id}`);
  expect(exchange && billOf(exchange, homeOf(exchange.url), NOON)?.nanodollars).toBe(nanodollars);
});

it('a peak hour at DeepSeek costs twice as much, but not on a Saturday', () => {
  const exchange = OWN_RECORDINGS.find(({ id }) => id === 'own/deepseek-stream');
  const at = (moment: string): number | undefined =>
    exchange && billOf(exchange, homeOf(exchange.url), Date.parse(moment))?.nanodollars;
  expect(at('2026-11-30T02:00:00Z')).toBe(2 * (80 * 660 + 1_920 * 22 + 120 * 1_980));
  expect(at('2026-11-28T02:00:00Z')).toBe(80 * 660 + 1_920 * 22 + 120 * 1_980);
});
