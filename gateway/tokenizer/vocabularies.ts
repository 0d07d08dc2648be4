/** Names of OpenAI's vocabularies. */
export type Vocabulary = 'cl100k_base' | 'o200k_base';
/** Counts the tokens of a text. */
export type Count = (text: string) => number;

/** The vocabulary of a model. Source: openai/tiktoken, model.py. @returns undefined for models of other makers */
export function vocabularyOf(model: string): Vocabulary | undefined {
  if (/^gpt-(4|3\.5)(-|$)/.test(model)) return 'cl100k_base';
  return /^(gpt-|o\d|chatgpt-|codex-)/.test(model) ? 'o200k_base' : undefined;
}

/** Its tables take 30 MB and half a second. */
export async function loadVocabulary(name: Vocabulary): Promise<Count> {
  const plain = { disallowedSpecial: new Set<string>() };
  if (name === 'cl100k_base') {
    const { countTokens } = await import('gpt-tokenizer/encoding/cl100k_base');
    return (text) => countTokens(text, plain);
  }
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
  return (text) => countTokens(text, plain);
}
