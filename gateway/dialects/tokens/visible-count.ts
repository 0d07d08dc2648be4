import { eachObject } from '../json/read-json.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** Id and framing of a call of a tool, or of an item of an output. */
export const CALL_TOKENS = 64;
/** Short texts of rare letters may have a few more tokens than their kinds have on average. */
const FEW_TOKENS = 16;

/** Counts the visible output of a stream. */
export interface VisibleCount {
  /** Counts the texts of one event: as a whole at least one token. */
  see(texts: readonly string[]): void;
  /** A call of a tool, or an item, has begun. */
  call(): void;
  /** Most tokens that all of it has. */
  tokens(): number;
}

export function createVisibleCount(): VisibleCount {
  let calls = 0;
  let tokens = 0;
  return {
    see(texts) {
      const some = texts.filter((text) => text !== '');
      if (some.length > 0)
        tokens += Math.max(
          1,
          some.reduce((sum, text) => sum + estimateTokens(text), 0),
        );
    },
    call: () => void (calls += 1),
    tokens: () => Math.ceil(tokens) + calls * CALL_TOKENS + (tokens > 0 ? FEW_TOKENS : 0),
  };
}

/** The texts in these fields of every object inside a value. */
export function textsIn(root: unknown, fields: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const part of eachObject(root)) {
    for (const field of fields) {
      const text = part[field];
      if (typeof text === 'string') texts.push(text);
    }
  }
  return texts;
}

/** UTF-8 length of several texts. */
export function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
