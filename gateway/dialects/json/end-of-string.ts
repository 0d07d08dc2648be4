const BACKSLASH = 0x5c;

/**
 * Where a JSON string ends that begins at `open`: the index of its closing quote, or the length of the text where it
 * has none. From quote to quote, not letter by letter: bodies are mostly strings, and one may be a picture of many
 * megabytes.
 */
export function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    // Slashes come in pairs; one that is left over means the quote itself.
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}
