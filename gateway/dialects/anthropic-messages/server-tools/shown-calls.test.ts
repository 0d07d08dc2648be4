import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask, JsonObject } from '../../dialect.ts';
import { callOf } from '../../call-of.ts';
import { createAnthropicMeter } from '../meter.ts';
import { messages } from '../messages.ts';

const [SEARCH, ROUNDS] = [32_000, 11];
const search = (max_uses: number): JsonObject => ({ type: 'web_search_20250305', name: 'web_search', max_uses });
const fetch = (max_uses: number, max_content_tokens?: number): JsonObject => ({
  type: 'web_fetch_20250910',
  name: 'web_fetch',
  max_uses,
  ...(max_content_tokens === undefined ? {} : { max_content_tokens }),
});

function ask(more: JsonObject): Ask {
  const body = {
    model: 'claude-sonnet-4-5',
    max_tokens: 1_024,
    messages: [{ role: 'user', content: 'Say hello.' }],
    ...more,
  };
  const result = messages.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

const begin = (tools: readonly JsonObject[], more: JsonObject = {}) => {
  const form = ask({ tools, ...more });
  const meter = createAnthropicMeter(form);
  const see = (event: JsonObject): void => void meter.see({ event: 'message', data: JSON.stringify(event) });
  const block = (content_block: JsonObject): void => see({ type: 'content_block_start', index: 0, content_block });
  const bound = {
    input: (form.inputBound ?? 200_000) * (form.rounds ?? 1),
    output: 1_024,
    extras: { requests: 1, ...form.extras },
  };
  const start = (input_tokens: number): void =>
    see({ type: 'message_start', message: { usage: { input_tokens, output_tokens: 1 } } });
  return { form, meter, see, block, bound, start };
};

describe('a stream with tools that run at the provider, broken off', () => {
  const call = (name: string): JsonObject => ({ type: 'server_tool_use', name });
  const found = (length: number): JsonObject => ({
    type: 'web_search_tool_result',
    content: [{ encrypted_content: 'x'.repeat(length) }],
  });

  it('pays for what it has shown, read anew in every round, and for one round more that may have begun', () => {
    const { meter, see, block, bound, start } = begin([search(3)]);
    // Nothing was shown: the first round, and what a call may bring to a second one.
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({
      input: expect.toSatisfy((input: number) => input < 8_000) as number,
      extras: { requests: 1, webSearches: 0 },
    });
    start(2_000);
    // The beginning does not report everything: the end counts searches and their findings.
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
    see({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn' },
      usage: { input_tokens: 9_000, output_tokens: 20, server_tool_use: { web_search_requests: 1 } },
    });
    expect(meter.usage()).toMatchObject({ input: 9_000, parts: { webSearches: 1 } });
  });

  it('pays for rounds that the provider is not said to make, and never less than was said', () => {
    const { meter, see, block, bound, start } = begin([search(1)]);
    start(2_000);
    for (let index = 0; index < 30; index += 1) {
      block(call('web_search'));
      block(found(50_000));
    }
    const after = meter.boundSoFar?.(bound, 1);
    expect(after).toMatchObject({ extras: { webSearches: 1 } });
    // Thirty rounds and one that may have begun, where eleven were held.
    expect(after?.input).toBe(Math.ceil((bound.input * 32) / ROUNDS));
    see({ type: 'message_delta', delta: {}, usage: { input_tokens: bound.input * 4, output_tokens: 1 } });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBe(bound.input * 4);
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
    const page = (source: JsonObject): JsonObject => ({
      type: 'web_fetch_tool_result',
      content: { type: 'web_fetch_result', content: { type: 'document', source } },
    });
    block(page({ type: 'text', data: 'short' }));
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeLessThan(5_000);
    block({ type: 'text', text: 'So' });
    block(page({ type: 'base64', media_type: 'application/pdf', data: 'JVBE' }));
    expect(meter.boundSoFar?.(bound, 0)?.input).toBe(Math.ceil((bound.input * 3) / ROUNDS));
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
    fc.assert(
      fc.property(
        fc.array(round, { minLength: 1, maxLength: 5 }),
        fc.nat(200),
        ratio,
        ratio,
        (rounds, cut, dense, unseen) => {
          const { meter, see, block, bound, start } = begin([search(20)], { max_tokens: 8_000 });
          // The provider's bill after each event, with a token for so many bytes.
          const steps: (readonly [send: () => void, billed: number, context: number, open: number])[] = [];
          let [context, billed] = [1_000, 1_000];
          steps.push([() => start(1_000), billed, context, 0]);
          for (const { says, finds } of rounds) {
            steps.push([
              () =>
                see({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'x'.repeat(says) } }),
              billed,
              (context += says * dense),
              0,
            ]);
            finds.forEach((_bytes, index) =>
              steps.push([() => block(call('web_search')), billed, (context += 16 * dense), index + 1]),
            );
            finds.forEach((bytes, index) =>
              steps.push([() => block(found(bytes)), billed, (context += bytes * dense), finds.length - index - 1]),
            );
            billed += context;
            steps.push([() => block({ type: 'text', text: '' }), billed, context, 0]);
          }
          const at = cut % steps.length;
          steps.slice(0, at + 1).forEach(([send]) => send());
          const [, paid = 0, read = 0, open = 0] = steps[at] ?? [];
          // It may be one round ahead of what has arrived, with what open calls have brought.
          const ahead = read + open * unseen * SEARCH;
          expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThanOrEqual(
            Math.floor(Math.min(bound.input, paid + ahead)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads the tools that it has found, which are not shown', () => {
    const deferred = { name: 'deferred', description: 'x'.repeat(20_000), defer_loading: true };
    const { meter, block, bound, start } = begin([{ type: 'tool_search_tool_regex', name: 't' }, deferred]);
    start(500);
    block({ type: 'server_tool_use', name: 't' });
    block({ type: 'tool_search_tool_result', content: { tool_references: [{ tool_name: 'deferred' }] } });
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeGreaterThan(2 * 500 + 20_000);
    block({ type: 'tool_search_tool_result', content: {} });
    expect(meter.boundSoFar?.(bound, 0)?.input).toBeLessThan(2 * 500 + 2 * 20_000);
  });

  it('leaves the bound of a request without such tools as it is', () => {
    const { meter, bound } = begin([{ name: 'mine', input_schema: {} }]);
    expect(meter.boundSoFar?.(bound, 5)).toBe(bound);
  });
});

describe('a stream whose calls nothing limits', () => {
  const code = { type: 'code_execution_20260521', name: 'code_execution' };
  const servers = { mcp_servers: [{ type: 'url', url: 'https://mcp.example', name: 'x' }] };
  const OPEN = 100_000;
  const ran = (length: number): JsonObject => ({
    type: 'bash_code_execution_tool_result',
    content: { type: 'bash_code_execution_result', stdout: 'x'.repeat(length) },
  });

  it('is held for a run of code before it has come back, and then for what it has brought', () => {
    const { meter, block, bound, start } = begin([code], { stream: true });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBeLessThan(OPEN + 40_000);
    start(2_000);
    expect(meter.boundSoFar?.(bound, 0)).toMatchObject({ input: 2_000, extras: { requests: 1 } });
    expect(meter.boundSoFar?.(bound, 0)?.extras).not.toHaveProperty('containerSeconds');
    block({ type: 'server_tool_use', name: 'bash_code_execution' });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThan(2 * 2_000 + OPEN);
    expect(meter.boundSoFar?.(bound, 0)?.extras?.containerSeconds).toBeGreaterThan(0);
    block(ran(50_000));
    const after = meter.boundSoFar?.(bound, 1)?.input ?? 0;
    expect(after).toBeGreaterThan(2_000 + 2 * 52_000);
    expect(after).toBeLessThan(2_000 + 2 * 53_000);
  });

  it('counts calls of MCP servers like those of other tools', () => {
    const { meter, block, bound, start } = begin([], { stream: true, ...servers });
    start(2_000);
    block({ type: 'mcp_tool_listing', tools: [] });
    block({ type: 'mcp_tool_use', name: 'ask', server_name: 'x' });
    expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThan(2 * 2_000 + OPEN);
    block({ type: 'mcp_tool_result', content: [{ type: 'text', text: 'x'.repeat(9_000) }] });
    const after = meter.boundSoFar?.(bound, 1)?.input ?? 0;
    expect(after).toBeGreaterThan(2_000 + 2 * 11_000);
    expect(after).toBeLessThan(2_000 + 2 * 12_000);
  });

  it('in a form with fewer calls than it makes is held for all of them', () => {
    const form = ask({ tools: [code], stream: true }).cheaper;
    if (!form?.watched) throw new Error('a form that is watched');
    const meter = createAnthropicMeter(form);
    const see = (event: JsonObject): void => void meter.see({ event: 'message', data: JSON.stringify(event) });
    const bound = { input: (form.inputBound ?? 0) * (form.rounds ?? 1), output: 1_024, extras: { ...form.extras } };
    see({ type: 'message_start', message: { usage: { input_tokens: 2_000, output_tokens: 1 } } });
    let billed = 2_000;
    for (let [round, context] = [0, 2_000]; round < 30; round += 1) {
      see({
        type: 'content_block_start',
        index: 0,
        content_block: { type: 'server_tool_use', name: 'code_execution' },
      });
      see({ type: 'content_block_start', index: 0, content_block: ran(30_000) });
      context += 30_000;
      billed += context;
      expect(meter.boundSoFar?.(bound, 1)?.input).toBeGreaterThanOrEqual(billed);
    }
    expect(billed).toBeGreaterThan(bound.input);
  });

  it('reports a container at its least time, where code has run in it', () => {
    const { meter, see, start } = begin([code], { stream: true });
    start(2_000);
    const end = (container: JsonObject | null): void =>
      see({ type: 'message_delta', delta: { stop_reason: 'end_turn', container }, usage: { output_tokens: 20 } });
    end(null);
    expect(meter.usage()).not.toHaveProperty('parts');
    end({ id: 'container_01', expires_at: '2026-04-24T11:13:36.730129Z' });
    expect(meter.usage()).toMatchObject({ parts: { containerSeconds: 300 } });
    const { meter: shown, ...other } = begin([code], { stream: true });
    other.start(2_000);
    other.block({ type: 'server_tool_use', name: 'text_editor_code_execution' });
    other.see({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 20 } });
    expect(shown.usage()).toMatchObject({ parts: { containerSeconds: 300 } });
  });
});
