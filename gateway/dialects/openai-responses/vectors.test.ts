import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { JsonObject } from '../dialect.ts';
import { createResponse } from './create-response.ts';

const tokens = (input: number, output: number): JsonObject => ({ input_tokens: input, output_tokens: output, total_tokens: input + output });

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

function readPlain() {
  const ask = createResponse.readAsk(callOf({ model: 'gpt-5', input: 'x' }, 40));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}
