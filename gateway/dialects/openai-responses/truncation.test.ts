import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutStreams } from '../../testing/cut-streams.ts';
import { startRecordingServer } from '../../testing/recording-server.ts';
import type { RecordingServer } from '../../testing/recording-server.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createResponse } from './create-response.ts';
import { createResponsesMeter } from './meter.ts';

const ASK = { model: 'gpt-5.5', input: 'Write it down.' };
const shell = (more: JsonObject = {}): JsonObject => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1_790_000_000,
  model: 'gpt-5.5',
  status: 'in_progress',
  output: [],
  tools: [],
  error: null,
  incomplete_details: null,
  usage: null,
  ...more,
});
const item = (output_index: number, more: JsonObject): JsonObject => ({
  output_index,
  item: { id: `item_${output_index}`, status: 'in_progress', ...more },
});
const at = (output_index: number, more: JsonObject): JsonObject => ({
  item_id: `item_${output_index}`,
  output_index,
  ...more,
});
const message = { type: 'message', role: 'assistant' };
const call = { type: 'function_call', call_id: 'call_1', name: 'write' };
const json = '{"path":"a b","n":[1,2]}';
const part = (text: string) => ({ content_index: 0, part: { type: 'output_text', text, annotations: [] } });
const usage = { input_tokens: 9, output_tokens: 30, total_tokens: 39 };
const done = [
  { id: 'item_0', type: 'reasoning', summary: [], status: 'completed' },
  { id: 'item_1', ...message, status: 'completed', content: [part('Grüße, 世界').part] },
  { id: 'item_2', ...call, arguments: json, status: 'completed' },
];
const EVENTS: readonly JsonObject[] = [
  { type: 'response.created', response: shell() },
  { type: 'response.in_progress', response: shell() },
  { type: 'response.output_item.added', ...item(0, { type: 'reasoning', summary: [] }) },
  {
    type: 'response.reasoning_summary_part.added',
    ...at(0, { summary_index: 0, part: { type: 'summary_text', text: '' } }),
  },
  { type: 'response.reasoning_summary_text.delta', ...at(0, { summary_index: 0, delta: 'Hm.' }) },
  { type: 'response.output_item.done', output_index: 0, item: done[0] },
  { type: 'response.output_item.added', ...item(1, { ...message, content: [] }) },
  { type: 'response.content_part.added', ...at(1, part('')) },
  { type: 'response.output_text.delta', ...at(1, { content_index: 0, delta: 'Grüße, ' }) },
  { type: 'response.output_text.delta', ...at(1, { content_index: 0, delta: '世界' }) },
  { type: 'response.output_text.done', ...at(1, { content_index: 0, text: 'Grüße, 世界' }) },
  { type: 'response.content_part.done', ...at(1, part('Grüße, 世界')) },
  { type: 'response.output_item.done', output_index: 1, item: done[1] },
  { type: 'response.output_item.added', ...item(2, { ...call, arguments: '' }) },
  ...json.split('').map((delta) => ({ type: 'response.function_call_arguments.delta', ...at(2, { delta }) })),
  { type: 'response.function_call_arguments.done', ...at(2, { arguments: json }) },
  { type: 'response.output_item.done', output_index: 2, item: done[2] },
  { type: 'response.completed', response: shell({ status: 'completed', output: done, usage }) },
].map((event, sequence_number) => ({ ...event, sequence_number }));

function ask(): Ask {
  const read = createResponse.readAsk(callOf({ ...ASK, stream: true }, 300));
  if ('fault' in read) throw new Error(read.message);
  return read;
}
const CUTS = cutStreams(
  () => createResponsesMeter(ask()),
  EVENTS.map((event) => JSON.stringify(event)),
);

let server: RecordingServer;
let sdk: OpenAI;
beforeAll(async () => {
  server = await startRecordingServer();
  sdk = new OpenAI({ apiKey: 'x', baseURL: server.url, maxRetries: 0 });
});
afterAll(() => server.stop());

describe('a stream that is ended anywhere', () => {
  it('is a response that was cut short, for the official SDK', async () => {
    for (const { text, events } of CUTS) {
      server.answer(text);
      const final = await sdk.responses.stream(ASK).finalResponse();
      const whole = events === EVENTS.length;
      expect([events, final.status, final.incomplete_details?.reason]).toEqual([
        events,
        whole ? 'completed' : 'incomplete',
        whole ? undefined : 'max_output_tokens',
      ]);
      expect(final.model).toBe('gpt-5.5');
      expect(final.output).toHaveLength(
        EVENTS.slice(0, events).filter(({ type }) => type === 'response.output_item.added').length,
      );
    }
  }, 60_000);

  it('is one for whoever reads event by event, with every item closed', async () => {
    for (const { text, events } of CUTS) {
      server.answer(text);
      const [types, open, numbers]: [string[], Set<number>, number[]] = [[], new Set(), []];
      for await (const event of await sdk.responses.create({ ...ASK, stream: true })) {
        types.push(event.type);
        numbers.push(event.sequence_number);
        if (event.type === 'response.output_item.added') open.add(event.output_index);
        if (event.type === 'response.output_item.done') open.delete(event.output_index);
      }
      expect([events, types[0], open.size]).toEqual([events, 'response.created', 0]);
      expect(types.filter((type) => /^response\.(completed|incomplete)$/.test(type))).toHaveLength(1);
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
    }
  }, 60_000);
});
