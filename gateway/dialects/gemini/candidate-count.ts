import type { JsonObject } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { createVisibleCount } from '../tokens/visible-count.ts';
import { listOf, pick } from './fields.ts';
import { givesReason, outputBytesOf } from './read-usage.ts';
import { seeParts } from './visible-parts.ts';

const CALLS = ['executableCode', 'toolCall'] as const;
const RESULTS = ['codeExecutionResult', 'toolResponse'] as const;

/** Counts the output of the candidates of one stream, and tells which of them have ended. */
export interface CandidateCount {
  see(candidate: JsonObject): void;
  /** Candidates that have begun and given no reason why they ended, by index. */
  readonly open: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  /** Calls of hosted tools that were shown. */
  calls(): number;
  /** Results of these calls that were shown. */
  results(): number;
  outputBytes(): number;
  outputEvents(): number;
  /** Most tokens that were visibly made. */
  estimateVisible(): number;
}

export function createCandidateCount(): CandidateCount {
  const visible = createVisibleCount();
  const open = new Set<number>();
  const closed = new Set<number>();
  let outputBytes = 0;
  let outputEvents = 0;
  let [calls, results] = [0, 0];

  return {
    see(candidate) {
      const { content, finishReason } = candidate;
      const bytes = outputBytesOf(content);
      outputBytes += bytes;
      if (bytes > 0) outputEvents += 1;
      seeParts(visible, content);
      for (const part of partsOf(content)) {
        if (CALLS.some((name) => pick(part, name) !== undefined)) calls += 1;
        if (RESULTS.some((name) => pick(part, name) !== undefined)) results += 1;
      }
      const index = typeof candidate['index'] === 'number' ? candidate['index'] : 0;
      const [into, from] = givesReason(finishReason) ? [closed, open] : [open, closed];
      into.add(index);
      from.delete(index);
    },
    open,
    closed,
    calls: () => calls,
    results: () => results,
    outputBytes: () => outputBytes,
    outputEvents: () => outputEvents,
    estimateVisible: visible.tokens,
  };
}

function partsOf(content: unknown): readonly JsonObject[] {
  return isObject(content) ? listOf(content['parts']).filter(isObject) : [];
}
