import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createBatch } from './create-batch.ts';
import { messages } from './messages.ts';
import { createAnthropicMeter } from './meter.ts';

const body = (more: JsonObject = {}): JsonObject => ({ model: 'claude-sonnet-4-5', max_tokens: 1_024, messages: [{ role: 'user', content: 'Say hello.' }], ...more });
const read = (json: JsonObject, operation = messages) => operation.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
function formsOf(more: JsonObject): readonly Ask[] {
  const forms = [ask(more)];
  for (let lesser = forms[0]?.lesser; lesser; lesser = lesser.lesser) forms.push(lesser);
  return forms;
}
const search = (max_uses?: number): JsonObject => ({ type: 'web_search_20250305', name: 'web_search', ...(max_uses === undefined ? {} : { max_uses }) });
const fetch = (max_uses?: number, max_content_tokens?: number): JsonObject => ({
  type: 'web_fetch_20250910', name: 'web_fetch',
  ...(max_uses === undefined ? {} : { max_uses }),
  ...(max_content_tokens === undefined ? {} : { max_content_tokens }),
});
const mine = { name: 'mine', input_schema: { type: 'object' } };

/** Most that one search brings, and most rounds. */
const [SEARCH, ROUNDS] = [32_000, 11];
const fieldsOf = (form: Ask | undefined): readonly JsonObject[] => (form?.fields?.['tools'] ?? []) as readonly JsonObject[];

const begin = (tools: readonly JsonObject[], more: JsonObject = {}) => {
  const form = ask({ tools, ...more });
  const meter = createAnthropicMeter(form);
  const see = (event: JsonObject): void => void meter.see({ event: 'message', data: JSON.stringify(event) });
  const block = (content_block: JsonObject): void => see({ type: 'content_block_start', index: 0, content_block });
  const bound = { input: (form.inputBound ?? 200_000) * (form.rounds ?? 1), output: 1_024, extras: { requests: 1, ...form.extras } };
  const start = (input_tokens: number): void => see({ type: 'message_start', message: { usage: { input_tokens, output_tokens: 1 } } });
  return { form, meter, see, block, bound, start };
};

