import { endOfString } from './end-of-string.ts';

const QUOTE = 0x22;
const PLAIN_NAME = /^\w+$/;

/**
 * Most parts of a body, by the effort of reading them: objects and lists, fields, fields of one object, strings, items
 * of lists, and characters outside of strings. A conversation of a million tokens has some ten thousand objects; a
 * request for embeddings may have 300,000 numbers. Source: OpenAI API reference, "Create embeddings"; 2026-11-30.
 */
const MOST = {
  opened: 100_000,
  named: 100_000,
  namedInOne: 10_000,
  strings: 250_000,
  items: 1_000_000,
  outside: 4 * 2 ** 20,
};

/** The faults of a text that may be perfectly good JSON. */
export interface JsonInspection {
  /** Very many tiny values: kilobytes on the wire that take gigabytes once parsed, while no revoke can be heard. */
  readonly isBomb: boolean;
  /**
   * A field at any depth whose plain name is written with escapes, as no honest tool does. Two readers may see two
   * fields: newer V8 (seen on 13.0 and 13.6) itself sometimes returns such a name undecoded, and a limit that Purser
   * does not see is no limit. Names that need escapes (quotes, other scripts) are no fields that Purser reads, and
   * pass.
   */
  readonly disguised: string | undefined;
}

/** Looks through a text once, before it is parsed. Never throws; text in strings does not count. */
export function inspectJson(text: string): JsonInspection {
  let [opened, named, strings, items, inside] = [0, 0, 0, 0, 0];
  /** The number of fields that each open object or list has so far. */
  const open: number[] = [0];
  let disguised: string | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2c) items += 1;
    else if (code === 0x5b || code === 0x7b) {
      opened += 1;
      open.push(0);
    } else if (code === 0x5d || code === 0x7d) open.pop();
    else if (code === 0x3a) {
      named += 1;
      const fields = (open.pop() ?? 0) + 1;
      if (fields > MOST.namedInOne) return { isBomb: true, disguised };
      open.push(fields);
    } else if (code === QUOTE) {
      const end = endOfString(text, index);
      disguised ??= disguiseIn(text, index, end);
      strings += 1;
      inside += end - index;
      index = end;
    }
    if (isTooMany(opened, named, strings, items) || index - inside > MOST.outside) return { isBomb: true, disguised };
  }
  return { isBomb: false, disguised };
}

function isTooMany(opened: number, named: number, strings: number, items: number): boolean {
  return opened > MOST.opened || named > MOST.named || strings > MOST.strings || items > MOST.items;
}

/** The plain name that a string from `start` to `end` writes with escapes, if it names a field. */
function disguiseIn(text: string, start: number, end: number): string | undefined {
  if (!isName(text, end + 1) || !text.slice(start, end).includes('\\')) return undefined;
  return plainName(text.slice(start, end + 1));
}

/** True when the string that ended before `index` is followed by a colon. */
function isName(text: string, index: number): boolean {
  let next = index;
  while (text.charCodeAt(next) <= 0x20) next += 1;
  return text.charCodeAt(next) === 0x3a;
}

/** The name a literal spells, if it is one that needs no escapes. */
function plainName(literal: string): string | undefined {
  try {
    const name: unknown = JSON.parse(literal);
    return typeof name === 'string' && PLAIN_NAME.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
