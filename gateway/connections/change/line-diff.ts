import { structuredPatch } from 'diff';

const CONTEXT = 3;
/** With more lines changed than this, the whole file is shown as replaced: finding the shortest way takes too long. */
const MAX_CHANGED_LINES = 1_000;

/** A unified difference without file names: hunks with three lines around each change. Empty when nothing differs. */
export function lineDiff(before: string, after: string): string {
  const [old, next] = [endLines(before), endLines(after)];
  const options = { context: CONTEXT, maxEditLength: MAX_CHANGED_LINES };
  const patch = structuredPatch('', '', old, next, undefined, undefined, options) ?? {
    hunks: [{ oldStart: 1, newStart: 1, lines: [...signed('-', old), ...signed('+', next)] }],
  };
  return patch.hunks
    .flatMap(({ oldStart, newStart, lines }) => [`@@ line ${Math.max(oldStart, newStart)} @@`, ...lines])
    .join('\n');
}

/** Gives every line the same ending: Purser never changes how lines end. */
function endLines(text: string): string {
  return text === '' ? '' : `${text.replace(/\r?\n$/, '').replaceAll('\r\n', '\n')}\n`;
}

function signed(sign: '-' | '+', text: string): readonly string[] {
  return text === ''
    ? []
    : text
        .slice(0, -1)
        .split('\n')
        .map((line) => sign + line);
}
