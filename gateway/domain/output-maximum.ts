/**
 * The largest output limit that a model surely takes. A limit above the model's own maximum is refused by its provider, so
 * a limit that Purser sets must stay below it. Source: OpenAI's model pages.
 */
export function surelyTakenLimit(model: string): number {
  if (/^(gpt-3\.5|gpt-4-turbo|gpt-4-\d{4}-preview|gpt-4o-2024-05-13)/.test(model)) return 4_096;
  if (/^gpt-4(-0\d{3})?$/.test(model)) return 4_096;
  return /^(gpt-|o\d|chatgpt-|claude-)/.test(model) ? 16_384 : 4_096;
}