describe('tools that run at the provider', () => {
  it('are held for every call they may make, and for reading all anew in every round', () => {
    const bare = (ask({ tools: [mine] }).inputBound ?? 0) + 1_024;
    const { inputBound = 0, rounds, extras } = ask({ tools: [mine, search(8)] });
    expect([rounds, extras]).toEqual([ROUNDS, { webSearches: 8 }]);
    // The mean of the rounds: the first of them has nothing of what is found.
    expect(inputBound - Math.ceil((8 * SEARCH * (ROUNDS - 1)) / ROUNDS) - bare).toBeGreaterThan(0);
    expect(inputBound - Math.ceil((8 * SEARCH * (ROUNDS - 1)) / ROUNDS) - bare).toBeLessThan(4_000);
    expect(ask({ tools: [search(3), fetch(2, 9_000)] })).toMatchObject({ extras: { webSearches: 3 }, rounds: ROUNDS });
    expect(ask({ tools: [fetch(2, 9_000)] }).extras).toBeUndefined();
    expect(ask({ tools: [mine] }).rounds).toBeUndefined();
  });

  it('that bring pages of any length are bounded by the window alone', () => {
    expect(ask({ tools: [fetch(2)] })).toMatchObject({ rounds: ROUNDS, inputBound: undefined });
    expect(ask({ tools: [fetch(2)] })).not.toHaveProperty('callInput');
    const document = { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] };
    expect(ask({ tools: [search(2)], messages: [document] })).toMatchObject({ rounds: ROUNDS, inputBound: undefined });
    expect(ask({ tools: [fetch(2, 8_000)] }).callInput).toBe(10_000);
  });

  it('without a limit are called no oftener than the answer has room for', () => {
    expect(ask({ tools: [search()] }).extras).toEqual({ webSearches: 64 });
    expect(ask({ tools: [search()], max_tokens: 0 }).extras).toBeUndefined();
  });

  it('come as they are first, then in smaller forms, for when the whole does not fit', () => {
    const uses = (more: JsonObject) => formsOf(more).map((form) => fieldsOf(form).map(({ max_uses }) => max_uses));
    expect(uses({ tools: [search(8)] })).toEqual([[], [5], [3], [2], [1]]);
    expect(uses({ tools: [search()] })).toEqual([[], [8], [5], [3], [2], [1]]);
    expect(uses({ tools: [mine, search(1)] })).toEqual([[]]);
    expect(formsOf({ tools: [search(8)] }).map(({ extras }) => extras?.webSearches)).toEqual([8, 5, 3, 2, 1]);
    const bounds = formsOf({ tools: [search(), fetch(50)] }).map(({ inputBound = Infinity }) => inputBound);
    expect(bounds).toEqual(bounds.toSorted((left, right) => right - left));
  });

  it('are kept to the form that was held, and left alone where they keep to it by themselves', () => {
    const more = { tools: [mine, search(2), fetch(50, 30_000)] };
    const limits = formsOf(more).map((form) => fieldsOf(form).map((tool) => [tool['max_uses'], tool['max_content_tokens']]));
    expect(limits).toEqual([
      [],
      [[undefined, undefined], [2, undefined], [8, 30_000]],
      [[undefined, undefined], [2, undefined], [5, 30_000]],
      [[undefined, undefined], [2, undefined], [3, 30_000]],
      [[undefined, undefined], [2, undefined], [2, 25_000]],
      [[undefined, undefined], [1, undefined], [1, 25_000]],
    ]);
    const [first, second] = formsOf({ tools: [fetch(2)] });
    if (!first || !second) throw new Error('two forms');
    expect(messages.rewrite(body({ tools: [fetch(2)] }), first, undefined)).toEqual({});
    expect(messages.rewrite(body({ tools: [fetch(2)] }), second, 9)).toEqual({ max_tokens: 9, tools: [{ ...fetch(2), max_content_tokens: 100_000 }] });
    for (const max_content_tokens of [null, 200_000, '5']) {
      expect(fieldsOf(formsOf({ tools: [{ ...fetch(2), max_content_tokens }] })[1])).toEqual([{ ...fetch(2), max_content_tokens: 100_000 }]);
    }
  });

  it('that find other tools bring nothing that is not in the body', () => {
    for (const type of ['tool_search_tool_bm25_20251119', 'tool_search_tool_regex']) {
      const { rounds, inputBound = 0, extras, fields } = ask({ tools: [{ type, name: 't' }, mine] });
      expect([rounds, extras, fields]).toEqual([ROUNDS, undefined, undefined]);
      expect(inputBound).toBeLessThan(10_000);
    }
  });

  it('that find other tools read what they have found later on', () => {
    const deferred = { name: 'deferred', description: 'x'.repeat(20_000), defer_loading: true };
    const more = { tools: [{ type: 'tool_search_tool_regex', name: 't' }, deferred] };
    // The count of the provider leaves out what is not loaded yet.
    const counted = ask(more).withInput?.(500);
    expect(counted?.inputBound).toBeGreaterThan(20_500 + 1_024);
    expect(counted?.inputBound).toBeLessThan(ask(more).inputBound ?? 0);
    const { meter, block, bound, start } = begin([...more.tools]);
    start(500);
    block({ type: 'server_tool_use', name: 't' });
    block({ type: 'tool_search_tool_result', content: { tool_references: [{ tool_name: 'deferred' }] } });
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeGreaterThan(2 * 500 + 20_000);
    block({ type: 'tool_search_tool_result', content: {} });
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeLessThan(2 * 500 + 2 * 20_000);
  });

  it.each([0, -1, 1.5, '5', 1e9])('may not be used %s times', (max_uses) => {
    expect(read(body({ tools: [{ type: 'web_search_20250305', name: 's', max_uses }] }))).toMatchObject({ fault: 'malformed' });
  });
  it('may not be too deep to be written anew', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const readDeep = (...tools: readonly JsonObject[]) => messages.readAsk(callOf(body({ tools }), 1_000_000));
    expect(readDeep(search(), { name: 'mine', input_schema: deep })).toMatchObject({ fault: 'malformed' });
    expect('fault' in readDeep({ name: 'mine', input_schema: deep })).toBe(false);
  });

  it('that are added in the middle of the conversation are refused, those of the client are counted', () => {
    const adding = (definition: JsonObject) => ({ role: 'system', content: [{ type: 'tool_addition', tool: { type: 'tool_definition', definition } }] });
    for (const type of ['web_search_20260318', 'code_execution_20260521', 'mcp_toolset']) {
      expect(read(body({ messages: [adding({ type, name: 'x' })] }))).toMatchObject({ fault: 'unbounded', message: expect.stringContaining('"tools"') as string });
      const summary = { role: 'assistant', content: [{ type: 'compaction', content: 'x', tool_changes: adding({ type }).content }] };
      expect(read(body({ messages: [summary] }))).toMatchObject({ fault: 'unbounded' });
    }
    const plain = ask({ messages: [adding({ name: 'mine', input_schema: {} })] });
    expect(ask({ messages: [adding({ type: 'browser_toolset_20260801' })] }).inputBound).toBeGreaterThan((plain.inputBound ?? 0) + 7_500);
    expect(ask({ messages: [{ role: 'system', content: [{ type: 'tool_addition', tool: { type: 'tool_reference', name: 'x' } }] }] }).rounds).toBeUndefined();
  });
});

