// Long because each case has its own sample.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { createAnthropicMeter } from './meter.ts';
import { callOf } from '../call-of.ts';
import { messages } from './messages.ts';
import { readAnthropicAsk } from './read-ask.ts';
import { readAnthropicUsage } from './read-usage.ts';

const body = (more: JsonObject = {}): JsonObject => ({
  model: 'claude-sonnet-4-5',
  max_tokens: 1_024,
  messages: [{ role: 'user', content: 'Say hello.' }],
  ...more,
});
const size = (json: JsonObject): number => Buffer.byteLength(JSON.stringify(json));
const read = (json: JsonObject) => readAnthropicAsk(callOf(json, size(json)));
function ask(more: JsonObject = {}): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
const fault = (more: JsonObject): string => {
  const result = read(body(more));
  return 'fault' in result ? `${result.fault}: ${result.message}` : 'none';
};

describe('what a messages request asks for', () => {
  it('is read from a plain one', () => {
    expect(ask()).toMatchObject({
      model: 'claude-sonnet-4-5',
      stream: false,
      cacheWrites: 'none',
      outputLimit: 1_024,
      choices: 1,
      smallestOutputLimit: 1,
      hiddenOutput: false,
      hideUsage: false,
    });
    expect(ask().inputBound).toBeGreaterThan(size(body()));
  });

  it.each([
    { max_tokens: undefined },
    { max_tokens: null },
    { max_tokens: -1 },
    { max_tokens: -5 },
    { max_tokens: '1024' },
    { max_tokens: 1.5 },
    { max_tokens: 2 ** 53 },
    { model: undefined },
    { model: '' },
    { model: ['a'] },
    { messages: 'hi' },
    { messages: null },
    { stream: 'yes' },
  ])('%j is malformed', (more) => expect(fault(more)).toMatch(/^malformed: The field .* must /));

  it.each([
    [{ tools: [{ name: 'mine', input_schema: {} }, { type: 'time_travel_20271231' }] }, 'time_travel_20271231.*update'],
    [{ tools: [{ type: 5 }] }, 'unknown'],
    [{ billing_policy: { type: 'billing_policy', bill_to: 'user_profile' } }, 'somebody else'],
    [{ thread: { type: 'create' }, tools: [{ type: 'web_search_20250305', name: 's' }] }, 'thread'],
    [{ fallbacks: 'default', plugins: [{ id: 'web' }] }, 'plugins'],
  ])('%j has no bound', (more, part) => expect(fault(more)).toMatch(new RegExp(`^unbounded: .*${part}`)));

  it.each([
    {
      tools: [
        { name: 'get', input_schema: { type: 'object' } },
        { type: 'custom', name: 'b', input_schema: {} },
        { type: 'bash_20250124', name: 'bash' },
        { type: 'text_editor_20250728', name: 't' },
      ],
    },
    { context_management: { edits: [{ type: 'clear_tool_uses_20250919' }, { type: 'clear_thinking_20251015' }] } },
    { mcp_servers: [] },
    { speed: 'standard' },
    { tools: null },
    { metadata: { user_id: 'x' } },
    { max_tokens: 0 },
    { fallbacks: null },
    { thread: null },
    { billing_policy: { type: 'billing_policy' } },
    { billing_policy: { bill_to: 'self' } },
    { compaction: { type: 'summarize' } },
    { thread: { type: 'create' } },
    {
      tools: [
        { type: 'browser_toolset_20260801' },
        { type: 'computer_toolset_20260801' },
        { type: 'memory_20250818', name: 'memory' },
      ],
    },
    // Tools that the client runs, of a version that is yet to come.
    { tools: [{ type: 'bash_20291231' }, { type: 'memory_20291231' }, { type: 'computer_toolset_20291231' }] },
    { tools: [{ type: 'tool_search_tool_bm25' }, { type: 'tool_search_tool_regex_20251119' }] },
    ...['20250522', '20250825', '20260120', '20260521', '20291231'].map((day) => ({
      tools: [{ type: `code_execution_${day}`, name: 'code_execution' }],
    })),
    { tools: [{ name: 'mine', input_schema: {}, allowed_callers: ['code_execution_20260521'] }] },
    { container: { skills: [{ type: 'anthropic', skill_id: 'pptx', version: 'latest' }] } },
    { container: 'container_01' },
    { tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }] },
    { mcp_servers: [{ type: 'url', url: 'https://mcp.example', name: 'x' }] },
  ])('%j passes', (more) => expect(fault(more)).toBe('none'));

  it('leaves room above a thinking budget, and knows that thinking is billed unseen', () => {
    expect(ask({ max_tokens: 9_000, thinking: { type: 'enabled', budget_tokens: 8_000 } })).toMatchObject({
      smallestOutputLimit: 8_001,
      hiddenOutput: true,
    });
    expect(ask({ thinking: { type: 'disabled' } })).toMatchObject({ smallestOutputLimit: 1, hiddenOutput: false });
    expect(ask({ thinking: { type: 'adaptive' } })).toMatchObject({ hiddenOutput: true });
    expect(ask({ thinking: { type: 'disabled', budget_tokens: 5 } }).smallestOutputLimit).toBe(1);
  });

  it.each([
    [{}, 'none'],
    [{ cache_control: { type: 'ephemeral' } }, 'short'],
    [{ system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }] }, 'short'],
    [
      {
        system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '5m' } }],
        tools: [{ name: 'a', cache_control: { type: 'ephemeral', ttl: '1h' } }],
      },
      'hour',
    ],
    [
      {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'tool_result', content: [{ type: 'text', text: 'x', cache_control: { ttl: 'forever' } }] },
            ],
          },
        ],
      },
      'hour',
    ],
    [{ messages: [{ role: 'user', content: [{ type: 'text', text: 'cache_control', cache_control: null }] }] }, 'none'],
  ])('%j writes to the cache: %s', (more, writes) => expect(ask(more).cacheWrites).toBe(writes));
});

