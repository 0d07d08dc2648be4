import { keyPattern, keyShapeOf } from '../../../shared/providers/key-shapes.ts';
import { FAMILIES } from '../tool-spec.ts';
import type { Family } from '../tool-spec.ts';

/** A provider's real key in a text: where, and whose. The key itself goes no further than the fix. */
export interface PlainKey {
  readonly family: Family;
  readonly key: string;
  /** From 1. */
  readonly line: number;
}

/** Real keys have more letters behind their beginning; names and examples have fewer. */
const LEAST_LETTERS = 20;

/** Finds provider keys in plain text. What begins with `sk-` alone passes for OpenAI's. */
export function plainKeysIn(text: string): readonly PlainKey[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(keyPattern(LEAST_LETTERS))].flatMap(([key]) => {
      const kinds = keyShapeOf(key)?.kinds ?? [];
      const family = FAMILIES.find((known) => kinds.includes(known));
      return family === undefined ? [] : [{ family, key, line: index + 1 }];
    }),
  );
}
