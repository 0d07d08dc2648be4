/** A run of blanks, a quoted part, a blank or a quotation mark behind a backslash, or any other letter. */
const PIECES = /(?<blank>\s+)|"(?<double>(?:\\"|[^"])*)"|'(?<single>[^']*)'|\\(?<escaped>[\s"'])|(?<letter>.)/gsu;

/**
 * Takes a command line apart as a terminal would, without a shell: parts between blanks, quotation marks of both kinds,
 * and a backslash in front of a blank or a quotation mark. Any other backslash stays: Windows has them in paths.
 * @returns undefined where a quotation mark is not closed
 */
export function readCommand(line: string): readonly string[] | undefined {
  const parts: string[] = [];
  let isOpen = false;
  for (const { groups = {} } of line.trim().matchAll(PIECES)) {
    const { blank, double, single, escaped, letter } = groups;
    if (blank !== undefined) {
      isOpen = false;
      continue;
    }
    if (letter === '"' || letter === "'") return undefined;
    const piece = double?.replaceAll('\\"', '"') ?? single ?? escaped ?? letter ?? '';
    if (isOpen) parts.push(`${parts.pop() ?? ''}${piece}`);
    else parts.push(piece);
    isOpen = true;
  }
  return parts;
}
