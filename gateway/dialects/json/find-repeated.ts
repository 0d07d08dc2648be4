import { endOfString } from './end-of-string.ts';

const QUOTE = 0x22;

/**
 * Names a field that stands twice in one object, at any depth: where a limit stands inside another object, one that is
 * written twice may be read as either. One pass, no recursion. `text` must already have passed JSON.parse.
 */
export function findRepeatedAnywhere(text: string): string | undefined {
  /** The names seen in each open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let atName = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const start = index;
      index = endOfString(text, start);
      const names = open.at(-1);
      if (!atName || !names) continue;
      const written = text.slice(start + 1, index);
      const name = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
      if (names.has(name)) return name;
      names.add(name);
      atName = false;
    } else if (code === 0x7b || code === 0x5b) {
      open.push(code === 0x7b ? new Set() : undefined);
      atName = code === 0x7b;
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
      atName = false;
    } else if (code === 0x2c) atName = open.at(-1) !== undefined;
  }
  return undefined;
}
