import type { Format } from '../formats/format.ts';
import { sameValue } from '../formats/json-value.ts';
import type { JsonValue } from '../formats/json-value.ts';

/** True when an edited text parses to exactly this value. A fault in it is the edit's, at no line of the person's. */
export function parsesTo(format: Format, text: string, wanted: JsonValue | undefined): boolean {
  try {
    return sameValue(format.parse(text), wanted);
  } catch {
    return false;
  }
}
