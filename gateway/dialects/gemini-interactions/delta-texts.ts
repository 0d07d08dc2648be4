import type { JsonObject } from '../dialect.ts';

/** Fields that no model writes. */
const NOT_WRITTEN: readonly string[] = ['type', 'signature', 'id', 'mime_type'];

/** Everything that a step, or a piece of one, has generated: texts, arguments and their names, data. */
export function textsOfDelta(delta: JsonObject): readonly string[] {
  const texts: string[] = [];
  const pending: unknown[] = [delta];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (NOT_WRITTEN.includes(key)) continue;
        // The names of the protocol's own fields are not written either; those of arguments are.
        if (value !== delta && !Array.isArray(value)) texts.push(key);
        pending.push(item);
      }
    } else if (value !== undefined && value !== null)
      texts.push(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return texts.filter((text) => text !== '');
}