describe('what so many calls use', () => {
  it('is never below what a schedule of rounds is billed', () => {
    const call = fc.record({ kind: fc.constantFrom('search', 'fetch', 'error'), brings: fc.double({ min: 0, max: 1, noNaN: true }), writes: fc.nat(400) });
    const schedule = fc.array(fc.array(call, { minLength: 1, maxLength: 4 }), { maxLength: ROUNDS - 1 });
    fc.assert(fc.property(schedule, fc.nat(4_000), (rounds, spoken) => {
      const form = ask({ tools: [search(6), fetch(4, 8_000)], max_tokens: 32_000 });
      const base = form.withInput?.(5_000) ?? form;
      let [context, input, searches, fetches, written] = [5_000, 5_000, 0, 0, 0];
      for (const calls of rounds) {
        for (const { kind, brings, writes } of calls) {
          written += 16 + writes;
          context += 16 + writes;
          if (kind === 'search' && searches < 6) [searches, context] = [searches + 1, context + brings * SEARCH];
          if (kind === 'fetch' && fetches < 4) [fetches, context] = [fetches + 1, context + brings * 10_000];
        }
        input += context;
      }
      const made = rounds.flat().length;
      const used = base.usedBy?.(made, written + spoken);
      expect((used?.inputBound ?? 0) * (used?.rounds ?? 1)).toBeGreaterThanOrEqual(input);
      expect(used?.extras?.webSearches ?? 0).toBeGreaterThanOrEqual(searches);
      expect((base.inputBound ?? 0) * (base.rounds ?? 1)).toBeGreaterThanOrEqual(input);
      expect(base.extras?.webSearches).toBeGreaterThanOrEqual(searches);
    }), { numRuns: 300 });
  });

  it('has all of them where the reply leaves them out', () => {
    const hidden = ask({ tools: [{ ...search(7), type: 'web_search_20260318', response_inclusion: 'excluded' }] });
    expect(hidden.usedBy?.(0, 10)).toMatchObject({ rounds: 1, extras: { webSearches: 7 } });
    expect(ask({ tools: [search(7)] }).usedBy?.(0, 10)).not.toHaveProperty('extras');
  });

  it('shrinks with an input that was counted', () => {
    const long = { messages: [{ role: 'user', content: 'x'.repeat(200_000) }], tools: [search(1)] };
    const counted = ask(long).withInput?.(50_000);
    expect(counted?.inputBound).toBe(50_000 + 1_024 + Math.ceil((SEARCH * (ROUNDS - 1)) / ROUNDS));
    expect(ask(long).withInput?.(1e9)?.inputBound).toBe(ask(long).inputBound);
    expect(ask({}).withInput).toBeUndefined();
  });
});

it.each([
  [{ speed: 'fast' }, 'fast'], [{ inference_geo: 'us' }, 'us'], [{ speed: 'fast', inference_geo: 'us' }, 'fast+us'], [{ inference_geo: 'global', speed: 'standard', service_tier: 'auto' }, undefined],
  [{ service_tier: 'standard_only' }, undefined], [{ inference_geo: 'eu' }, 'eu'], [{ speed: 7 }, 'unknown'], [{ speed: null }, undefined],
])('%j has the tier %s', (more, tier) => expect(ask(more).tier).toBe(tier));

