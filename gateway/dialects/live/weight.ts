/** Tokens of a conversation by their price: text, and everything that costs more (sound, pictures). */
export interface Weight {
  readonly text: number;
  readonly media: number;
}

export const WEIGHTLESS: Weight = { text: 0, media: 0 };

export function addWeights(...weights: readonly Weight[]): Weight {
  return weights.reduce((sum, { text, media }) => ({ text: sum.text + text, media: sum.media + media }), WEIGHTLESS);
}
