/** The state of a stream when it is ended. */
interface BrokenOff {
  readonly model: string;
  /** Where it is: nothing was shown yet, in the message, after its last figures, at its end. */
  readonly at: 'nothing' | 'message' | 'figures' | 'end';
  /** The block that is open; undefined between two of them. */
  readonly block: number | undefined;
  /** At least as many tokens were written. */
  readonly written: number;
}

/**
 * The events with which the provider itself ends a message at its limit. Half a call stays half a call, as it does
 * there: closing its arguments would complete the call, and a client might run it.
 */
export function writeTruncation({ model, at, block, written }: BrokenOff): string {
  if (at === 'end') return '';
  const stop = { type: 'message_stop' };
  const delta = { stop_reason: 'max_tokens', stop_sequence: null, stop_details: null };
  const figures = { type: 'message_delta', delta, usage: { output_tokens: written } };
  const events = [
    ...(at === 'nothing' ? [{ type: 'message_start', message: emptyMessage(model) }] : []),
    ...(block === undefined ? [] : [{ type: 'content_block_stop', index: block }]),
    ...(at === 'figures' ? [] : [figures]),
    stop,
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

/** A message of which nothing has come. */
function emptyMessage(model: string): object {
  const usage = { input_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 0 };
  const reasons = { stop_reason: null, stop_sequence: null, stop_details: null };
  return { id: 'msg_truncated', type: 'message', role: 'assistant', model, content: [], ...reasons, usage };
}
