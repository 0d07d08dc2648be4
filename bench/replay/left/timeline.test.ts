import { expect, it } from 'vitest';
import { OWN_RECORDINGS } from '../own/recordings.ts';
import { timelineOf } from './timeline.ts';
import type { Timeline } from './timeline.ts';

function play(id: string, tokens: number, reasoning: number): Timeline {
  const exchange = OWN_RECORDINGS.find((one) => one.id === `own/${id}`);
  if (!exchange) throw new Error(`there is no ${id}`);
  const timeline = timelineOf(exchange, { tokens, reasoning });
  expect(Buffer.concat(timeline.frames.map(({ bytes }) => bytes)).equals(exchange.reply)).toBe(true);
  return timeline;
}

it('a stream comes at a hundred tokens a second, what opens it with the headers and what closes it in the end', () => {
  const { frames, duration } = play('chat-stream', 150, 0);
  expect(duration).toBe(1_500);
  expect(frames.map(({ at }) => at).slice(0, 3)).toEqual([0, 10, 20]);
  expect(frames.at(-1)?.at).toBe(1_500);
});

it('reasoning that does not show takes its time before anything shows', () => {
  const { frames, hidden } = play('response-stream', 220, 100);
  expect(hidden).toBe(100);
  expect(frames.filter(({ at }) => at > 0)[0]?.at).toBeCloseTo(1_010);
});

it('thoughts that show come as they are', () => {
  const { frames, hidden } = play('message-stream', 200, 60);
  expect(hidden).toBe(0);
  expect(frames.filter(({ at }) => at > 0)[0]?.at).toBeLessThan(20);
});
