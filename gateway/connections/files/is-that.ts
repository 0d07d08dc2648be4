import type { Format } from '../formats/format.ts';
import { sameValue } from '../formats/json-value.ts';
import type { JsonValue } from '../formats/json-value.ts';

/** Does an edited text still read, and as exactly this? A fault in it is the edit's, and at no line of the person's. */
export function isThat(format: Format, text: string, wanted: JsonValue | undefined): boolean {
  try {
    return sameValue(format.parse(text), wanted);
  } catch {
    return false;
  }
}
