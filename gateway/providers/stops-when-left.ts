import type { StopsWhenLeft } from './provider-spec.ts';

const STREAMING = {
  source: 'openrouter.ai/docs/api-reference/streaming, "Stream cancellation"',
  date: '2026-09',
} as const;

/** OpenRouter drops its own connection when its client does, and lists where that ends the work and the bill. */
export const STOPS: StopsWhenLeft = { answer: 'yes', ...STREAMING };
/** Among those that go on to the end, and bill it. */
export const GOES_ON: StopsWhenLeft = { answer: 'no', ...STREAMING };
/** It routes to both sorts, and a client does not choose. */
export const AS_ROUTED: StopsWhenLeft = { answer: 'unknown', ...STREAMING };
/** In neither list, and nothing of its own that says so was found. */
export const NOT_FOUND: StopsWhenLeft = { answer: 'unknown', ...STREAMING };
export const COSTS_NOTHING: StopsWhenLeft = { answer: 'free', source: 'it runs on this machine', date: '2026-11' };
export const NOBODY_KNOWS: StopsWhenLeft = { answer: 'unknown', source: 'it may be any server', date: '2026-11' };
