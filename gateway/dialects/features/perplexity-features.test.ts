import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { perplexityFeatures } from './perplexity-features.ts';
import { withFeatures } from './with-features.ts';

const operation = withFeatures(chat, perplexityFeatures);

function ask(model: string, more: JsonObject = {}): Ask {
  const body = { model, messages: [{ role: 'user', content: 'Hi' }], max_tokens: 100, ...more };
  const found = operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
  if ('fault' in found) throw new Error(found.message);
  return found;
}

describe('the fee of a request', () => {
  it.each<readonly [model: string, options: JsonObject | undefined, fee: number]>([
    ['sonar', undefined, 5],
    ['sonar', { search_context_size: 'medium' }, 8],
    ['sonar', { search_context_size: 'high' }, 12],
    ['sonar-pro', {}, 6],
    ['sonar-reasoning-pro', { search_context_size: 'high' }, 14],
    ['sonar-pro', { search_type: 'pro', search_context_size: 'low' }, 14],
    ['sonar-pro', { search_type: 'auto', search_context_size: 'high' }, 22],
    ['sonar', { search_context_size: 'larger than ever' }, 22],
  ])('of %s with %j', (model, web_search_options, requests) =>
    expect(ask(model, { web_search_options })).toMatchObject({ model, extras: { requests } }),
  );
});

it('deep research is held for its searches, and for what it reads and thinks', () => {
  const deep = ask('sonar-deep-research');
  expect(deep.extras).toEqual({ webSearches: 100, requests: 0 });
  expect(deep.inputBound).toBeGreaterThan(1_700_000);
});

it('a fee that the reply does not name is the one that was asked for', () => {
  const asked = ask('sonar', { web_search_options: { search_context_size: 'medium' } });
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  expect(operation.readUsage({ usage }, asked)?.parts).toEqual({ requests: 8 });
  expect(operation.readUsage({ usage: { ...usage, cost: { request_cost: 0.005 } } }, asked)?.parts).toEqual({
    requests: 5,
  });
});
