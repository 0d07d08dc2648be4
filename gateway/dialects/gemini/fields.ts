import type { JsonObject } from '../dialect.ts';

/**
 * Google's servers take every field under two names: `maxOutputTokens` and, as the protocol buffer has it,
 * `max_output_tokens`.
 */
function snakeOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Reads a field under either name. `null` means the same as leaving it out. @param name in camel case */
export function pick(object: JsonObject, name: string): unknown {
  return object[name] ?? object[snakeOf(name)] ?? undefined;
}

/** The name under which the field stands, or the usual one. */
export function spelled(object: JsonObject, name: string): string {
  return object[name] === undefined && object[snakeOf(name)] !== undefined ? snakeOf(name) : name;
}

/** Names a field that stands there under both names: either of the two may count. */
export function findAmbiguous(object: JsonObject, names: readonly string[]): string | undefined {
  return names.find(
    (name) => snakeOf(name) !== name && object[name] !== undefined && object[snakeOf(name)] !== undefined,
  );
}

/** A list, which Google's servers also take as one bare item. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
