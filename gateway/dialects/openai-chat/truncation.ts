import type { JsonObject } from '../dialect.ts';

/** The state of a stream when it is ended. */
interface BrokenOff {
  readonly model: string;
  readonly object: 'chat.completion.chunk' | 'text_completion';
  /** The fields that its chunks repeat; empty before the first one. */
  readonly frame: JsonObject;
  /** The number of answers that were asked for. */
  readonly choices: number;
  readonly open: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  /** Its last word has come. */
  readonly done: boolean;
}

/** The chunks with which the provider itself ends answers at their limit; those that have not begun are empty. */
export function writeTruncation({ model, object, frame, choices, open, closed, done }: BrokenOff): string {
  if (done) return '';
  // A legacy chunk has its text beside the index, a chat chunk in a delta.
  const isLegacy = (frame['object'] ?? object) === 'text_completion';
  const begin = isLegacy ? { text: '', logprobs: null } : { delta: { role: 'assistant', content: '' } };
  const goOn = isLegacy ? begin : { delta: {} };
  const places = [...new Set([...Array.from({ length: choices }, (_, index) => index), ...open])];
  const ends = places
    .filter((index) => !closed.has(index))
    .map((index) => ({
      index,
      ...(open.has(index) ? goOn : begin),
      finish_reason: 'length',
    }));
  const { id = 'truncated', created = 0 } = frame;
  const chunk = { id, object: frame['object'] ?? object, created, model: frame['model'] ?? model, choices: ends };
  return `${ends.length > 0 ? `data: ${JSON.stringify(chunk)}\n\n` : ''}data: [DONE]\n\n`;
}
