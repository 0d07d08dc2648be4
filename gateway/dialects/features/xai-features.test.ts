import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { createCompatibleResponse } from '../openai-responses/create-response.ts';
import { withFeatures } from './with-features.ts';
import { xaiFeatures } from './xai-features.ts';

const operation = withFeatures(createCompatibleResponse, xaiFeatures);

function read(more: JsonObject): Ask | AskFault {
  const body = { model: 'grok-4.3', input: 'Hi', max_output_tokens: 1_000, ...more };
  return operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
}

function ask(more: JsonObject): Ask {
  const found = read(more);
  if ('fault' in found) throw new Error(found.message);
  return found;
}

const lastOf = (form: Ask): Ask => (form.cheaper ? lastOf(form.cheaper) : form);

describe("xAI's tools", () => {
  it.each([
    ['web_search', { webSearches: 32 }],
    ['x_search', { webSearches: 32 }],
    ['code_interpreter', { codeRuns: 32 }],
    ['code_execution', { codeRuns: 32 }],
    ['file_search', { fileSearches: 32 }],
    ['collections_search', { fileSearches: 32 }],
    ['attachment_search', { fileSearches: 128 }],
    ['mcp', {}],
  ])('%s is held for every turn', (type, extras) =>
    expect(ask({ tools: [{ type }] })).toMatchObject({ rounds: 33, extras }),
  );

  it('a file in the conversation is searched by one that nobody names', () => {
    const content = [{ type: 'input_file', file_id: 'f' }];
    expect(ask({ input: [{ role: 'user', content }] }).extras).toEqual({ fileSearches: 128 });
  });

  it('get a limit on turns, of one call each, where money is short', () =>
    expect(lastOf(ask({ tools: [{ type: 'x_search' }] }))).toMatchObject({
      rounds: 2,
      fields: { max_turns: 1, parallel_tool_calls: false },
    }));

  it('keep a limit of their own, at which a turn may make several calls', () => {
    const found = ask({ tools: [{ type: 'x_search' }], max_turns: 2 });
    expect(found).toMatchObject({ rounds: 9, extras: { webSearches: 8 } });
    expect(read({ max_turns: 'many' })).toMatchObject({ fault: 'malformed' });
  });

  it('of any other name have no bound', () =>
    expect(read({ tools: [{ type: 'image_generation' }] })).toMatchObject({ fault: 'unbounded' }));

  it('switched off are none', () => {
    expect(ask({ search_parameters: { mode: 'off' }, tools: [] }).extras).toBeUndefined();
    expect(read({ search_parameters: { mode: 'auto' } })).toMatchObject({ fault: 'unbounded' });
  });
});

it('a stream that shows more calls than were held costs more than was held', () => {
  const form = lastOf(ask({ tools: [{ type: 'x_search' }], stream: true }));
  const meter = operation.createMeter?.(form, 'events');
  const bound = { input: 1_000, output: 10, extras: { webSearches: 1 } };
  const show = (): void =>
    void meter?.see({
      event: 'response.output_item.added',
      data: JSON.stringify({ type: 'response.output_item.added', output_index: 0, item: { type: 'custom_tool_call' } }),
    });
  show();
  expect(meter?.boundSoFar?.(bound, 0)).toEqual(bound);
  show();
  show();
  expect(meter?.boundSoFar?.(bound, 0)).toMatchObject({ input: 2_000, extras: { webSearches: 2 } });
});

it('what it says it charged is read in ticks', () => {
  const found = ask({ tools: [{ type: 'x_search' }] });
  const usage = { input_tokens: 10, output_tokens: 5, total_tokens: 15, cost_in_usd_ticks: 318_319_000 };
  expect(operation.readUsage({ status: 'completed', output: [], usage }, found)).toMatchObject({
    reportedCost: 31_831_900,
  });
});
