import { isObject, parseObject } from './json/read-json.ts';
import type { JsonObject } from './dialect.ts';

/** The error in a reply whose status says that there is none. */
export interface ErrorReply {
  /** The error's own code, where it has one: a number, or a word. */
  readonly code: unknown;
}

/**
 * Reads an error out of a whole reply, in any protocol: `{"error": ...}`, `{"type": "error"}`, a response that
 * `failed`, or, in Google's lists, an item that is one. @returns undefined where there is none
 */
export function errorOfReply(reply: JsonObject): ErrorReply | undefined {
  const { error, type, status, output } = reply;
  if (isObject(error)) return { code: error['code'] ?? error['status'] };
  if (type === 'error') return { code: undefined };
  const wrote = Array.isArray(output) && output.length > 0;
  return status === 'failed' && !wrote ? { code: undefined } : undefined;
}

/** The object that a body is, or the first one of the list that it is. */
export function firstObjectOf(text: string): JsonObject | undefined {
  const whole = parseObject(text);
  if (whole) return whole;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.find(isObject) : undefined;
  } catch {
    return undefined;
  }
}
