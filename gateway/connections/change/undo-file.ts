import { readBlock, removeBlock } from '../formats/block.ts';
import type { Format } from '../formats/format.ts';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { isList, isObject, leavesOf, resolvePath, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonValue, PlainPath } from '../formats/json-value.ts';
import { keepBytes, plainText } from '../formats/keep-bytes.ts';
import { isThat } from '../files/is-that.ts';
import { pathText } from '../files/path-text.ts';
import { matchesTemplate } from '../verify/sub-key-mark.ts';
import type { IsSubKey } from '../verify/sub-key-mark.ts';
import type { DoneEdit, DoneFile, OldValue, OldValues } from './want.ts';

/** A file without our changes. */
export interface UndoneFile {
  /** Undefined when the file goes away. */
  readonly after: string | undefined;
  /** What is left as it is because somebody changed it since, one sentence each. */
  readonly stays: readonly string[];
}

/**
 * Takes our changes out of a file that was changed since: value by value, and only where the value is still ours.
 * @param olds what stood there before; undefined when it cannot be read any more
 * @param made whether the file was not there before: then it goes away when nothing is left in it
 * @throws ConfigFault when the file cannot be edited safely
 */
export function undoFile(
  text: string | undefined,
  done: DoneFile,
  olds: OldValues | undefined,
  made: boolean,
  isSubKey: IsSubKey,
): UndoneFile {
  if (text === undefined) return { after: undefined, stays: [] };
  if (done.kind === 'own') {
    if (!matchesTemplate(done.text, text, isSubKey))
      return { after: text, stays: ['the file was changed since, so it is left there'] };
    const old = olds?.[0]?.value;
    return { after: done.had && typeof old === 'string' ? old : undefined, stays: [] };
  }
  const stays: string[] = [];
  const after = keepBytes(text, (plain) => {
    if (done.kind === 'block') {
      const block = readBlock(plain, done.id);
      if (block !== undefined && !matchesTemplate(done.lines, block, isSubKey))
        stays.push('lines between the marks were changed since; they went with them');
      return removeBlock(plain, done.id);
    }
    return undoEntries(FORMATS[done.format], plain, done.edits, olds, isSubKey, stays);
  });
  return { after: made && isEmptyNow(after, done) ? undefined : after, stays };
}

function isEmptyNow(text: string, done: DoneFile): boolean {
  const plain = plainText(text);
  if (plain.trim() === '') return true;
  return done.kind === 'entries' && !/\/\/|\/\*|#/.test(plain) && isNothing(FORMATS[done.format].parse(plain));
}

function isNothing(value: JsonValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (isObject(value) && Object.keys(value).length === 0) ||
    (isList(value) && value.length === 0)
  );
}

function undoEntries(
  format: Format,
  text: string,
  edits: readonly DoneEdit[],
  olds: OldValues | undefined,
  isSubKey: IsSubKey,
  stays: string[],
): string {
  let current = text;
  for (const [index, edit] of [...edits.entries()].toReversed()) {
    const root = format.parse(current);
    const base = resolvePath(root, edit.at);
    const found = valueAt(root, base);
    const isOurs = edit.anyValue ? found !== undefined : matchesTemplate(edit.value, found, isSubKey);
    if (edit.had) {
      const old = olds?.[index];
      // Put back already, or never changed: a crash came in between.
      if (old !== undefined && sameValue(found, old.value)) continue;
      if (!isOurs) stays.push(`${pathText(edit.at)} was changed since`);
      else if (old === undefined) {
        stays.push(`what ${pathText(edit.at)} was before cannot be read any more, so it is taken out`);
        current = removeChecked(format, current, base);
      } else current = setBack(format, current, base, old);
      continue;
    }
    const leaves: readonly { readonly path: PlainPath; readonly ours: boolean; readonly there: boolean }[] = isOurs
      ? [{ path: base, ours: true, there: true }]
      : leavesOf(edit.value).map((leaf) => {
          const path = [...base, ...resolvePath(found, leaf.path)];
          const value = valueAt(root, path);
          return { path, ours: matchesTemplate(leaf.value, value, isSubKey), there: value !== undefined };
        });
    for (const { path, ours, there } of leaves) {
      if (ours) current = prune(format, removeChecked(format, current, path), path, edit.depth);
      else if (there) stays.push(`${pathText(path)} was changed since`);
    }
  }
  return current;
}

/** Takes away the containers that were made for us and hold nothing any more. */
function prune(format: Format, text: string, path: PlainPath, depth: number): string {
  let current = text;
  for (let length = path.length - 1; length > depth; length -= 1) {
    const container = path.slice(0, length);
    const value = valueAt(format.parse(current), container);
    if (value === undefined) continue;
    if (!isNothing(value)) return current;
    current = removeChecked(format, current, container);
  }
  return current;
}

/** As it was written; where that does not fit any more, the same value in plain notation. */
function setBack(format: Format, text: string, path: PlainPath, { value, source }: OldValue): string {
  const wanted = withValue(format.parse(text), path, value);
  const range = source === null ? undefined : format.range(text, path);
  if (range && source !== null) {
    const after = text.slice(0, range[0]) + source + text.slice(range[1]);
    if (isThat(format, after, wanted)) return after;
  }
  return assertOnly(format, format.set(text, path, value), wanted, path);
}

function removeChecked(format: Format, text: string, path: PlainPath): string {
  const after = format.remove(text, path);
  return assertOnly(format, after, withValue(format.parse(text), path, undefined), path);
}

/** An edit that did anything else than it should is not made. Empty containers and absent ones count as the same. */
function assertOnly(format: Format, text: string, wanted: JsonValue | undefined, path: PlainPath): string {
  const tidy: Format = { ...format, parse: (one) => withoutNothing(format.parse(one)) };
  if (!isThat(tidy, text, withoutNothing(wanted))) {
    throw new ConfigFault(`"${pathText(path)}" cannot be taken out without touching something else`);
  }
  return text;
}

function withoutNothing(value: JsonValue | undefined): JsonValue | undefined {
  if (isNothing(value)) return undefined;
  if (isList(value)) return value.map((inner) => withoutNothing(inner) ?? null);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const rest = withoutNothing(inner);
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