describe('the bound on input', () => {
  const data = 'A'.repeat(400_000);
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data } };
  const bound = (content: unknown, more: JsonObject = {}) => {
    const request = { messages: [{ role: 'user', content }], ...more };
    return { bound: ask(request).inputBound, bytes: size(body(request)) };
  };

  it('counts an image by its own bound, in a message and in a tool result', () => {
    for (const content of [[image], [{ type: 'tool_result', tool_use_id: 't', content: [image] }]]) {
      const { bound: found, bytes } = bound(content);
      expect(found).toSatisfy(
        (value: number) => value >= bytes - data.length + 5_000 && value < bytes - data.length + 8_000,
      );
    }
  });
  it('counts an image behind a URL or a file', () => {
    for (const source of [
      { type: 'url', url: 'https://example.com/a.png' },
      { type: 'file', file_id: 'f' },
    ]) {
      const { bound: found = 0, bytes } = bound([{ type: 'image', source }]);
      expect(found).toBeGreaterThanOrEqual(bytes + 5_000);
    }
  });
  it('knows none for documents that are not text', () => {
    for (const source of [
      { type: 'base64', media_type: 'application/pdf', data: 'AA' },
      { type: 'url', url: 'https://example.com/a.pdf' },
      { type: 'file', file_id: 'f' },
      { type: 'content', content: [] },
    ]) {
      expect(bound([{ type: 'document', source }]).bound).toBeUndefined();
    }
    expect(
      bound([{ type: 'tool_result', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] }]).bound,
    ).toBeUndefined();
    expect(bound([{ type: 'container_upload', file_id: 'f' }]).bound).toBeUndefined();
    expect(
      bound([{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'plain' } }]).bound,
    ).toBeGreaterThan(0);
  });

  it.each([
    ['in the arguments of an old tool call', [{ type: 'tool_use', id: 't', name: 'n', input: image }]],
    ['deep in them', [{ type: 'tool_use', id: 't', name: 'n', input: { a: [{ b: image }] } }]],
    ['with a source that is no picture', [{ type: 'image', source: { type: 'text', data } }]],
    ['inside another part', [{ type: 'text', text: 'x', extra: image }]],
  ])('takes text that poses as an image for text: %s', (_where, content) => {
    const { bound: found, bytes } = bound(content);
    expect(found).toBeGreaterThanOrEqual(bytes);
  });

  it('knows none for what goes on from a thread: what went before is not in the body', () => {
    const thread = { type: 'continue', previous_message_id: 'msg_1' };
    expect(ask({ thread }).inputBound).toBeUndefined();
    expect(ask({ thread: { type: 'create' } }).inputBound).toBeGreaterThan(0);
  });

  it.each([
    ['computer_toolset_20260801', 4_590],
    ['browser_toolset_20260801', 6_670 + 880],
    ['web_search_20260318', 4_400],
    ['web_search_20250305', 2_700],
    ['advisor_20260301', 1_130],
  ])('leaves room for %s', (type, documented) => {
    const tool = { type, name: 'x', model: 'claude-opus-5', max_uses: 1 };
    const plain = ask({ tools: [{ name: 'x' }] }).inputBound ?? 0;
    expect((ask({ tools: [tool] }).inputBound ?? 0) - plain).toBeGreaterThan(documented - 1_500);
  });

  it("leaves room for what every tool of the provider's own making adds", () => {
    const tools = [
      { type: 'bash_20250124', name: 'bash' },
      { type: 'text_editor_20250728', name: 't' },
      { type: 'computer_20250124', name: 'c' },
    ];
    const { bound: found = 0, bytes } = bound('x', { tools });
    // Documented: 675 of system prompt, 245, 700 and 735 of definitions.
    expect(found - bytes).toBeGreaterThanOrEqual(675 + 245 + 700 + 735);
  });
});

