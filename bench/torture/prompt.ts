/** Every byte of it is a token, for every tokenizer. */
const DENSE = '1+2,';
/** Six tokens for every tokenizer that matters. */
const PLAIN = 'Please spend what you may. ';
const PLAIN_TOKENS = 6;

/** A prompt of so many bytes. */
export function promptText(isDense: boolean, bytes: number): string {
  const phrase = isDense ? DENSE : PLAIN;
  return phrase.repeat(Math.ceil(bytes / phrase.length)).slice(0, bytes);
}

/** How many tokens a provider bills for the prompt in a body, as an honest tokenizer counts them. */
export function promptTokens(body: string): number {
  const dense = /(?:1\+2,)+(?:1(?:\+2?)?)?/.exec(body)?.[0].length ?? 0;
  return dense + PLAIN_TOKENS * (body.split(PLAIN).length - 1);
}
