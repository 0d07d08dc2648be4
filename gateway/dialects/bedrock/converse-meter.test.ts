import { EventStreamCodec } from '@smithy/eventstream-codec';
import { describe, expect, it } from 'vitest';
import type { JsonObject, StreamMeter } from '../dialect.ts';
import { createChunkMeter } from './chunk-meter.ts';
import { createAnthropicMeter } from '../anthropic-messages/meter.ts';
import { createConverseMeter } from './converse-meter.ts';
import { createFrameSplitter } from './frames/frame-splitter.ts';

type Event = readonly [event: string, payload: JsonObject];

const CONVERSE: readonly Event[] = [
  ['messageStart', { role: 'assistant' }],
  ['contentBlockDelta', { contentBlockIndex: 0, delta: { reasoningContent: { text: 'Hm' } } }],
  ['contentBlockStop', { contentBlockIndex: 0 }],
  ['contentBlockStart', { contentBlockIndex: 1, start: { toolUse: { toolUseId: 't', name: 'look' } } }],
  ['contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '{"a":' } } }],
  ['contentBlockDelta', { contentBlockIndex: 1, delta: { toolUse: { input: '1}' } } }],
  ['contentBlockStop', { contentBlockIndex: 1 }],
  ['messageStop', { stopReason: 'tool_use' }],
  ['metadata', { usage: { inputTokens: 10, outputTokens: 8, totalTokens: 18 } }],
];
const chunk = (event: JsonObject): Event => [
  'chunk',
  { bytes: Buffer.from(JSON.stringify(event)).toString('base64'), p: 'abc' },
];
const CHUNKS: readonly Event[] = [
  chunk({ type: 'message_start', message: { id: 'm', usage: { input_tokens: 10, output_tokens: 1 } } }),
  chunk({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
  chunk({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hi' } }),
  chunk({ type: 'content_block_stop', index: 0 }),
  chunk({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 8 } }),
  chunk({ type: 'message_stop' }),
];

function see(meter: StreamMeter, events: readonly Event[]): StreamMeter {
  for (const [event, payload] of events) meter.see({ event, data: JSON.stringify(payload) });
  return meter;
}

/** The frames that end a stream here, as the library of AWS reads them. */
function endingOf(meter: StreamMeter): readonly Event[] {
  const codec = new EventStreamCodec(
    (bytes) => Buffer.from(bytes).toString(),
    (text) => Buffer.from(text),
  );
  return createFrameSplitter(2 ** 20)
    .push(Buffer.from(meter.truncation(), 'latin1'))
    .map(({ raw }) => {
      const { headers, body } = codec.decode(raw);
      return [String(headers[':event-type']?.value), JSON.parse(Buffer.from(body).toString())];
    });
}
const typesOf = (events: readonly Event[]): readonly unknown[] =>
  events.map(([event, { bytes }]) =>
    event === 'chunk' ? JSON.parse(Buffer.from(String(bytes), 'base64').toString()).type : event,
  );

describe('a stream of Converse', () => {
  it('is final with its last frame, and not before', () => {
    const meter = createConverseMeter({ cacheWrites: 'none' });
    see(meter, CONVERSE.slice(0, -1));
    expect(meter.usage()).toBeUndefined();
    expect([meter.outputEvents(), meter.outputBytes() > 64, meter.estimateVisible() >= 3]).toEqual([3, true, true]);
    see(meter, CONVERSE.slice(-1));
    expect(meter.usage()).toMatchObject({ input: 10, output: 8 });
  });

  it('can be ended after every frame, as the provider would end it', () => {
    const endings = CONVERSE.map((_, count) => typesOf(endingOf(see(createConverseMeter(), CONVERSE.slice(0, count)))));
    const last = ['messageStop', 'metadata'];
    expect(endings).toEqual([
      ['messageStart', ...last],
      last,
      ['contentBlockStop', ...last],
      last,
      ['contentBlockStop', ...last],
      ['contentBlockStop', ...last],
      ['contentBlockStop', ...last],
      last,
      ['metadata'],
    ]);
    expect(see(createConverseMeter(), CONVERSE).truncation()).toBe('');
  });

  it('that failed has no figures', () => {
    const meter = see(createConverseMeter(), [...CONVERSE, ['exception', { message: 'no' }]]);
    expect([meter.failed(), meter.usage()]).toEqual([true, undefined]);
  });
});

describe("a stream of Claude's own events in chunks", () => {
  const meterOf = () => createChunkMeter(createAnthropicMeter({ model: 'm' }));

  it('is metered by what the chunks hold', () => {
    expect(see(meterOf(), CHUNKS).usage()).toMatchObject({ input: 10, output: 8 });
    expect(see(meterOf(), CHUNKS.slice(0, -3)).usage()).toBeUndefined();
  });

  it('can be ended after every chunk', () => {
    const endings = CHUNKS.map((_, count) => typesOf(endingOf(see(meterOf(), CHUNKS.slice(0, count)))));
    const last = ['message_delta', 'message_stop'];
    expect(endings).toEqual([
      ['message_start', ...last],
      last,
      ['content_block_stop', ...last],
      ['content_block_stop', ...last],
      last,
      ['message_stop'],
    ]);
  });

  it('reads over what is no chunk', () => {
    const odd: readonly Event[] = [
      ['chunk', {}],
      ['chunk', { bytes: 7 }],
      ['chunk', { bytes: 'bm8=' }],
      ['ping', {}],
    ];
    expect(see(meterOf(), [...odd, ...CHUNKS]).usage()).toMatchObject({ output: 8 });
  });
});