describe('a batch', () => {
  const batch = (...params: readonly JsonObject[]) => read({ requests: params.map((one, index) => ({ custom_id: String(index), params: one })) }, createBatch);
  it('is held as the sum of its requests', () => {
    const single = ask({});
    const twice = batch(body(), body());
    expect(twice).toMatchObject({ model: 'claude-sonnet-4-5', stream: false, outputLimit: 2_048, fixedOutput: true, windows: 2, inputBound: 2 * (single.inputBound ?? 0), cacheWrites: 'none' });
    expect(batch(body(), body({ system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } }] }))).toMatchObject({ cacheWrites: 'hour' });
    const document = { role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] };
    expect(batch(body(), body({ messages: [document] }))).toMatchObject({ inputBound: undefined, windows: 2 });
  });
  it.each([
    [[], 'malformed', 'at least one'], [[body({ max_tokens: -1 })], 'malformed', 'max_tokens'], [[body(), body({ model: 'claude-haiku-4-5' })], 'unbounded', 'several models'],
    [[body({ tools: [search(1)] })], 'unbounded', 'in a batch'], [[body({ mcp_servers: [{}] })], 'unbounded', 'MCP'],
  ])('%#: %s', (requests, fault, message) => expect(batch(...requests)).toMatchObject({ fault, message: expect.stringContaining(message) as string }));
  it('must be a list of requests', () => {
    for (const requests of [undefined, 5, [5], [{ params: 5 }]]) expect(read({ requests }, createBatch)).toMatchObject({ fault: 'malformed' });
  });
  it('says nothing of what it used', () => expect(createBatch.readUsage({ id: 'msgbatch_1', usage: { input_tokens: 1, output_tokens: 1 } }, ask({}))).toBeUndefined());
});

