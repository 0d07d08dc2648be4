import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { refusalWords, wordRefusal } from '../../../shared/refusals/refusal-words.ts';
import { plainWriting } from '../../../shared/refusals/writing.ts';

/** A refusal as the tool reads it, and as a page words it anew. */
export interface Told {
  readonly message: string;
  readonly about: RefusalFact;
}

/** Words a refusal for a tool. @param timeZone the person's; left out where no moment is told */
export function tell(about: RefusalFact, timeZone = 'UTC'): Told {
  return { message: wordRefusal(refusalWords, about, plainWriting(timeZone)), about };
}
