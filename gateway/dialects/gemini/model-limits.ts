/** In tokens. The two do not share one window: a request may use both in full. */
export interface ModelLimits {
  readonly input: number;
  readonly output: number;
}

const FAMILIES: readonly (readonly [pattern: RegExp, limits: ModelLimits])[] = [
  [/^gemini-embedding-001$/, { input: 2_048, output: 0 }],
  [/^gemini-embedding-2/, { input: 8_192, output: 0 }],
  [/-tts(-|$)/, { input: 32_768, output: 16_384 }],
  [/^gemini-2\.5-flash-image/, { input: 65_536, output: 32_768 }],
  [/^gemini-3(\.\d)?-(pro|flash|flash-lite)-image/, { input: 131_072, output: 32_768 }],
  [/^gemini-1\.5-pro/, { input: 2_097_152, output: 8_192 }],
  [/^gemini-1\.5-flash/, { input: 1_048_576, output: 8_192 }],
  [/^gemini-2\.0-/, { input: 1_048_576, output: 8_192 }],
  [/^gemini-(2\.5|3(\.\d)?)-(pro|flash)/, { input: 1_048_576, output: 65_536 }],
];

/**
 * The most a model reads and writes in one request. Price books know the first for some models only, and a request that
 * sets no limit gets the second. Source: ai.google.dev, "Gemini models".
 * @returns undefined for a model that is in no family known here
 */
export function limitsOf(model: string): ModelLimits | undefined {
  return FAMILIES.find(([pattern]) => pattern.test(model))?.[1];
}

/** True for models that answer with pictures. */
export function makesImages(model: string): boolean {
  return /-image(-|$)/.test(model);
}

/** True for models whose thoughts are billed and not shown. All that are not known to have none may think. */
export function mayThink(model: string, budget: unknown): boolean {
  if (/^gemini-(1\.|2\.0-flash(?!-thinking))/.test(model)) return false;
  // The only family that can be told not to.
  return !(budget === 0 && model.startsWith('gemini-2.5-flash'));
}
