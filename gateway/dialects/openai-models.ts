/** Tokens that OpenAI adds around messages and tools and that are not in the body. */
export const FRAME_TOKENS = 1_000;
/** More tokens than any current OpenAI model charges for one image (gpt-4o-mini, high detail: 48,169). */
export const IMAGE_TOKENS = 50_000;
/**
 * The output limit of all of OpenAI's models but one, reasoning included. Source:
 * developers.openai.com/api/docs/models, 2026-11.
 */
export const MOST_OUTPUT = 128_000;
const MOST_OUTPUT_OF_5_PRO = 272_000;

/** No answer of this model is longer. */
export function mostOutput(model: string): number {
  return /^gpt-5-pro(-\d{4}-\d{2}-\d{2})?$/.test(model) ? MOST_OUTPUT_OF_5_PRO : MOST_OUTPUT;
}

/** True for models that never generate tokens they do not show. All others may reason. */
export function showsAllOutput(model: string): boolean {
  return /^(gpt-3\.5|gpt-4(o|\.1|-|$)|chatgpt-4o)/.test(model);
}
