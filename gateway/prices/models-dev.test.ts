import { describe, expect, it } from 'vitest';
import { readModelsDev } from './models-dev.ts';

const WANTED = new Set(['openai', 'alibaba', 'absent']);
const about = {
  name: 'A model',
  attachment: true,
  reasoning: true,
  tool_call: true,
  release_date: '2026-04-23',
  modalities: { input: ['text'], output: ['text'] },
};

/** A publication in its shape, with these models of OpenAI. */
function publish(models: Readonly<Record<string, object>>): object {
  return {
    openai: {
      id: 'openai',
      env: ['OPENAI_API_KEY'],
      npm: '@ai-sdk/openai',
      name: 'OpenAI',
      doc: 'https://example.com',
      models,
    },
    else: { models: { x: { cost: { input: 1, output: 1 } } } },
  };
}

const ratesOf = (cost: unknown) =>
  readModelsDev(
    publish({ 'a-model': { ...about, id: 'a-model', cost, limit: { context: 1_050_000, output: 128_000 } } }),
    WANTED,
  )?.['openai']?.['a-model'];

describe('models.dev', () => {
  it('has rates, steps by the length of a prompt, and a window', () => {
    const cost = {
      input: 5,
      output: 30,
      cache_read: 0.5,
      tiers: [{ tier: { type: 'context', size: 272_000 }, input: 10, output: 45, cache_read: 1 }],
      context_over_200k: { input: 10, output: 45, cache_read: 1 },
    };
    const step = (base: number, price: number) => ({ base, tiers: [{ start: 272_000, price }] });
    expect(ratesOf(cost)).toEqual({
      rates: { input_mtok: step(5, 10), output_mtok: step(30, 45), cache_read_mtok: step(0.5, 1) },
      contextWindow: 1_050_000,
    });
  });

  it('says in older data only that a prompt is long', () => {
    expect(ratesOf({ input: 1, output: 2, context_over_200k: { input: 3, output: 4 } })?.rates).toEqual({
      input_mtok: { base: 1, tiers: [{ start: 200_000, price: 3 }] },
      output_mtok: { base: 2, tiers: [{ start: 200_000, price: 4 }] },
    });
  });

  it('has thoughts and sound, each at a price of its own', () => {
    expect(
      ratesOf({ input: 0.4, output: 1.2, reasoning: 4, cache_write: 0.5, input_audio: 3, output_audio: 9 })?.rates,
    ).toEqual({
      input_mtok: 0.4,
      output_mtok: 1.2,
      output_reasoning_mtok: 4,
      output_after_reasoning_mtok: 4,
      cache_write_mtok: 0.5,
      input_audio_mtok: 3,
      output_audio_mtok: 9,
    });
  });

  it('has no price for a part that is said to be free', () => {
    expect(ratesOf({ input: 0.14, output: 0, cache_read: 0.1, cache_write: 0 })?.rates).toEqual({
      input_mtok: 0.14,
      cache_read_mtok: 0.1,
    });
  });

  it('marks a model that is listed at 0: only its provider’s record knows whether that is a price', () => {
    expect(ratesOf({ input: 0, output: 0 })).toEqual({
      rates: { input_mtok: 0, output_mtok: 0 },
      contextWindow: 1_050_000,
      free: true,
    });
    expect(ratesOf({ input: 0, output: 1 })).toBeUndefined();
  });

  it.each([
    ['no price', undefined],
    ['half a price', { input: 1 }],
    ['a price below nothing', { input: -1, output: 1 }],
    ['a price that is none', { input: '1', output: 1 }],
    [
      'a step of a kind that nobody knows',
      { input: 1, output: 1, tiers: [{ tier: { type: 'moon', size: 1 }, input: 0, output: 0 }] },
    ],
  ])('has no price of a model with %s', (_what, cost) => {
    const prices = readModelsDev(
      publish({ odd: { ...about, cost }, good: { ...about, cost: { input: 1, output: 2 } } }),
      WANTED,
    );
    expect(prices).toEqual({ openai: { good: { rates: { input_mtok: 1, output_mtok: 2 } } } });
  });

  it.each([
    ['a list', []],
    ['a text', 'x'],
    ['nobody that matters', { else: { models: {} } }],
    ['providers of another form', { openai: { models: [] } }],
  ])('is none when it is %s', (_what, data) => {
    expect(readModelsDev(data, WANTED)).toBeUndefined();
  });
});
