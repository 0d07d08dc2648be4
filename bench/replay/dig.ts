/** Reads JSON of unknown form. Nothing here throws: a value that is not there, or is another kind, is undefined. */

type Step = string | number;

/** The value at the end of a path of names and places. */
export function dig(value: unknown, ...path: readonly Step[]): unknown {
  let found: unknown = value;
  for (const step of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined;
  return found;
}

export function digNumber(value: unknown, ...path: readonly Step[]): number | undefined {
  const found = dig(value, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function digText(value: unknown, ...path: readonly Step[]): string | undefined {
  const found = dig(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** An empty list where there is none. */
export function digList(value: unknown, ...path: readonly Step[]): readonly unknown[] {
  const found: unknown = dig(value, ...path);
  return Array.isArray(found) ? found : [];
}

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
