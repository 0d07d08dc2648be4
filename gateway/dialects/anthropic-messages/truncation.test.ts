import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutStreams } from '../../testing/cut-streams.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createAnthropicMeter } from './meter.ts';
import { messages } from './messages.ts';

const ASK = {
  model: 'claude-sonnet-5',
  max_tokens: 500,
  messages: [{ role: 'user' as const, content: 'Write it down.' }],
};
const block = (index: number, content_block: JsonObject): JsonObject => ({
  type: 'content_block_start',
  index,
  content_block,
});
const delta = (index: number, more: JsonObject): JsonObject => ({ type: 'content_block_delta', index, delta: more });
const stop = (index: number): JsonObject => ({ type: 'content_block_stop', index });
const input = JSON.stringify({ path: 'C:\\a "b"\n', count: -1.5e3, deep: [true, { none: null }] });
const usage = { input_tokens: 90, cache_read_input_tokens: 7, cache_creation_input_tokens: 0, output_tokens: 1 };

/** One of every kind of block, the arguments of a call in pieces of one character. */
const EVENTS: readonly JsonObject[] = [
  {
    type: 'message_start',
    message: {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage,
    },
  },
  { type: 'ping' },
  block(0, { type: 'thinking', thinking: '', signature: '' }),
  delta(0, { type: 'thinking_delta', thinking: 'Hm. ' }),
  delta(0, { type: 'thinking_delta', thinking: 'Yes.' }),
  delta(0, { type: 'signature_delta', signature: 'c2lnbmVk' }),
  stop(0),
  block(1, { type: 'text', text: '' }),
  delta(1, { type: 'text_delta', text: 'Grüße, ' }),
  delta(1, { type: 'text_delta', text: '世界' }),
  stop(1),
  block(2, { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }),
  delta(2, { type: 'input_json_delta', partial_json: '{"query":' }),
  delta(2, { type: 'input_json_delta', partial_json: '"x"}' }),
  stop(2),
  block(3, { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] }),
  stop(3),
  block(4, { type: 'tool_use', id: 'toolu_1', name: 'write', input: {} }),
  delta(4, { type: 'input_json_delta', partial_json: '' }),
  ...input.split('').map((partial_json) => delta(4, { type: 'input_json_delta', partial_json })),
  stop(4),
  { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: 60 } },
  { type: 'message_stop' },
];

let server: RecordingServer;
let sdk: Anthropic;
beforeAll(async () => {
  server = await startRecordingServer();
  sdk = new Anthropic({ apiKey: 'x', baseURL: server.url, maxRetries: 0, logLevel: 'off' });
});
afterAll(() => server.stop());

function ask(): Ask {
  const read = messages.readAsk(callOf({ ...ASK }, 500));
  if ('fault' in read) throw new Error(read.message);
  return read;
}
const CUTS = cutStreams(
  () => createAnthropicMeter(ask()),
  EVENTS.map((event) => JSON.stringify(event)),
);
const reasonAt = (events: number): string => (events >= EVENTS.length - 1 ? 'tool_use' : 'max_tokens');

describe('a stream that is ended anywhere', () => {
  it('is a whole message that was cut short, for the official SDK', async () => {
    for (const { text, events } of CUTS) {
      server.answer(text);
      const message = await sdk.messages.stream(ASK).finalMessage();
      expect([events, message.stop_reason, message.model, message.role]).toEqual([
        events,
        reasonAt(events),
        'claude-sonnet-5',
        'assistant',
      ]);
      expect(message.content).toHaveLength(
        EVENTS.slice(0, events).filter(({ type }) => type === 'content_block_start').length,
      );
      expect(message.usage.input_tokens).toBe(events === 0 ? 0 : 90);
      expect(message.usage.output_tokens).toBeGreaterThanOrEqual(0);
    }
  }, 60_000);

  it('is one for its helper of what is in preview, and for whoever reads event by event', async () => {
    for (const { text, events } of CUTS) {
      server.answer(text);
      const message = await sdk.beta.messages.stream(ASK).finalMessage();
      expect([events, message.stop_reason]).toEqual([events, reasonAt(events)]);
      const seen: string[] = [];
      const open = new Set<number>();
      for await (const event of await sdk.messages.create({ ...ASK, stream: true })) {
        seen.push(event.type);
        if (event.type === 'content_block_start') open.add(event.index);
        if (event.type === 'content_block_stop') expect(open.delete(event.index)).toBe(true);
      }
      expect([seen[0], seen.at(-1), open.size]).toEqual(['message_start', 'message_stop', 0]);
      expect(seen.filter((type) => type === 'message_stop')).toHaveLength(1);
    }
  }, 60_000);

  it('keeps what was written, and of a call what there is of its arguments', async () => {
    const at = EVENTS.length - 3 - 20;
    server.answer(CUTS[at]?.text ?? '');
    const { content } = await sdk.messages.stream(ASK).finalMessage();
    expect(content).toMatchObject([
      { type: 'thinking', thinking: 'Hm. Yes.', signature: 'c2lnbmVk' },
      { type: 'text', text: 'Grüße, 世界' },
      { type: 'server_tool_use', input: { query: 'x' } },
      { type: 'web_search_tool_result' },
      { type: 'tool_use', name: 'write', input: { path: 'C:\\a "b"\n' } },
    ]);
    // As the provider itself leaves it: nobody is to take half a call for a whole one.
    expect(CUTS[at]?.text).not.toContain('"partial_json":"}"');
  });
});
