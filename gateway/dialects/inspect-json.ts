const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MOST_PARTS = 1_000_000;
const PLAIN_NAME = /^\w+$/;

/** What is wrong with a text that may be perfectly good JSON. */
export interface JsonInspection {
  /** Very many tiny values: kilobytes on the wire that take gigabytes once parsed, while no revoke can be heard. */
  readonly isBomb: boolean;
  /**
   * A field at any depth whose plain name is written with escapes, as no honest tool does. Two readers may see two
   * fields: newer V8 (seen on 13.0 and 13.6) itself sometimes returns such a name undecoded, and a limit that Purser does not see is
   * no limit. Names that need escapes (quotes, other scripts) are none of ours and pass.
   */
  readonly disguised: string | undefined;
}

/** Looks through a text once, before it is parsed. Never throws; text in strings does not count. */
export function inspectJson(text: string): JsonInspection {
  let parts = 0;
  let disguised: string | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2c || code === 0x5b || code === 0x7b) parts += 1;
    if (parts > MOST_PARTS) return { isBomb: true, disguised };
    if (code !== QUOTE) continue;
    const start = index;
    let escaped = false;
    for (index += 1; index < text.length && text.charCodeAt(index) !== QUOTE; index += 1) {
      if (text.charCodeAt(index) !== BACKSLASH) continue;
      escaped = true;
      index += 1;
    }
    if (escaped && disguised === undefined && isName(text, index + 1)) disguised = plainName(text.slice(start, index + 1));
  }
  return { isBomb: false, disguised };
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
