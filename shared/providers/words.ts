/** Splits a list that is written as one text, with blanks between its words. */
export function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
