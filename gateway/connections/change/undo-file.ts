import { readBlock, removeBlock } from '../formats/block.ts';
import type { Format } from '../formats/format.ts';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { isList, isObject, leavesOf, resolvePath, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonValue, PlainPath } from '../formats/json-value.ts';
import { keepBytes, plainText } from '../formats/keep-bytes.ts';
import { parsesTo } from '../files/parses-to.ts';
import { pathText } from '../files/path-text.ts';
import { matchesTemplate } from '../verify/sub-key-mark.ts';
import type { IsSubKey } from '../verify/sub-key-mark.ts';
import type { DoneEdit, DoneFile, OldValue, OldValues } from './want.ts';

/** A file without our changes. */
export interface UndoneFile {
  /** Undefined when the file goes away. */
  readonly after: string | undefined;
  /** Everything that is left as it is because somebody changed it since, one sentence each. */
  readonly stays: readonly string[];
}

/** Everything that undoing one file needs to know. */
export interface UndoBasis {
  readonly done: DoneFile;
  /** The file was not there before: then it goes away when nothing is left in it. */
  readonly made: boolean;
  /** The earlier values; undefined when they cannot be read any more. */
  readonly olds: OldValues | undefined;
  readonly isSubKey: IsSubKey;
}

interface UndoneText {
  readonly text: string;
  readonly stays: readonly string[];
}

/**
 * Takes our changes out of a file that was changed since: value by value, and only where the value is still ours.
 * @throws ConfigFault when the file cannot be edited safely
 */
export function undoFile(text: string | undefined, basis: UndoBasis): UndoneFile {
  const { done, made } = basis;
  if (text === undefined) return { after: undefined, stays: [] };
  if (done.kind === 'own') return undoOwnFile(text, done, basis);
  let stays: readonly string[] = [];
  const after = keepBytes(text, (plain) => {
    const undone = done.kind === 'block' ? undoBlock(plain, done, basis) : undoEntries(plain, done, basis);
    ({ stays } = undone);
    return undone.text;
  });
  return { after: made && isEmptyNow(after, done) ? undefined : after, stays };
}

function undoOwnFile(
  text: string,
  done: DoneFile & { readonly kind: 'own' },
  { olds, isSubKey }: UndoBasis,
): UndoneFile {
  if (!matchesTemplate(done.text, text, isSubKey))
    return { after: text, stays: ['the file was changed since, so it is left there'] };
  const old = olds?.[0]?.value;
  return { after: done.had && typeof old === 'string' ? old : undefined, stays: [] };
}

function undoBlock(
  text: string,
  { id, lines }: DoneFile & { readonly kind: 'block' },
  { isSubKey }: UndoBasis,
): UndoneText {
  const block = readBlock(text, id);
  const isChanged = block !== undefined && !matchesTemplate(lines, block, isSubKey);
  return {
    text: removeBlock(text, id),
    stays: isChanged ? ['lines between the marks were changed since; they were removed with the marks'] : [],
  };
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
  text: string,
  { format: id, edits }: DoneFile & { readonly kind: 'entries' },
  { olds, isSubKey }: UndoBasis,
): UndoneText {
  const format = FORMATS[id];
  const stays: string[] = [];
  let current = text;
  for (const [index, edit] of [...edits.entries()].toReversed()) {
    const undone = edit.had
      ? restoreEntry(format, current, { edit, old: olds?.[index], isSubKey })
      : removeEntry(format, current, { edit, isSubKey });
    current = undone.text;
    stays.push(...undone.stays);
  }
  return { text: current, stays };
}

/** Puts back what stood in the place of one value of ours. */
function restoreEntry(
  format: Format,
  text: string,
  { edit, old, isSubKey }: { readonly edit: DoneEdit; readonly old: OldValue | undefined; readonly isSubKey: IsSubKey },
): UndoneText {
  const root = format.parse(text);
  const path = resolvePath(root, edit.at);
  const found = valueAt(root, path);
  // Put back already, or never changed: a crash came in between.
  if (old !== undefined && sameValue(found, old.value)) return { text, stays: [] };
  if (!isOurs(edit, found, isSubKey)) return { text, stays: [`${pathText(edit.at)} was changed since`] };
  if (old !== undefined) return { text: setBack(format, text, path, old), stays: [] };
  return {
    text: removeChecked(format, text, path),
    stays: [`what ${pathText(edit.at)} was before cannot be read any more, so it is taken out`],
  };
}

/** Takes out one value that stood nowhere before: whole, or those of its leaves that are still ours. */
function removeEntry(
  format: Format,
  text: string,
  { edit, isSubKey }: { readonly edit: DoneEdit; readonly isSubKey: IsSubKey },
): UndoneText {
  const root = format.parse(text);
  const base = resolvePath(root, edit.at);
  const found = valueAt(root, base);
  if (isOurs(edit, found, isSubKey)) return { text: removeWithEmpty(format, text, base, edit.depth), stays: [] };
  const stays: string[] = [];
  let current = text;
  for (const leaf of leavesOf(edit.value)) {
    const path = [...base, ...resolvePath(found, leaf.path)];
    const value = valueAt(root, path);
    if (matchesTemplate(leaf.value, value, isSubKey)) current = removeWithEmpty(format, current, path, edit.depth);
    else if (value !== undefined) stays.push(`${pathText(path)} was changed since`);
  }
  return { text: current, stays };
}

function isOurs({ anyValue, value }: DoneEdit, found: JsonValue | undefined, isSubKey: IsSubKey): boolean {
  return anyValue ? found !== undefined : matchesTemplate(value, found, isSubKey);
}

/** Takes out a value, and the containers that were made for it and hold nothing any more. */
function removeWithEmpty(format: Format, text: string, path: PlainPath, depth: number): string {
  return prune(format, removeChecked(format, text, path), path, depth);
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

/** Restores a value in the person's notation; where that no longer fits, in plain notation. */
function setBack(format: Format, text: string, path: PlainPath, { value, source }: OldValue): string {
  const wanted = withValue(format.parse(text), path, value);
  const range = source === null ? undefined : format.range(text, path);
  if (range && source !== null) {
    const after = text.slice(0, range[0]) + source + text.slice(range[1]);
    if (parsesTo(format, after, wanted)) return after;
  }
  return assertOnly(format, format.set(text, path, value), wanted, path);
}

/** Takes out a value. @throws ConfigFault when the edit did anything else */
export function removeChecked(format: Format, text: string, path: PlainPath): string {
  const after = format.remove(text, path);
  return assertOnly(format, after, withValue(format.parse(text), path, undefined), path);
}

/** @throws ConfigFault when an edit did anything else than it should. Empty containers count as absent ones. */
function assertOnly(format: Format, text: string, wanted: JsonValue | undefined, path: PlainPath): string {
  const tidy: Format = { ...format, parse: (one) => withoutNothing(format.parse(one)) };
  if (!parsesTo(tidy, text, withoutNothing(wanted))) {
    throw new ConfigFault(`"${pathText(path)}" cannot be taken out without touching something else`);
  }
  return text;
}

/** A value without empty containers. */
export function withoutNothing(value: JsonValue | undefined): JsonValue | undefined {
  if (isNothing(value)) return undefined;
  if (isList(value)) return value.map((inner) => withoutNothing(inner) ?? null);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const rest = withoutNothing(inner);
    return rest === undefined ? [] : [[key, rest] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
