import type { RefusalFact } from './refusal-facts.ts';
import type { Writing } from './writing.ts';

export type FactByCode = { readonly [Fact in RefusalFact as Fact['code']]: Fact };

/** One sentence for each code. English is what tools get and what the record keeps; the dashboard has others, too. */
export type RefusalWords = {
  readonly [Code in keyof FactByCode]: (fact: FactByCode[Code], write: Writing) => string;
};
