import { writeBlock } from '../formats/block.ts';
import type { Format } from '../formats/format.ts';
import { ConfigFault, lineAt } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { isList, isObject, resolvePath, sameValue, valueAt, withValue } from '../formats/json-value.ts';
import type { JsonValue, PlainPath } from '../formats/json-value.ts';
import { keepBytes, plainText } from '../formats/keep-bytes.ts';
import { parsesTo } from '../files/parses-to.ts';
import { pathText } from '../files/path-text.ts';
import type { DoneEdit, DoneFile, FileWant, OldValue, OldValues, WantedEntry } from './want.ts';

/** A change to one file that is planned and not yet made. */
export interface PlannedFile {
  /** The whole new text, with the mark where the sub-key goes. */
  readonly after: string;
  readonly done: DoneFile;
  readonly olds: OldValues;
}

/**
 * Plans what a file must become. Pure: nothing is read or written here.
 * @param text what the file holds now; undefined when there is none
 * @param id of the connection, for the marks of a block
 * @throws ConfigFault when the file cannot be edited safely
 */
export function planFile(text: string | undefined, want: FileWant, id: string): PlannedFile {
  const { file } = want;
  if (want.kind === 'own') {
    return {
      after: want.text,
      done: { kind: 'own', file, text: want.text, had: text !== undefined },
      olds: text === undefined ? [] : [{ value: text, source: null }],
    };
  }
  if (want.kind === 'block') {
    return {
      after: keepBytes(text ?? '', (plain) => writeBlock(plain, id, want.lines)),
      done: { kind: 'block', file, id, lines: want.lines },
      olds: [],
    };
  }
  const format = FORMATS[want.format];
  let edits: readonly PlannedEdit[] = [];
  const after = keepBytes(text ?? '', (plain) => {
    const planned = setAll(format, plain, want.entries);
    ({ edits } = planned);
    return planned.text;
  });
  return {
    after,
    done: { kind: 'entries', file, format: want.format, edits: edits.map(({ edit }) => edit) },
    olds: edits.map(({ old }) => old),
  };
}

interface PlannedEdit {
  readonly edit: DoneEdit;
  readonly old: OldValue;
}

function setAll(
  format: Format,
  text: string,
  entries: readonly WantedEntry[],
): { readonly text: string; readonly edits: readonly PlannedEdit[] } {
  let current = text;
  const edits: PlannedEdit[] = [];
  for (const entry of entries.flatMap((wanted) => narrow(format, text, wanted))) {
    const { at, value, anyValue, first } = entry;
    const root = format.parse(current);
    const path = resolvePath(root, at);
    const old = valueAt(root, path);
    const depth = path.findIndex((_, index) => valueAt(root, path.slice(0, index + 1)) === undefined);
    const range = old === undefined ? undefined : format.range(current, path);
    const source = range ? current.slice(...range) : null;
    current = sameValue(old, value) ? current : setChecked(format, current, entry);
    edits.push({
      edit: {
        at: [...at],
        value,
        depth: depth === -1 ? path.length : depth,
        had: old !== undefined,
        ...(anyValue ? { anyValue } : {}),
        ...(first ? { first } : {}),
      },
      old: { value: old ?? null, source },
    });
  }
  return { text: current, edits };
}

/** Only the fields of an object are ours where an object is there already. */
function narrow(format: Format, text: string, entry: WantedEntry): readonly WantedEntry[] {
  const { at, value, ifAbsent = false } = entry;
  const root = format.parse(plainText(text));
  const there = valueAt(root, resolvePath(root, at));
  if (ifAbsent && there !== undefined) return [];
  if (!isObject(value) || !isObject(there)) return [entry];
  return Object.entries(value).flatMap(([key, inner]) => narrow(format, text, { at: [...at, key], value: inner }));
}

/** Sets a value and reads the result back. @throws ConfigFault when the edit changed anything else */
function setChecked(format: Format, text: string, { at, value, first = false }: WantedEntry): string {
  const before = format.parse(text);
  const path = resolvePath(before, at);
  for (const index of path.keys())
    assertHolds(valueAt(before, path.slice(0, index)), path[index], path.slice(0, index), () =>
      lineOf(format, text, path.slice(0, index)),
    );
  const list = path.slice(0, -1);
  const there = valueAt(before, list);
  const isPut = first && format.prepend !== undefined && isList(there) && valueAt(before, path) === undefined;
  const after = isPut && format.prepend ? format.prepend(text, list, value) : format.set(text, path, value);
  const wanted = isPut ? withValue(before, list, [value, ...there]) : withValue(before, path, value);
  if (!parsesTo(format, after, wanted)) {
    throw new ConfigFault(
      `"${pathText(path)}" cannot be set here without touching something else (is a key there twice, or an alias or ` +
        `an anchor in the way?)`,
      lineOf(format, text, path),
    );
  }
  return after;
}

/** The person's own value is not replaced by a container that we need. `null` is an empty one, as `models:` of YAML. */
function assertHolds(
  value: JsonValue | undefined,
  step: string | number | undefined,
  path: PlainPath,
  line: () => number | undefined,
): void {
  if (value === undefined || value === null || (typeof step === 'number' ? isList(value) : isObject(value))) return;
  const what = path.length === 0 ? 'the whole file' : `"${pathText(path)}"`;
  throw new ConfigFault(
    `${what} is not a ${typeof step === 'number' ? 'list' : 'group of settings'} here, so nothing can be put into it`,
    line(),
  );
}

/** The line of a value, or of what it would stand in; undefined where that has no one place. */
function lineOf(format: Format, text: string, path: PlainPath): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const range = format.range(text, path.slice(0, length));
    if (range) return lineAt(text, range[0]);
  }
  return undefined;
}
