/**
 * Lines of our own in a file that is a program or a list of assignments: between two marks, so that they are found
 * again and everything else is left alone.
 */
const BEGIN = '# >>> purser';
const END = '# <<< purser';

interface Marked {
  /** From the first mark to the line break behind the last. */
  readonly from: number;
  readonly to: number;
  readonly body: string;
}

/**
 * Each mark has an `id`, because several tools may have lines in one file. A mark whose other half somebody took
 * out belongs to nothing: the lines between it and the next pair are the person's.
 */
function find(text: string, id: string): Marked | undefined {
  const end = `${END} (${id}) <<<`;
  let begun: number | undefined;
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length + 1;
    if (line.startsWith(`${BEGIN} (${id}) >>>`)) begun = from;
    else if (begun !== undefined && line.startsWith(end)) {
      return { from: begun, to: Math.min(to, text.length), body: text.slice(text.indexOf('\n', begun) + 1, from) };
    }
    from = to;
  }
  return undefined;
}

/** The lines between our marks. @returns undefined when there are no marks, or one of them is missing */
export function readBlock(text: string, id: string): string | undefined {
  return find(text, id)?.body;
}

/**
 * Puts `lines` (each ended) between marks: where they were, or at the end of the file, which wins in every such file.
 */
export function writeBlock(text: string, id: string, lines: string): string {
  const block = `${BEGIN} (${id}) >>>\n${lines}${END} (${id}) <<<\n`;
  const found = find(text, id);
  if (found) return text.slice(0, found.from) + block + text.slice(found.to);
  if (text === '') return block;
  return `${text}${text.endsWith('\n') ? '' : '\n'}\n${block}`;
}

/** Takes the marks and what is between them out, with the empty line that was put before them. */
export function removeBlock(text: string, id: string): string {
  const found = find(text, id);
  if (!found) return text;
  const before = text.slice(0, found.from);
  return (before.endsWith('\n\n') ? before.slice(0, -1) : before) + text.slice(found.to);
}
