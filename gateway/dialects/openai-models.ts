/** Tokens that OpenAI adds around messages and tools and that are not in the body. */
export const FRAME_TOKENS = 1_000;
/** Above what any current OpenAI model charges for one image (gpt-4o-mini, high detail: 48,169). */
export const IMAGE_TOKENS = 50_000;
/** No OpenAI model writes more in one go, reasoning included. Source: OpenAI's model pages. */
export const MOST_OUTPUT = 2 ** 17;

/** True for models that never generate tokens they do not show. All others may reason. */
export function showsAllOutput(model: string): boolean {
  return /^(gpt-3\.5|gpt-4(o|\.1|-|$)|chatgpt-4o)/.test(model);
}
