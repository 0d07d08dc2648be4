import type { JsonRecord } from './api-tool.ts';

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A field of the document itself: nothing that every object inherits. */
export function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function recordAt(value: unknown, name: string): JsonRecord {
  const found = fieldOf(value, name);
  return isRecord(found) ? found : {};
}

export function listAt(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name);
  return isList(found) ? found : [];
}

export function textAt(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** Its own entries; `__proto__` is nobody's field, and an object made of it would not be what it seems. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value).filter(([name]) => name !== '__proto__') : [];
}

export function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
