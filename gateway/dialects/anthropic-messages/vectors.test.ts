import { calcPrice, extractUsage, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPrice } from '../../domain/price/price.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import { PROVIDERS } from '../../providers/providers.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { callOf } from '../call-of.ts';
import { createAnthropicMeter } from './meter.ts';
import { messages } from './messages.ts';

const AT = Date.UTC(2026, 9, 1);

function priceOf(model: string): ModelPrice {
  const price = findPrice({ source: PROVIDERS.anthropic.prices, model, at: AT, overrides: [] });
  if (!price) throw new Error(`no price for ${model}`);
  return price;
}
function askOf(model: string, more: JsonObject = {}): Ask {
  const ask = messages.readAsk(callOf({ model, max_tokens: 100, messages: [], ...more }, 200));
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}
function billOf(model: string, usage: JsonObject, more: JsonObject = {}): number | undefined {
  const found = messages.readUsage({ usage }, askOf(model, more));
  return found && priceOf(model).costOf(found);
}

it('nothing known where a model has no price for its speed', () => {
  expect(priceOf('claude-sonnet-4-5').findUnpriced({ input: 1, output: 1, tier: 'fast' })).toBe('tier');
  expect(priceOf('claude-sonnet-5-5').findUnpriced({ input: 1, output: 1, tier: 'fast' })).toBe('tier');
  expect(priceOf('claude-opus-5').findUnpriced({ input: 1, output: 1, tier: 'eu' })).toBe('tier');
  expect(priceOf('claude-opus-5').findUnpriced({ input: 1, output: 1, tier: 'fast+us' })).toBeUndefined();
});

it('a fast answer costs twice as much where the price list has it', () => {
  const usage = { input_tokens: 1_000_000, output_tokens: 1_000_000, speed: 'fast' };
  expect(billOf('claude-opus-5-5', usage, { speed: 'fast' })).toBe(48e9);
  expect(billOf('claude-opus-5', usage, { speed: 'fast' })).toBe(60e9);
  expect(billOf('claude-opus-5-5', { ...usage, speed: 'standard' }, { speed: 'fast' })).toBe(24e9);
});

it('a stream ends with its searches and in its tier, wherever they were told', () => {
  const meter = createAnthropicMeter(askOf('claude-opus-5', { speed: 'fast' }));
  const see = (event: JsonObject) => meter.see({ event: 'x', data: JSON.stringify(event) });
  see({
    type: 'message_start',
    message: { usage: { input_tokens: 10, output_tokens: 1, inference_geo: 'us', service_tier: 'standard' } },
  });
  see({
    type: 'message_delta',
    delta: { stop_reason: 'end_turn' },
    usage: { input_tokens: 9_000, output_tokens: 20, server_tool_use: { web_search_requests: 2 } },
  });
  expect(meter.usage()).toMatchObject({ input: 9_000, output: 20, tier: 'fast+us', parts: { webSearches: 2 } });
  see({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 25 } });
  expect(meter.usage()).toMatchObject({ input: 9_000, output: 25, tier: 'fast+us', parts: { webSearches: 2 } });
});

it('what we work out is what the price library works out, wherever it knows the model', () => {
  const provider = findProvider({ providerId: 'anthropic' });
  if (!provider) throw new Error('no provider');
  const models = fc.constantFrom(
    'claude-sonnet-4-5',
    'claude-sonnet-5',
    'claude-haiku-4-5',
    'claude-opus-4-1',
    'claude-opus-5',
    'claude-opus-5-5',
  );
  fc.assert(
    fc.property(
      models,
      fc.nat(300_000),
      fc.nat(100_000),
      fc.nat(50_000),
      fc.nat(50_000),
      fc.nat(30_000),
      fc.nat(9),
      (model, input, read, short, hour, output, searches) => {
        const usage = {
          input_tokens: input,
          cache_read_input_tokens: read,
          cache_creation_input_tokens: short + hour,
          output_tokens: output,
          cache_creation: { ephemeral_5m_input_tokens: short, ephemeral_1h_input_tokens: hour },
          server_tool_use: { web_search_requests: searches },
        };
        const theirs = calcPrice(extractUsage(provider, { model, usage }).usage, model, {
          providerId: 'anthropic',
          timestamp: new Date(AT),
        });
        expect(Math.abs((billOf(model, usage) ?? NaN) - (theirs?.total_price ?? NaN) * 1e9)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 500 },
  );
});