describe('usage of a message', () => {
  it.each([
    [
      { input_tokens: 12, output_tokens: 5 },
      { input: 12, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 5 },
    ],
    [
      {
        input_tokens: 50,
        cache_creation_input_tokens: 3_000,
        cache_read_input_tokens: 6_000,
        output_tokens: 9,
        cache_creation: { ephemeral_5m_input_tokens: 2_000, ephemeral_1h_input_tokens: 1_000 },
      },
      { input: 9_050, cacheRead: 6_000, cacheWrite: 3_000, cacheWriteHour: 1_000, output: 9 },
    ],
    [
      {
        input_tokens: 1,
        output_tokens: 2,
        cache_creation_input_tokens: null,
        cache_read_input_tokens: null,
        cache_creation: null,
      },
      { input: 1, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 2 },
    ],
    // Writes for an hour cannot exceed all writes: the dearer figure counts, and is marked.
    [
      {
        input_tokens: 1,
        output_tokens: 2,
        cache_creation_input_tokens: 5,
        cache_creation: { ephemeral_1h_input_tokens: 500 },
      },
      { input: 501, cacheRead: 0, cacheWrite: 500, cacheWriteHour: 500, output: 2, suspect: 'share-above-whole' },
    ],
    [
      { input_tokens: 0, output_tokens: 0 },
      { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 },
    ],
  ])('%j', (usage, expected) => expect(readAnthropicUsage(usage)).toEqual(expected));

  it.each([
    null,
    5,
    {},
    { input_tokens: 5 },
    { output_tokens: 5 },
    { input_tokens: -5, output_tokens: 1 },
    { input_tokens: '5', output_tokens: 1 },
    { input_tokens: 1e18, output_tokens: 1 },
  ])('%j is none', (usage) => expect(readAnthropicUsage(usage)).toBeUndefined());

  it('fills in from before what a later event leaves out', () => {
    const before = readAnthropicUsage({
      input_tokens: 10,
      cache_creation_input_tokens: 8,
      cache_read_input_tokens: 20,
      output_tokens: 1,
      cache_creation: { ephemeral_1h_input_tokens: 8 },
    });
    expect(readAnthropicUsage({ output_tokens: 77 }, before)).toEqual({
      input: 38,
      cacheRead: 20,
      cacheWrite: 8,
      cacheWriteHour: 8,
      output: 77,
    });
    expect(readAnthropicUsage({ input_tokens: 100, output_tokens: 77 }, before)).toMatchObject({
      input: 128,
      output: 77,
    });
  });
});

