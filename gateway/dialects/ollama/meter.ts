import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { bytesOf, CALL_TOKENS, createVisibleCount, textsIn } from '../tokens/visible-count.ts';
import { readGenerateUsage } from './read-usage.ts';

/** Fields of a line that hold generated text: of a chat in its message, of a completion beside everything else. */
const GENERATED = ['content', 'thinking', 'response', 'name'] as const;

/** Meters a stream of lines: the last one is `done`, and reports the usage of all of them. */
export function createOllamaMeter(ask: Ask): StreamMeter {
  const visible = createVisibleCount();
  let usage: TokenUsage | undefined;
  /** The last line: what ends the stream has its shape. */
  let last: JsonObject = {};
  let outputBytes = 0;
  let outputEvents = 0;
  let failed = false;
  let done = false;

  const count = (line: JsonObject): void => {
    const { message, response, thinking } = line;
    const made = isObject(message) ? message : { response, thinking };
    const calls = isObject(message) && Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
    calls.forEach(visible.call);
    const args = calls.map((call) => JSON.stringify(call));
    const texts = [...textsIn({ ...made, tool_calls: undefined }, GENERATED), ...args];
    visible.see(texts);
    const bytes = bytesOf(texts) + calls.length * CALL_TOKENS;
    outputBytes += bytes;
    if (bytes > 0) outputEvents += 1;
  };

  return {
    see({ data }) {
      const line = parseObject(data);
      if (!line) return 'relay';
      if (line['error'] !== undefined) {
        failed = true;
        return 'relay';
      }
      last = line;
      count(line);
      done = line['done'] === true;
      if (done) usage = readGenerateUsage(line, ask);
      return done ? 'last' : 'relay';
    },
    usage: () => (failed ? undefined : usage),
    inputSoFar: () => (usage?.suspect === undefined ? usage : undefined),
    outputBytes: () => outputBytes,
    outputEvents: () => outputEvents,
    estimateVisible: visible.tokens,
    truncation: () => (done ? '' : writeEnd(ask, last)),
    failed: () => failed,
  };
}

/** The line with which a stream ends at its limit. */
function writeEnd({ model }: Ask, last: JsonObject): string {
  const isChat = last['response'] === undefined;
  return `${JSON.stringify({
    model: last['model'] ?? model,
    created_at: last['created_at'] ?? '1970-01-01T00:00:00Z',
    ...(isChat ? { message: { role: 'assistant', content: '' } } : { response: '' }),
    done: true,
    done_reason: 'length',
  })}\n`;
}
