import { isObject } from '../json/read-json.ts';
import { bytesOf, CALL_TOKENS, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { createCallCount } from './call-count.ts';

/** Fields of a delta that hold generated text, tool call names and arguments included. */
const GENERATED = [
  'content',
  'text',
  'reasoning_content',
  'reasoning',
  'refusal',
  'name',
  'arguments',
  'transcript',
] as const;

/** Counts the output of the choices of one stream, and tells which of them have ended. */
export interface ChoiceCount {
  see(choice: unknown): void;
  /** Choices that have begun and have no `finish_reason`, by index. */
  readonly open: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  outputBytes(): number;
  outputEvents(): number;
  /** Most tokens that were visibly made. */
  estimateVisible(): number;
}

export function createChoiceCount(): ChoiceCount {
  const visible = createVisibleCount();
  const calls = createCallCount();
  const open = new Set<number>();
  const closed = new Set<number>();
  let outputBytes = 0;
  let outputEvents = 0;

  return {
    see(choice) {
      if (!isObject(choice)) return;
      const index = typeof choice['index'] === 'number' ? choice['index'] : 0;
      const begun = calls.see(index, choice['delta']);
      for (let call = 0; call < begun; call += 1) visible.call();
      const texts = textsIn(choice['delta'] ?? choice, GENERATED);
      const bytes = bytesOf(texts);
      visible.see(texts);
      outputBytes += bytes + begun * CALL_TOKENS;
      if (bytes > 0) outputEvents += 1;
      if (typeof choice['finish_reason'] === 'string') closed.add(index);
      if (closed.has(index)) open.delete(index);
      else open.add(index);
    },
    open,
    closed,
    outputBytes: () => outputBytes,
    outputEvents: () => outputEvents,
    estimateVisible: visible.tokens,
  };
}
