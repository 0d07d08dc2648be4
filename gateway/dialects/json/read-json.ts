import type { JsonObject } from '../dialect.ts';

/** True for a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a JSON object. @returns undefined when the text is anything else. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A hundred times what any model reads in one request. A provider that reports more reports nothing. */
const MOST_TOKENS = 1_000_000_000;

/** A count as providers report it: a whole number from 0 up. @returns undefined for anything else, null included. */
export function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_TOKENS
    ? value
    : undefined;
}

/** UTF-8 length of a string; 0 for anything else. */
export function byteLengthOf(value: unknown): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : 0;
}

/** The fields of an object that are named and there. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.includes(name)));
}

/** Every object inside a value, at any depth, without recursion: a hostile body must not exhaust the stack. */
export function* eachObject(root: unknown): Generator<JsonObject> {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (Array.isArray(value)) for (const item of value) pending.push(item);
    else if (isObject(value)) {
      yield value;
      for (const item of Object.values(value)) if (typeof item === 'object') pending.push(item);
    }
  }
}
