/** The names in a text with commas between them. */
export function listOf(text: string): readonly string[] {
  return text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
