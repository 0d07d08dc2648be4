import { expect, it } from 'vitest';
import { readConverseUsage } from './converse-usage.ts';

const read = (usage: object, asked: 'short' | 'hour' = 'short') => readConverseUsage(usage, asked);

it('adds what was read from a cache and written to one to the plain input, as the total has it', () => {
  // pydantic-ai, test_bedrock_cache_write_and_read, 2026-11.
  expect(
    read({
      inputTokens: 2,
      outputTokens: 5,
      totalTokens: 1_329,
      cacheReadInputTokens: 0,
      cacheWriteInputTokens: 1_322,
      cacheDetails: [{ ttl: '5m', inputTokens: 1_322 }],
      serverToolUsage: {},
    }),
  ).toEqual({ input: 1_324, cacheRead: 0, cacheWrite: 1_322, cacheWriteHour: 0, output: 5 });
});

it('knows which writes were for an hour: by their details, else by the request', () => {
  const usage = { inputTokens: 2, outputTokens: 5, cacheWriteInputTokens: 100 };
  const details = [
    { ttl: '1h', inputTokens: 70 },
    { ttl: '5m', inputTokens: 30 },
  ];
  expect(read({ ...usage, cacheDetails: details })?.cacheWriteHour).toBe(70);
  expect(read(usage, 'hour')?.cacheWriteHour).toBe(100);
  expect(read(usage)?.cacheWriteHour).toBe(0);
});

it('takes a total that is larger than its parts at its word', () => {
  expect(read({ inputTokens: 10, outputTokens: 5, totalTokens: 40 })).toMatchObject({ input: 35, output: 5 });
  expect(read({ inputTokens: 10, outputTokens: 5, totalTokens: 3 })).toMatchObject({ input: 10, output: 5 });
});

it('counts calls of tools that Amazon runs, whatever they are called', () => {
  expect(read({ inputTokens: 1, outputTokens: 1, serverToolUsage: { webSearchRequests: 2 } })?.parts).toEqual({
    webSearches: 2,
  });
});

it.each([undefined, null, 'x', {}, { inputTokens: -1, outputTokens: 1 }, { inputTokens: 1 }, { inputTokens: 1.5 }])(
  'reports nothing that is none: %j',
  (usage) => expect(readConverseUsage(usage)).toBeUndefined(),
);
