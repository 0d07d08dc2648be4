import { applyPatch, structuredPatch } from 'diff';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import type { FormatId } from '../formats/formats.ts';
import { resolvePath, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonValue, Path } from '../formats/json-value.ts';
import { keepBytes, plainText } from '../formats/keep-bytes.ts';
import { pathText } from '../files/path-text.ts';
import { parsesTo } from '../files/parses-to.ts';
import { withoutNothing } from '../change/undo-file.ts';
import { hashOf } from '../connection-record.ts';
import { takeOut } from './take-out.ts';

/** What a file held before servers were taken out of it, and what it held then. */
export interface TakenOut {
  readonly format: FormatId;
  /** Before; null when nothing was taken out yet. */
  readonly text: string | null;
  /** SHA-256 of what was written. */
  readonly hash: string | null;
  readonly entries: readonly { readonly path: Path; readonly value: JsonValue }[];
}

interface PutBackText {
  readonly after: string;
  /** Places in `entries` where something else stands by now. */
  readonly taken: readonly number[];
}

/** Lines around the change that must be as they were; first of all the most. What comes out is checked either way. */
const CONTEXTS = [3, 2, 1, 0];

/**
 * Puts servers back: byte for byte where nobody changed the file since, else where they stood, in the person's own
 * notation, and where that is not to be found any more, in plain notation. Pure.
 * @param text what the file holds now; undefined when it is gone: what was moved must not be lost with it
 * @throws ConfigFault when the file cannot be edited safely
 */
export function putBack(text: string | undefined, was: TakenOut): PutBackText {
  if (text !== undefined && was.text !== null && was.hash === hashOf(text)) return { after: was.text, taken: [] };
  const now = text ?? '';
  const root = FORMATS[was.format].parse(plainText(now));
  const found = was.entries.map(({ path }) => valueAt(root, resolvePath(root, path)));
  const missing = was.entries.filter((_, index) => found[index] === undefined);
  const taken = [...was.entries.entries()].flatMap(([index, { value }]) =>
    found[index] === undefined || sameValue(found[index], value) ? [] : [index],
  );
  if (missing.length === 0) return { after: now, taken };
  const isWhole = missing.length === was.entries.length;
  const patched = isWhole ? CONTEXTS.map((lines) => patchBack(now, was, lines)) : [];
  return {
    after:
      patched.find((one) => one !== undefined) ??
      missing.reduce((rest, entry) => setBack(rest, was.format, entry), now),
    taken,
  };
}

/** The same lines in the same place, if what stands around them is still there. */
function patchBack(now: string, { format, text, entries }: TakenOut, context: number): string | undefined {
  if (text === null) return undefined;
  try {
    const paths = entries.map(({ path }) => path);
    const patch = structuredPatch('', '', takeOut(text, format, paths), text, undefined, undefined, { context });
    const after = applyPatch(now, patch, { autoConvertLineEndings: false });
    if (after === false) return undefined;
    const root = FORMATS[format].parse(plainText(after));
    const isBack = entries.every(({ path, value }) => sameValue(valueAt(root, resolvePath(root, path)), value));
    // Without them it must be what it is now: nothing else came with these lines.
    const rest = FORMATS[format].parse(plainText(takeOut(after, format, paths)));
    // An empty container says as much as none.
    const same = sameValue(withoutNothing(rest), withoutNothing(FORMATS[format].parse(plainText(now))));
    return isBack && same ? after : undefined;
  } catch {
    return undefined;
  }
}

function setBack(text: string, id: FormatId, { path, value }: TakenOut['entries'][number]): string {
  const format = FORMATS[id];
  return keepBytes(text, (plain) => {
    const root = format.parse(plain);
    const place = resolvePath(root, path);
    const after = format.set(plain, place, value);
    if (!parsesTo(format, after, withValue(root, place, value)))
      throw new ConfigFault(`"${pathText(path)}" cannot be put back without touching something else`);
    return after;
  });
}
