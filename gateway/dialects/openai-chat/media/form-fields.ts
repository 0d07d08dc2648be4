import type { JsonObject } from '../../dialect.ts';
import { byteLengthOf, isObject } from '../../json/read-json.ts';

/** A file of a form, as far as its cost is concerned. */
export interface FormFile {
  /** In bytes. */
  readonly size: number;
  readonly type: string;
  /** The least bytes that a second of it takes if it is sound. */
  readonly leastBytesPerSecond: number;
}

/** Every file of a form. */
export function filesOf(form: JsonObject): readonly FormFile[] {
  return Object.values(form).flatMap((value) => (Array.isArray(value) ? value.filter(isFile) : []));
}

function isFile(value: unknown): value is FormFile {
  return (
    isObject(value) &&
    typeof value['size'] === 'number' &&
    typeof value['type'] === 'string' &&
    typeof value['leastBytesPerSecond'] === 'number'
  );
}

/** Bytes of all text in a form; they bound its tokens. */
export function textBytesOf(form: JsonObject): number {
  return Object.values(form)
    .flat()
    .reduce<number>((sum, value) => sum + byteLengthOf(value), 0);
}

/** The text of a field, or its number as JSON would have it: forms have text only. */
export function plainOf(value: unknown): unknown {
  return typeof value === 'string' && /^(\d{1,9}|true|false)$/.test(value) ? JSON.parse(value) : value;
}
