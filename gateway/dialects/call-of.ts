import type { Call, JsonObject } from './dialect.ts';

/** A call with a JSON body and nothing in its path. */
export function callOf(body: JsonObject, byteLength: number): Call {
  return { body, byteLength, params: {}, query: new URLSearchParams() };
}