describe('the meter of a message stream', () => {
  const run = (...events: readonly JsonObject[]) => {
    const meter = createAnthropicMeter();
    const verdicts = events.map((event) => meter.see({ event: String(event['type']), data: JSON.stringify(event) }));
    return { meter, verdicts };
  };
  const start = {
    type: 'message_start',
    message: {
      id: 'msg_1',
      content: [],
      usage: { input_tokens: 25, cache_read_input_tokens: 100, cache_creation_input_tokens: 0, output_tokens: 1 },
    },
  };
  const block = (content_block: JsonObject) => ({ type: 'content_block_start', index: 0, content_block });
  const delta = (more: JsonObject) => ({ type: 'content_block_delta', index: 0, delta: more });
  const end = {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 15 },
  };
  const stop = { type: 'message_stop' };

  it('knows the final figure at the stop reason', () => {
    const { meter, verdicts } = run(
      start,
      block({ type: 'text', text: '' }),
      { type: 'ping' },
      delta({ type: 'text_delta', text: 'Hello' }),
      { type: 'content_block_stop', index: 0 },
      end,
      stop,
    );
    expect(meter.usage()).toEqual({ input: 125, cacheRead: 100, cacheWrite: 0, cacheWriteHour: 0, output: 15 });
    expect(verdicts.at(-1)).toBe('last');
    expect(verdicts.slice(0, -1).every((verdict) => verdict === 'relay')).toBe(true);
  });

  it('knows only the input before it', () => {
    const { meter } = run(start, delta({ type: 'text_delta', text: 'Hello' }));
    expect(meter.usage()).toBeUndefined();
    expect(meter.inputSoFar()).toMatchObject({ input: 125, cacheRead: 100 });
    expect(run(start, { ...end, delta: { stop_reason: null } }).meter.usage()).toBeUndefined();
    expect(run(start, stop).meter.usage()).toBeUndefined();
    expect(run({ ...start, message: {} }, { ...end, usage: null }, stop).meter.usage()).toBeUndefined();
  });

  it('counts every byte that was generated', () => {
    const plain = run(
      delta({ type: 'text_delta', text: 'héllo' }),
      delta({ type: 'input_json_delta', partial_json: '{"a"' }),
      delta({ type: 'thinking_delta', thinking: 'hm' }),
      delta({ type: 'signature_delta', signature: 'xxxx' }),
    );
    expect(plain.meter.outputBytes()).toBe(6 + 4 + 2);
    const tool = 'a_tool_with_a_name_of_one_hundred_and_more_letters_'.repeat(3);
    expect(run(block({ type: 'tool_use', id: 't', name: tool, input: {} })).meter.outputBytes()).toBeGreaterThanOrEqual(
      tool.length,
    );
    expect(run(block({ type: 'text', text: 'x'.repeat(500) })).meter.outputBytes()).toBeGreaterThanOrEqual(500);
  });

  it('trusts no figure of a stream that failed', () => {
    const { meter } = run(start, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, end);
    expect([meter.failed(), meter.usage()]).toEqual([true, undefined]);
    expect(meter.inputSoFar()?.input).toBe(125);
  });

  it('relays what it cannot read, and never throws', () => {
    const types = fc.constantFrom(
      'message_start',
      'content_block_start',
      'content_block_delta',
      'message_delta',
      'error',
      'ping',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            types,
            fc.dictionary(fc.constantFrom('message', 'delta', 'usage', 'content_block', 'error'), fc.jsonValue()),
          ),
        ),
        (events) => {
          const { meter, verdicts } = run(...events.map(([type, rest]) => ({ ...rest, type })));
          expect(verdicts.every((verdict) => verdict === 'relay')).toBe(true);
          expect(meter.outputBytes()).toBeGreaterThanOrEqual(0);
        },
      ),
    );
    const meter = createAnthropicMeter();
    for (const data of [
      '',
      'null',
      '[]',
      '{',
      `{"type":"content_block_start","content_block":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
    ])
      expect(meter.see({ event: 'x', data })).toBe('relay');
  });
});

describe('hostile bodies', () => {
  it('never throw', () => {
    const fields = fc.constantFrom(
      'model',
      'messages',
      'max_tokens',
      'stream',
      'thinking',
      'tools',
      'system',
      'mcp_servers',
      'context_management',
      'cache_control',
    );
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (json) => {
        const result = read({ ...body(), ...json });
        if (!('fault' in result)) expect(result.inputBound ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
    const deep: unknown = JSON.parse(`${'[{"content":'.repeat(100_000)}1${'}]'.repeat(100_000)}`);
    const results: unknown = JSON.parse(
      `${'[{"type":"tool_result","content":'.repeat(100_000)}[]${'}]'.repeat(100_000)}`,
    );
    for (const content of [deep, results])
      expect('fault' in readAnthropicAsk(callOf(body({ messages: [{ role: 'user', content }] }), 4_000_000))).toBe(
        false,
      );
    // Objects that cannot be made into a string.
    const odd = { toString: 1, valueOf: 1 };
    expect(fault({ tools: [{ type: odd }] })).toMatch(/^unbounded/);
    expect(
      ask({ messages: [{ content: [{ type: odd }] }], thinking: odd, context_management: { edits: [{ type: odd }] } })
        .choices,
    ).toBe(1);
    expect(ask({ thinking: { type: 'enabled', budget_tokens: 1e308 } }).smallestOutputLimit).toBeGreaterThan(1_024);
    expect(ask({ thinking: { type: 'enabled', budget_tokens: -9 } }).outputLimit).toBe(1_024);
  });
});

describe('what is changed in the body, and errors', () => {
  it('is the limit alone', () => {
    expect(messages.rewrite(body(), ask(), undefined)).toEqual({});
    expect(messages.rewrite(body(), ask(), 300)).toEqual({ max_tokens: 300 });
  });
  it('have the shape the SDKs read', () => {
    expect(JSON.parse(anthropicMessages.errorBody('unknown-sub-key', 'unknown', 'Who?'))).toEqual({
      type: 'error',
      error: { type: 'authentication_error', message: 'Who?', code: 'unknown' },
    });
    expect(anthropicMessages.streamError('cap', 'a\nb', 'events')).toBe(
      'event: error\ndata: {"type":"error","error":{"type":"permission_error","message":"a\\nb","code":"cap"}}\n\n',
    );
  });
});
