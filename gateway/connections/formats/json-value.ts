/** A value of a config file, as far as Purser is concerned. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * One step into a document: a key, a place in a list, or the element of a list whose field (or, for `''`, itself) is
 * this.
 */
export type Step = string | number | { readonly where: string; readonly is: string };
export type Path = readonly Step[];
/** A path without searching steps, as formats edit it. */
export type PlainPath = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Own fields only: `__proto__` in a file is a key like any other. */
export function fieldOf(value: JsonValue | undefined, step: string | number): JsonValue | undefined {
  if (typeof step === 'number') return isList(value) ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** @returns undefined when there is nothing at that path */
export function valueAt(root: JsonValue | undefined, path: PlainPath): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(fieldOf, root);
}

/** Turns searching steps into places. An element that is not there yet gets the place behind the last. */
export function resolvePath(root: JsonValue | undefined, path: Path): PlainPath {
  let here = root;
  return path.map((step) => {
    const plain = typeof step === 'object' ? placeOf(here, step.where, step.is) : step;
    here = fieldOf(here, plain);
    return plain;
  });
}

function placeOf(list: JsonValue | undefined, where: string, is: string): number {
  if (!isList(list)) return 0;
  const found = list.findIndex((element) => (where === '' ? element : fieldOf(element, where)) === is);
  return found === -1 ? list.length : found;
}

/** The same content, whatever the order of keys. */
export function sameValue(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((value, index) => sameValue(value, right[index]));
  if (isObject(left) && isObject(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
    );
  }
  return Object.is(left, right);
}

/** A copy with `value` at `path`; without it when `value` is undefined. Missing parents are made. */
export function withValue(
  root: JsonValue | undefined,
  path: PlainPath,
  value: JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inner = withValue(fieldOf(root, step), rest, value);
  if (typeof step === 'number') {
    const list = isList(root) ? [...root] : [];
    list.splice(step, 1, ...(inner === undefined ? [] : [inner]));
    return list;
  }
  const kept = Object.entries(isObject(root) ? root : {});
  const at = kept.findIndex(([key]) => key === step);
  if (inner === undefined) return Object.fromEntries(kept.filter(([key]) => key !== step));
  if (at === -1) return Object.fromEntries([...kept, [step, inner]]);
  return Object.fromEntries(kept.with(at, [step, inner]));
}

/**
 * Every value inside that holds no others, with its path from `root`. A list counts as one value, and so does an empty
 * container.
 */
export function leavesOf(
  value: JsonValue,
  path: Path = [],
): readonly { readonly path: Path; readonly value: JsonValue }[] {
  if (!isObject(value) || Object.keys(value).length === 0) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The value that a parser built, as JSON. Dates of TOML and YAML become text: they are compared, never written. */
export function asJson(value: unknown): JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
}
