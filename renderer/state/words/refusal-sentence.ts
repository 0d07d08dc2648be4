import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { wordRefusal } from '../../../shared/refusals/refusal-words.ts';
import { say } from '../../strings/say.ts';
import { writingFor } from '../time-and-money/writing.ts';

/** A refusal as its rows and notes carry it. */
interface Refused {
  readonly message: string;
  readonly about?: RefusalFact;
}

/** Why a request was refused, in the person's words, clock and money; without a code it is found by its sentence. */
export function refusalSentence({ message, about }: Refused, timeZone: string): string {
  return about === undefined ? say.told(message) : wordRefusal(say.refusals, about, writingFor(timeZone));
}
