import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { JsonObject } from '../dialect.ts';
import { createResponse } from './create-response.ts';
import { readFinalUsage } from './read-usage.ts';

const tokens = (input: number, output: number): JsonObject => ({
  input_tokens: input,
  output_tokens: output,
  total_tokens: input + output,
});

describe('the usage of a response', () => {
  it.each<readonly [what: string, reply: JsonObject]>([
    ['is queued', { status: 'queued', usage: null }],
    ['is under way, whatever it says so far', { status: 'in_progress', usage: tokens(10, 1) }],
    ['says nothing', { status: 'completed' }],
    ['says half of it', { status: 'completed', usage: { input_tokens: 5 } }],
    ['says what is no number', { status: 'completed', usage: { input_tokens: '5', output_tokens: -1 } }],
  ])('is not told by a reply that %s', (_what, reply) => {
    expect(createResponse.readUsage(reply, { ...readPlain(), model: 'gpt-5' })).toBeUndefined();
  });
});

describe('a response that was made in the background', () => {
  const search = { type: 'web_search_call', action: { type: 'search', query: 'x' } };
  const preview = { model: 'gpt-4o-2024-08-06', tools: [{ type: 'web_search_preview' }], output: [search] };

  it('says what it has used once it is over, with its searches at the price of the model that made them', () => {
    expect(readFinalUsage({ status: 'completed', ...preview, usage: tokens(14, 12) })).toMatchObject({
      input: 14,
      output: 12,
      model: 'gpt-4o-2024-08-06',
      parts: { webSearches: 2.5 },
    });
  });

  it.each(['incomplete', 'failed', 'cancelled'])('also when it ended as %s', (status) => {
    expect(readFinalUsage({ status, usage: tokens(14, 12) })).toMatchObject({ input: 14, output: 12 });
    expect(readFinalUsage({ status, usage: null })).toBeUndefined();
  });

  it.each([{ status: 'queued' }, { status: 'in_progress' }, {}, { status: 5 }, { status: 'of tomorrow' }])(
    'says nothing that counts while it is %j',
    (reply) => {
      expect(readFinalUsage({ ...reply, usage: tokens(14, 12) })).toBeUndefined();
    },
  );
});

function readPlain() {
  const ask = createResponse.readAsk(callOf({ model: 'gpt-5', input: 'x' }, 40));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}
