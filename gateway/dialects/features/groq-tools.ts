/** An advanced search in basic ones: 8 and 5 USD per 1,000. Source: console.groq.com/docs, "Compound"; 2026-11. */
export const ADVANCED_SEARCH = 1.6;
/** A page that is visited, in searches: 1 USD per 1,000. */
export const VISIT = 0.2;

/** True for a system that chooses models and tools by itself. */
export function isCompound(model: string): boolean {
  return /^(groq\/compound|compound-beta)(-mini)?$/.test(model);
}
