import type { JsonObject } from '../dialect.ts';
import { endOfString } from './end-of-string.ts';

/** Where one member of the outermost object stands in the text. */
interface Field {
  readonly key: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

const QUOTE = 0x22;

/**
 * Lists the members of the outermost object of `text`, in order, duplicates included.
 * `text` must already have passed JSON.parse as an object: nothing is checked again.
 */
function listFields(text: string): readonly Field[] {
  const fields: Field[] = [];
  let depth = 0;
  let key: string | undefined;
  let valueStart = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(text, index);
      if (depth === 1 && key === undefined) key = String(JSON.parse(text.slice(index, end + 1)));
      index = end;
      continue;
    }
    if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x3a && depth === 1) valueStart = index + 1;
    const closes = code === 0x7d || code === 0x5d;
    if (depth === 1 && key !== undefined && (code === 0x2c || closes)) {
      fields.push({ key, valueStart, valueEnd: index });
      key = undefined;
    }
    if (closes) depth -= 1;
  }
  return fields;
}

/**
 * Names a member that stands twice in the outermost object, if one does. Two servers may read such a body
 * differently, so a limit in it proves nothing.
 */
export function findRepeatedField(text: string): string | undefined {
  const seen = new Set<string>();
  return listFields(text).find(({ key }) => seen.size === seen.add(key).size)?.key;
}

/** Sets members of the outermost object and leaves every other byte as it was. `text` must be a JSON object. */
export function setFields(text: string, values: JsonObject): string {
  const fields = new Map(listFields(text).map((field) => [field.key, field]));
  const added: string[] = [];
  const edits: { readonly start: number; readonly end: number; readonly replacement: string }[] = [];
  for (const [key, value] of Object.entries(values)) {
    const field = fields.get(key);
    const json = JSON.stringify(value);
    if (field) edits.push({ start: field.valueStart, end: field.valueEnd, replacement: json });
    else added.push(`${JSON.stringify(key)}:${json}`);
  }
  if (added.length > 0) {
    const start = text.indexOf('{') + 1;
    edits.push({ start, end: start, replacement: added.join(',') + (fields.size > 0 ? ',' : '') });
  }
  return edits
    .toSorted((left, right) => right.start - left.start)
    .reduce((edited, { start, end, replacement }) => edited.slice(0, start) + replacement + edited.slice(end), text);
}
