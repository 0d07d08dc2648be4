import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFeed } from './feed.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A feed whose reads end when the test says so. */
function aFeed() {
  const reads: { readonly answer: (view: string) => void; readonly fail: (error: Error) => void }[] = [];
  const [onRead, onProblem] = [vi.fn(), vi.fn()];
  const feed = createFeed<string>({
    read: () => new Promise((answer, fail) => void reads.push({ answer, fail })),
    onRead,
    onProblem,
  });
  const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
  return { feed, reads, onRead, onProblem, settled };
}

test('a read is passed on', async () => {
  const { feed, reads, onRead, settled } = aFeed();
  feed.load();
  reads[0]?.answer('first');
  await settled();
  expect(onRead).toHaveBeenCalledExactlyOnceWith('first');
});

test('of two reads only the newest counts, in whichever order they end', async () => {
  const { feed, reads, onRead, onProblem, settled } = aFeed();
  feed.load();
  feed.load();
  reads[1]?.answer('new');
  reads[0]?.fail(new Error('old'));
  await settled();
  expect(onRead).toHaveBeenCalledExactlyOnceWith('new');
  expect(onProblem).not.toHaveBeenCalled();
});

test('a failure is passed on', async () => {
  const { feed, reads, onRead, onProblem, settled } = aFeed();
  feed.load();
  reads[0]?.fail(new Error('gone'));
  await settled();
  expect(onProblem).toHaveBeenCalledOnce();
  expect(onRead).not.toHaveBeenCalled();
});

test('a read that a request ran into is repeated once, a moment later', async () => {
  const { feed, reads } = aFeed();
  feed.load();
  feed.noteRequest();
  reads[0]?.answer('perhaps without it');
  await vi.advanceTimersByTimeAsync(199);
  expect(reads).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(reads).toHaveLength(2);
  // Under load every read is run into: it must not go on for ever.
  feed.noteRequest();
  reads[1]?.answer('with it');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveLength(2);
});

test('a request between two reads repeats nothing: the reducer adds it', async () => {
  const { feed, reads } = aFeed();
  feed.load();
  reads[0]?.answer('first');
  await vi.advanceTimersByTimeAsync(0);
  feed.noteRequest();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(reads).toHaveLength(1);
});
