import type { Family } from '../tool-spec.ts';

/** A provider's real key in a text: where, and whose. The key itself goes no further than the fix. */
export interface PlainKey {
  readonly family: Family;
  readonly key: string;
  /** From 1. */
  readonly line: number;
}

/** As the providers make them. OpenAI's begin like others' do, so what is known to be somebody else's is left out. */
const SHAPES: readonly { readonly family: Family; readonly shape: RegExp }[] = [
  { family: 'anthropic', shape: /\bsk-ant-(?!oat)[A-Za-z0-9_-]{20,}/g },
  { family: 'openai', shape: /\bsk-(?!ant-|or-|purser-|lf-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,}/g },
  { family: 'gemini', shape: /\bAIza[A-Za-z0-9_-]{30,}/g },
];

/** Finds provider keys in plain text. */
export function plainKeysIn(text: string): readonly PlainKey[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      SHAPES.flatMap(({ family, shape }) =>
        [...line.matchAll(shape)].map(([key]) => ({ family, key, line: index + 1 })),
      ),
    );
}
