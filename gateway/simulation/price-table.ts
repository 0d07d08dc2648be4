/** The simulated provider's prices for one token, in nano-dollars: USD per million tokens, times 1000. */
export interface TokenPrices {
  readonly input: number;
  readonly cacheRead: number;
  /** For dialects that charge for writing the cache. */
  readonly cacheWrite: number;
  readonly output: number;
  /** In tokens; longer input is refused, so that no price tier applies. */
  readonly contextWindow: number;
}

/**
 * Its own table, so that its bill does not repeat a mistake of the gateway's prices. A test compares the two.
 */
export const SIMULATED_MODELS: ReadonlyMap<string, TokenPrices> = new Map([
  ['gpt-4o-mini', { input: 150, cacheRead: 75, cacheWrite: 150, output: 600, contextWindow: 128_000 }],
  [
    'gpt-3.5-turbo-instruct',
    { input: 1_500, cacheRead: 1_500, cacheWrite: 1_500, output: 2_000, contextWindow: 16_000 },
  ],
  ['gpt-4o', { input: 2_500, cacheRead: 1_250, cacheWrite: 2_500, output: 10_000, contextWindow: 128_000 }],
  ['gpt-5', { input: 1_250, cacheRead: 125, cacheWrite: 1_250, output: 10_000, contextWindow: 272_000 }],
  ['gpt-5-mini', { input: 250, cacheRead: 25, cacheWrite: 250, output: 2_000, contextWindow: 272_000 }],
  ['gpt-6-sol', { input: 2_000, cacheRead: 200, cacheWrite: 2_500, output: 10_000, contextWindow: 272_000 }],
  ['gpt-5.3-codex', { input: 1_750, cacheRead: 175, cacheWrite: 1_750, output: 14_000, contextWindow: 272_000 }],
  ['claude-opus-5-5', { input: 4_000, cacheRead: 200, cacheWrite: 5_000, output: 20_000, contextWindow: 200_000 }],
  ['claude-sonnet-5', { input: 2_000, cacheRead: 200, cacheWrite: 2_500, output: 10_000, contextWindow: 200_000 }],
  ['claude-sonnet-4-5', { input: 3_000, cacheRead: 300, cacheWrite: 3_750, output: 15_000, contextWindow: 200_000 }],
  ['claude-haiku-4-5', { input: 1_000, cacheRead: 100, cacheWrite: 1_250, output: 5_000, contextWindow: 200_000 }],
  ['gemini-2.5-flash', { input: 300, cacheRead: 30, cacheWrite: 0, output: 2_500, contextWindow: 1_048_576 }],
  ['gemini-3-flash-preview', { input: 500, cacheRead: 50, cacheWrite: 0, output: 3_000, contextWindow: 1_048_576 }],
  ['gemini-embedding-001', { input: 150, cacheRead: 150, cacheWrite: 0, output: 0, contextWindow: 2_048 }],
]);

/** A model of a vendor that the price library does not list. */
const ELSEWHERE: readonly [string, TokenPrices] = [
  'qwen3.7-max',
  { input: 2_500, cacheRead: 500, cacheWrite: 3_125, output: 7_500, contextWindow: 1_000_000 },
];

/** A model no price library knows: it must be refused until the person sets its price. */
const UNPRICED: readonly [string, TokenPrices] = [
  'simulated-only',
  { input: 1_000, cacheRead: 1_000, cacheWrite: 1_000, output: 2_000, contextWindow: 128_000 },
];

/** The prices of a model, by its name or, as Claude Code sends it, with a date (`claude-haiku-4-5-20251001`). */
export function pricesOf(model: string): TokenPrices | undefined {
  const other = [UNPRICED, ELSEWHERE].find(([name]) => name === model);
  return other ? other[1] : SIMULATED_MODELS.get(model.replace(/-\d{8}$/, ''));
}
