/** A shorter answer is of no use, in tokens. */
const SHORTEST_USEFUL = 256;
/** Most tokens of input for each token of output: an answer must be worth its input. */
const INPUT_PER_OUTPUT = 8;
/** From here on an answer is useful however much was read for it. */
const SURELY_USEFUL = 4_096;

/**
 * The least output that is worth sending a request for, in tokens for each answer: below it money is better kept. It
 * grows with the input: fifty thousand tokens of input are not worth an answer of three hundred.
 */
export function leastUsefulOutput(inputTokens: number): number {
  return Math.min(SURELY_USEFUL, Math.max(SHORTEST_USEFUL, Math.ceil(inputTokens / INPUT_PER_OUTPUT)));
}

/** Output tokens, for one choice or summed over several, always all in the same way. */
export interface OutputNeeds {
  /** The output that the request asks for, or the most that its model can write; Infinity where nobody knows. */
  readonly wanted: number;
  /** The least that makes sense for it. */
  readonly floor: number;
  /** The output that the whole cap could still pay if nothing else ran. */
  readonly affordable: number;
}

/**
 * The most output that a request may have: the wanted output, or as much as the whole cap could still pay, so that it
 * alone cannot pass the cap even if nothing stops it. Never a share of the cap: it is the same whether it came first or
 * second.
 * @returns undefined where that is too little to be of use
 */
export function planOutput({
  wanted,
  floor,
  affordable,
}: OutputNeeds): { readonly output: number; readonly lowered: boolean } | undefined {
  if (Math.min(wanted, affordable) < Math.min(wanted, floor)) return undefined;
  return affordable < wanted ? { output: affordable, lowered: true } : { output: wanted, lowered: false };
}
