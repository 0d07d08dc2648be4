import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import type { VisibleCount } from '../tokens/visible-count.ts';
import { listOf } from './fields.ts';

/**
 * Counts the output in the parts of a reply: calls and their arguments, but no signatures, which no model generates.
 */
export function seeParts(visible: VisibleCount, content: unknown): void {
  const parts = isObject(content) ? listOf(content['parts']).filter(isObject) : [];
  for (const part of parts) if (isObject(part['functionCall'])) visible.call();
  visible.see(parts.flatMap(textsOf));
}

function textsOf({ thoughtSignature: _signature, ...part }: JsonObject): readonly string[] {
  const texts: string[] = [];
  const pending: unknown[] = Object.values(part);
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (!Array.isArray(value)) texts.push(key);
        pending.push(item);
      }
    } else if (value !== undefined && value !== null)
      texts.push(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return texts;
}
