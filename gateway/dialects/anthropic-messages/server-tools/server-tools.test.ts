import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../../dialect.ts';
import { callOf } from '../../call-of.ts';
import { messages } from '../messages.ts';

const body = (more: JsonObject = {}): JsonObject => ({
  model: 'claude-sonnet-4-5',
  max_tokens: 1_024,
  messages: [{ role: 'user', content: 'Say hello.' }],
  ...more,
});
const read = (json: JsonObject) => messages.readAsk(callOf(json, Buffer.byteLength(JSON.stringify(json))));
function ask(more: JsonObject): Ask {
  const result = read(body(more));
  if ('fault' in result) throw new Error(result.message);
  return result;
}
function formsOf(more: JsonObject): readonly Ask[] {
  const forms = [ask(more)];
  for (let cheaper = forms[0]?.cheaper; cheaper; cheaper = cheaper.cheaper) forms.push(cheaper);
  return forms;
}
const search = (max_uses?: number): JsonObject => ({
  type: 'web_search_20250305',
  name: 'web_search',
  ...(max_uses === undefined ? {} : { max_uses }),
});
const fetch = (max_uses?: number, max_content_tokens?: number): JsonObject => ({
  type: 'web_fetch_20250910',
  name: 'web_fetch',
  ...(max_uses === undefined ? {} : { max_uses }),
  ...(max_content_tokens === undefined ? {} : { max_content_tokens }),
});
const mine = { name: 'mine', input_schema: { type: 'object' } };

/** Most that one search brings, and most rounds. */
const [SEARCH, ROUNDS] = [32_000, 11];
const fieldsOf = (form: Ask | undefined): readonly JsonObject[] =>
  (form?.fields?.['tools'] ?? []) as readonly JsonObject[];

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
    const limits = formsOf(more).map((form) =>
      fieldsOf(form).map((tool) => [tool['max_uses'], tool['max_content_tokens']]),
    );
    expect(limits).toEqual([
      [],
      [
        [undefined, undefined],
        [2, undefined],
        [8, 30_000],
      ],
      [
        [undefined, undefined],
        [2, undefined],
        [5, 30_000],
      ],
      [
        [undefined, undefined],
        [2, undefined],
        [3, 30_000],
      ],
      [
        [undefined, undefined],
        [2, undefined],
        [2, 25_000],
      ],
      [
        [undefined, undefined],
        [1, undefined],
        [1, 25_000],
      ],
    ]);
    const [first, second] = formsOf({ tools: [fetch(2)] });
    if (!first || !second) throw new Error('two forms');
    expect(messages.rewrite(body({ tools: [fetch(2)] }), first, undefined)).toEqual({});
    expect(messages.rewrite(body({ tools: [fetch(2)] }), second, 9)).toEqual({
      max_tokens: 9,
      tools: [{ ...fetch(2), max_content_tokens: 100_000 }],
    });
    for (const max_content_tokens of [null, 200_000, '5']) {
      expect(fieldsOf(formsOf({ tools: [{ ...fetch(2), max_content_tokens }] })[1])).toEqual([
        { ...fetch(2), max_content_tokens: 100_000 },
      ]);
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
  });

  it.each([0, -1, 1.5, '5', 1e9])('may not be used %s times', (max_uses) => {
    expect(read(body({ tools: [{ type: 'web_search_20250305', name: 's', max_uses }] }))).toMatchObject({
      fault: 'malformed',
    });
  });
  it('may not be too deep to be written anew', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    const readDeep = (...tools: readonly JsonObject[]) => messages.readAsk(callOf(body({ tools }), 1_000_000));
    expect(readDeep(search(), { name: 'mine', input_schema: deep })).toMatchObject({ fault: 'malformed' });
    expect('fault' in readDeep({ name: 'mine', input_schema: deep })).toBe(false);
  });

  it('that are added in the middle of the conversation are refused, those of the client are counted', () => {
    const adding = (definition: JsonObject) => ({
      role: 'system',
      content: [{ type: 'tool_addition', tool: { type: 'tool_definition', definition } }],
    });
    for (const type of ['web_search_20260318', 'code_execution_20260521', 'mcp_toolset']) {
      expect(read(body({ messages: [adding({ type, name: 'x' })] }))).toMatchObject({
        fault: 'unbounded',
        message: expect.stringContaining('"tools"') as string,
      });
      const summary = {
        role: 'assistant',
        content: [{ type: 'compaction', content: 'x', tool_changes: adding({ type }).content }],
      };
      expect(read(body({ messages: [summary] }))).toMatchObject({ fault: 'unbounded' });
    }
    const plain = ask({ messages: [adding({ name: 'mine', input_schema: {} })] });
    expect(ask({ messages: [adding({ type: 'browser_toolset_20260801' })] }).inputBound).toBeGreaterThan(
      (plain.inputBound ?? 0) + 7_500,
    );
    expect(
      ask({
        messages: [
          { role: 'system', content: [{ type: 'tool_addition', tool: { type: 'tool_reference', name: 'x' } }] },
        ],
      }).rounds,
    ).toBeUndefined();
  });
});

describe('what so many calls use', () => {
  it('is never below what a schedule of rounds is billed', () => {
    const call = fc.record({
      kind: fc.constantFrom('search', 'fetch', 'error'),
      brings: fc.double({ min: 0, max: 1, noNaN: true }),
      writes: fc.nat(400),
    });
    const schedule = fc.array(fc.array(call, { minLength: 1, maxLength: 4 }), { maxLength: ROUNDS - 1 });
    fc.assert(
      fc.property(schedule, fc.nat(4_000), (rounds, spoken) => {
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
      }),
      { numRuns: 300 },
    );
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
  [{ speed: 'fast' }, 'fast'],
  [{ inference_geo: 'us' }, 'us'],
  [{ speed: 'fast', inference_geo: 'us' }, 'fast+us'],
  [{ inference_geo: 'global', speed: 'standard', service_tier: 'auto' }, undefined],
  [{ service_tier: 'standard_only' }, undefined],
  [{ inference_geo: 'eu' }, 'eu'],
  [{ speed: 7 }, 'unknown'],
  [{ speed: null }, undefined],
])('%j has the tier %s', (more, tier) => expect(ask(more).tier).toBe(tier));

describe('a model that thinks by itself', () => {
  it.each<readonly [model: string, thinking: JsonObject | undefined, hidden: boolean]>([
    ['claude-sonnet-4-5', undefined, false],
    ['claude-3-5-haiku-latest', undefined, false],
    ['claude-opus-4-8', { type: 'adaptive' }, true],
    ['claude-opus-5', undefined, true],
    ['claude-mythos-preview', undefined, true],
    ['claude-opus-5', { type: 'disabled' }, false],
    ['claude-haiku-5-5', undefined, true],
    ['claude-sonnet-5-5', undefined, true],
    ['claude-opus-5-5', undefined, true],
    ['claude-fable-5-1', undefined, true],
    ['claude-fable-5-2', undefined, true],
    ['claude-mythos-5', undefined, true],
    ['claude-sonnet-5-5', { type: 'between_tools' }, true],
    ['claude-haiku-4-5', { type: 'enabled', budget_tokens: 1_024 }, true],
  ])('%s told %j hides output: %s', (model, thinking, hidden) =>
    expect(ask({ model, ...(thinking && { thinking }) }).hiddenOutput).toBe(hidden),
  );
});
