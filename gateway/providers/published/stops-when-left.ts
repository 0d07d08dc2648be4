import type { StopsWhenLeft } from '../provider-spec.ts';

/** OpenRouter drops its own connection when its client does, and lists where that ends the work and the bill. */
const STREAMING = 'openrouter.ai/docs/api-reference/streaming, "Stream cancellation"';

export const STOPS: StopsWhenLeft = { answer: 'yes', source: STREAMING, date: '2026-09' };
/** Among those that go on to the end, and bill it. */
export const GOES_ON: StopsWhenLeft = { answer: 'no', source: STREAMING, date: '2026-09' };
/** It routes to both sorts. */
export const AS_ROUTED: StopsWhenLeft = { answer: 'unknown', source: `by host: ${STREAMING}`, date: '2026-09' };
/** Nothing of its own that says so was found either. */
export const NOT_FOUND: StopsWhenLeft = { answer: 'unknown', source: `not in ${STREAMING}`, date: '2026-09' };
export const COSTS_NOTHING: StopsWhenLeft = { answer: 'free', source: 'it runs on this machine', date: '2026-11' };
export const NOBODY_KNOWS: StopsWhenLeft = { answer: 'unknown', source: 'it may be any server', date: '2026-11' };
