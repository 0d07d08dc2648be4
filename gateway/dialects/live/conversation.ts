import { addWeights, WEIGHTLESS } from './weight.ts';
import type { Weight } from './weight.ts';

/**
 * The length of the conversation that every further answer of a session reads: what the latest answer is reported to
 * have read and written, and what has been added since.
 */
export interface Conversation {
  /** @param isSeen the provider itself has said that it was added; left out: the client has sent it */
  add(weight: Weight, isSeen?: boolean): void;
  /** The present moment, for {@link know}: what is added from now on comes after it. */
  now(): number;
  /**
   * An answer is reported to have read and written this much.
   * @param sentBy what the client has sent until this moment was read by it
   * @param seenBy what the provider has shown until this moment was read by it
   */
  know(weight: Weight, sentBy: number, seenBy: number): void;
  weight(): Weight;
}

interface Addition {
  readonly at: number;
  readonly isSeen: boolean;
  readonly weight: Weight;
}

export function createConversation(): Conversation {
  let known = WEIGHTLESS;
  let moment = 1;
  let since: readonly Addition[] = [];
  return {
    add(weight, isSeen = false) {
      const last = since.at(-1);
      // Sound comes in many small pieces: those of one moment are one.
      since =
        last?.at === moment && last.isSeen === isSeen
          ? [...since.slice(0, -1), { ...last, weight: addWeights(last.weight, weight) }]
          : [...since, { at: moment, isSeen, weight }];
    },
    now() {
      moment += 1;
      return moment - 1;
    },
    know(weight, sentBy, seenBy) {
      known = weight;
      since = since.filter(({ at, isSeen }) => at > (isSeen ? seenBy : sentBy));
    },
    weight: () => addWeights(known, ...since.map((addition) => addition.weight)),
  };
}
