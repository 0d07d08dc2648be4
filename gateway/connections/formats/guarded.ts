import { ConfigFault } from './format.ts';
import type { Format } from './format.ts';
import type { JsonValue } from './json-value.ts';

/**
 * No config of a tool comes near it. A hostile file from a repository may exceed it, and every reader here is
 * recursive.
 */
const MAX_DEPTH = 100;
const TOO_DEEP = `its values are nested more than ${MAX_DEPTH} deep, which no config needs`;

/**
 * A format that answers any text at all with a value or a {@link ConfigFault}, whatever the parser behind it throws.
 */
export function guarded(format: Format): Format {
  const { prepend } = format;
  return {
    parse: (text) => shallow(tried(() => format.parse(text))),
    set: (text, path, value) => tried(() => format.set(text, path, value)),
    ...(prepend && { prepend: (text, list, value) => tried(() => prepend(text, list, value)) }),
    range: (text, path) => tried(() => format.range(text, path)),
    remove: (text, path) => tried(() => format.remove(text, path)),
  };
}

function tried<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConfigFault) throw error;
    throw new ConfigFault(
      error instanceof RangeError
        ? TOO_DEEP
        : 'Purser cannot read this file: something in it is more than its parser takes',
      undefined,
    );
  }
}

function shallow(root: JsonValue | undefined): JsonValue | undefined {
  let level: readonly (JsonValue | undefined)[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw new ConfigFault(TOO_DEEP);
    level = level.flatMap((value): readonly JsonValue[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return root;
}
