import { limitsFrom } from '../../domain/model/limits-table.ts';
import type { LimitsRow } from '../../domain/model/limits-table.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';

/** In tokens. Up to Gemini 3 the two share no window: a request may use both in full. */
interface BothLimits {
  readonly input: number;
  readonly output: number;
}

const M = 1_048_576;

/**
 * Names without what Google ends those of previews with. Sources: ai.google.dev, "Gemini models" and the page of each
 * model, as of 2026-11; for retired ones models.dev, at f3fc692 of 2026-07-02 and before.
 */
const ROWS: readonly LimitsRow[] = [
  // One window for both in a streamed request; half of it unstreamed.
  ['gemini-4-argon gemini-4-argon-cyber-permissive gemini-4-carbon gemini-4-hydrogen gemini-4-neon', M, 65_536, M],
  ['gemini-3.8-flash gemini-3.7-flash gemini-3.6-flash gemini-3.5-flash gemini-3.5-flash-lite', undefined, 65_536, M],
  ['gemini-3.1-pro gemini-3.1-pro-preview-customtools gemini-3.1-flash-lite', undefined, 65_536, M],
  ['gemini-3-pro gemini-3-pro-text gemini-3-flash gemini-2.5-pro gemini-2.5-flash', undefined, 65_536, M],
  ['gemini-2.5-flash-preview:thinking gemini-2.5-flash-preview-05-20:thinking', undefined, 65_536, M],
  ['gemini-2.5-flash-lite gemini-robotics-er-1.5 gemini-2.0-flash-thinking', undefined, 65_536, M],
  ['gemini-flash-latest gemini-flash-lite-latest gemini-pro-latest', undefined, 65_536, M],
  ['deep-research-preview-04-2026 deep-research-max-preview-04-2026', undefined, 65_536, M],
  ['gemini-robotics-er-1.6 gemini-robotics-er-2 gemini-2.5-computer-use', undefined, 65_536, 131_072],
  ['gemini-3.1-flash-live gemini-live-2.5-flash-preview-native-audio gemini-omni-flash', undefined, 65_536, 131_072],
  ['gemini-3.8-live gemini-3.8-live-extended-thinking', undefined, 65_536, 131_072],
  ['gemini-2.5-flash-native-audio gemini-live-2.5-flash', undefined, 8_192, 131_072],
  ['gemini-2.0-flash gemini-2.0-flash-lite gemini-2.0-pro', undefined, 8_192, M],
  ['gemini-1.5-flash gemini-1.5-flash-8b gemini-flash-1.5 gemini-flash-1.5-8b', undefined, 8_192, M],
  ['gemini-1.5-pro gemini-pro-1.5', undefined, 8_192, 2_097_152],
  ['gemini-1.0-pro gemini-pro', undefined, 8_192, 32_768],
  ['gemini-1.0-pro-vision gemini-pro-vision', undefined, 2_048, 16_384],
  ['gemini-3.8-flash-tts gemini-3.8-flash-lite-tts gemini-3.1-flash-tts', undefined, 16_384, 8_192],
  ['gemini-2.5-flash-preview-tts gemini-2.5-pro-preview-tts', undefined, 16_384, 32_768],
  ['gemini-2.5-flash-tts gemini-2.5-pro-tts gemini-2.5-flash-lite-preview-tts', undefined, 16_384, 32_768],
  ['gemini-3-pro-image gemini-3.1-flash-image gemini-3.1-flash-lite-image', undefined, 32_768, 131_072],
  ['gemini-2.5-flash-image gemini-2.0-flash-preview-image-generation', undefined, 32_768, 65_536],
  ['gemma-4-31b-it gemma-4-26b-a4b-it gemma-4-26b-a4b-it-maas', 262_144, 32_768],
  ['gemma-3-27b-it gemma-3-12b-it gemma-3-4b-it gemma-3-1b-it', 131_072, 8_192],
  ['gemma-3n-e4b-it gemma-3n-e2b-it gemma-2-27b-it gemma-2-9b-it', 32_768, 8_192],
  ['gemini-embedding-001', undefined, 0, 2_048],
  ['gemini-embedding-2', undefined, 0, 8_192],
];

const find = limitsFrom(ROWS);
/** A preview, an experiment or a stable version of a model. Source: ai.google.dev, "Model version name patterns". */
const VERSION = /-(?:00\d|(?:preview|exp)(?:-\d{2}-(?:\d{2}|20\d{2})|-\d{4})?)$/;

/** The published maxima of a model, by its exact name or as a version of it. @returns undefined for an unknown one */
export function geminiLimits(model: string): ModelLimits | undefined {
  return find(model) ?? find(model.replace(VERSION, ''));
}

/**
 * The most a model reads and writes in one request. Price books know the first for some models only, and a request that
 * sets no limit gets the second.
 */
export function limitsOf(model: string): BothLimits | undefined {
  const { context, input = context, output } = geminiLimits(model) ?? {};
  return input === undefined || output === undefined ? undefined : { input, output };
}

/** True for models that always answer with speech. */
export function speaks(model: string): boolean {
  return /-tts(-|$)/.test(model);
}

/** True for models that answer with pictures. */
export function makesImages(model: string): boolean {
  return /-image(-|$)/.test(model);
}

/** True for models whose thoughts are billed and not shown. All that are not known to have none may think. */
export function mayThink(model: string, budget: unknown): boolean {
  if (/^gemini-(1\.|2\.0-flash(?!-thinking))/.test(model)) return false;
  // Only this family can be told not to think.
  return !(budget === 0 && model.startsWith('gemini-2.5-flash'));
}
