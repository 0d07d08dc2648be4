import type { JsonRecord } from './api-tool.ts';
import { fieldOf, isList, textAt } from './json.ts';

/** References to references: more than these are a circle. */
const MOST_STEPS = 16;

/**
 * What stands at a place of the document, references followed.
 *
 * @returns undefined where a reference leads nowhere or in a circle
 */
export function resolve(document: JsonRecord, value: unknown): unknown {
  let found = value;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const reference = textAt(found, '$ref');
    if (reference === undefined) return found;
    found = lookUp(document, reference);
  }
  return undefined;
}

/** What a reference such as `#/components/schemas/Pet` names. */
export function lookUp(document: JsonRecord, reference: string): unknown {
  if (reference === '#') return document;
  if (!reference.startsWith('#/')) return undefined;
  let found: unknown = document;
  for (const piece of reference.slice(2).split('/')) {
    const name = unescaped(piece);
    if (name === undefined) return undefined;
    found = isList(found) ? found[Number(name)] : fieldOf(found, name);
  }
  return found;
}

function unescaped(piece: string): string | undefined {
  try {
    return decodeURIComponent(piece).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return undefined;
  }
}
