import type { Framing, JsonObject } from '../dialect.ts';

/** The state of a stream when it is ended. */
interface BrokenOff {
  readonly framing: Framing;
  readonly model: string;
  /** Whether its first piece has come, and its last one. */
  readonly begun: boolean;
  readonly ended: boolean;
  /** Candidates that have not ended, by index. */
  readonly open: ReadonlySet<number>;
  /** `usageMetadata` as the provider last wrote it. */
  readonly usageMetadata: unknown;
  /** Model and id that every piece repeats. */
  readonly frame: JsonObject;
}

/** The piece with which the provider itself ends a reply at its limit. */
export function writeTruncation({ framing, model, begun, ended, open, usageMetadata, frame }: BrokenOff): string {
  if (ended) return framing === 'events' ? '' : ']';
  const content = { parts: [{ text: '' }], role: 'model' };
  const unfinished = open.size > 0 ? [...open] : [0];
  const candidates = unfinished.map((index) => ({ content, finishReason: 'MAX_TOKENS', index }));
  const { modelVersion = model, responseId } = frame;
  const piece = JSON.stringify({ candidates, usageMetadata, modelVersion, responseId });
  if (framing === 'events') return `data: ${piece}\n\n`;
  return `${begun ? ',' : '['}${piece}]`;
}