describe('a stream with tools that run at the provider, broken off', () => {
  const call = (name: string): JsonObject => ({ type: 'server_tool_use', name });
  const found = (length: number): JsonObject => ({ type: 'web_search_tool_result', content: [{ encrypted_content: 'x'.repeat(length) }] });

  it('pays for what it has shown, read anew in every round, and for one round more that may have begun', () => {
    const { meter, see, block, bound, start } = begin([search(3)]);
    // Nothing was shown: the first round, and what a call may bring to a second one.
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({ input: expect.toSatisfy((input: number) => input < 8_000) as number, extras: { requests: 1, webSearches: 0 } });
    start(2_000);
    // What its beginning says is not all: the end counts searches and what they brought.
    expect(meter.inputSoFar()).toBeUndefined();
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({ input: 2_000 });
    block(call('web_search'));
    // It has not come back: what it will bring is not known.
    expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThan(2 * 2_000 + SEARCH);
    block(found(20_000));
    const after = meter.boundSoFar?.(bound, 1);
    expect(after).toMatchObject({ extras: { webSearches: 2 }, output: 1_024 });
    expect(after?.input).toBeGreaterThan(2_000 + 2 * 22_000);
    expect(after?.input).toBeLessThan(2_000 + 2 * 22_500);
    block({ type: 'text', text: 'It is' });
    // The second round has begun, and has read what the call brought once.
    const [read = 0, ahead = 0] = [meter.boundSoFar?.(bound, 0)?.input, meter.boundSoFar?.(bound, 1)?.input];
    expect(read).toBeGreaterThan(2_000 + 22_000);
    expect(read).toBeLessThan(2_000 + 22_500);
    expect(ahead - read).toBeGreaterThan(22_000);
    see({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { input_tokens: 9_000, output_tokens: 20, server_tool_use: { web_search_requests: 1 } } });
    expect(meter.usage()).toMatchObject({ input: 9_000, parts: { webSearches: 1 } });
  });

  it('never pays more than was held, nor less than was said', () => {
    const { meter, see, block, bound, start } = begin([search(1)]);
    start(2_000);
    for (let index = 0; index < 30; index += 1) {
      block(call('web_search'));
      block(found(50_000));
    }
    expect(meter.boundSoFar?.(bound, 1)).toMatchObject({ input: bound.input, extras: { webSearches: 1 } });
    see({ type: 'message_delta', delta: {}, usage: { input_tokens: bound.input + 5, output_tokens: 1 } });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBe(bound.input + 5);
  });

  it('counts what was thought, which the next round reads again', () => {
    const { meter, see, bound, start } = begin([search(3)], { thinking: { type: 'adaptive' } });
    start(2_000);
    see({ type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'x'.repeat(5_000) } });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThanOrEqual(2_000 + 7_000);
    expect(meter.outputBytes()).toBe(0);
  });

  it('cannot tell the tokens of a document from its bytes', () => {
    const { meter, block, bound, start } = begin([fetch(1, 8_000)]);
    start(2_000);
    block(call('web_fetch'));
    const page = (source: JsonObject): JsonObject => ({ type: 'web_fetch_tool_result', content: { type: 'web_fetch_result', content: { type: 'document', source } } });
    block(page({ type: 'text', data: 'short' }));
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeLessThan(5_000);
    block({ type: 'text', text: 'So' });
    block(page({ type: 'base64', media_type: 'application/pdf', data: 'JVBE' }));
    expect(meter.boundSoFar?.(bound, 0)?.input).toBe(Math.ceil((bound.input * 2) / ROUNDS));
  });

  it('has the whole bound where nothing bounds it', () => {
    const { meter, block, bound, start } = begin([fetch(1)]);
    start(2_000);
    block(call('web_fetch'));
    expect(meter.boundSoFar?.(bound, 1)?.input).toBe(Math.ceil((bound.input * 3) / ROUNDS));
  });

  it('is never below what has been billed by then, wherever it is cut', () => {
    const round = fc.record({ says: fc.nat(300), finds: fc.array(fc.nat(20_000), { minLength: 1, maxLength: 3 }) });
    const ratio = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.array(round, { minLength: 1, maxLength: 5 }), fc.nat(200), ratio, ratio, (rounds, cut, dense, unseen) => {
      const { meter, see, block, bound, start } = begin([search(20)], { max_tokens: 8_000 });
      // What the provider has billed once each event is out, with a token for so many bytes.
      const steps: (readonly [send: () => void, billed: number, context: number, open: number])[] = [];
      let [context, billed] = [1_000, 1_000];
      steps.push([() => start(1_000), billed, context, 0]);
      for (const { says, finds } of rounds) {
        steps.push([() => see({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'x'.repeat(says) } }), billed, context += says * dense, 0]);
        finds.forEach((_bytes, index) => steps.push([() => block(call('web_search')), billed, context += 16 * dense, index + 1]));
        finds.forEach((bytes, index) => steps.push([() => block(found(bytes)), billed, context += bytes * dense, finds.length - index - 1]));
        billed += context;
        steps.push([() => block({ type: 'text', text: '' }), billed, context, 0]);
      }
      const at = cut % steps.length;
      steps.slice(0, at + 1).forEach(([send]) => send());
      const [, paid = 0, read = 0, open = 0] = steps[at] ?? [];
      // It may be one round ahead of what has arrived, with what open calls have brought.
      const ahead = read + open * unseen * SEARCH;
      expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThanOrEqual(Math.floor(Math.min(bound.input, paid + ahead)));
    }), { numRuns: 500 });
  });

  it('leaves the bound of a request without such tools as it is', () => {
    const { meter, bound } = begin([mine]);
    expect(meter.boundSoFar?.(bound, 5)).toBe(bound);
  });
});

describe('a model that thinks by itself', () => {
  it.each<readonly [model: string, thinking: JsonObject | undefined, hidden: boolean]>([
    ['claude-sonnet-4-5', undefined, false], ['claude-3-5-haiku-latest', undefined, false], ['claude-opus-4-8', { type: 'adaptive' }, true],
    ['claude-opus-5', undefined, true], ['claude-mythos-preview', undefined, true], ['claude-opus-5', { type: 'disabled' }, false],
    ['claude-haiku-5-5', undefined, true], ['claude-sonnet-5-5', undefined, true], ['claude-opus-5-5', undefined, true], ['claude-fable-5-1', undefined, true],
    ['claude-fable-5-2', undefined, true], ['claude-mythos-5', undefined, true], ['claude-sonnet-5-5', { type: 'between_tools' }, true], ['claude-haiku-4-5', { type: 'enabled', budget_tokens: 1_024 }, true],
  ])('%s told %j hides output: %s', (model, thinking, hidden) => expect(ask({ model, ...(thinking && { thinking }) }).hiddenOutput).toBe(hidden));
});
