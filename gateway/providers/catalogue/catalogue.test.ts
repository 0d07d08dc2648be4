import { describe, expect, it } from 'vitest';
import { findPrice } from '../../domain/price/price.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { PROVIDERS } from '../providers.ts';
import { readRows } from './read-rows.ts';

const AT = Date.parse('2026-11-30T12:00:00Z');

const usd = (kind: ProviderKind, model: string, input: number, output: number, cacheRead = 0): number | undefined => {
  const cost = findPrice({ source: PROVIDERS[kind].prices, model, at: AT, overrides: [] })?.costOf({
    input,
    output,
    cacheRead,
    cacheWrite: 0,
    cacheWriteHour: 0,
  });
  return cost === undefined ? undefined : cost / 1e9;
};

describe('a row of the catalogue', () => {
  const catalogue = readRows(`
# one
a/Model 200000/64000 in=3 out=15 read=0.3 write=3.75 think=20 >200000 in=6 out=22.5
 read=0.6
unlimited 0/0 in=1 out=2
free 8000/2000 in=0 out=0
# two
a/Model 1000/1000 in=9 out=9
`);

  it('has prices, steps by length, a window and a longest answer', () => {
    const step = (base: number, price: number) => ({ base, tiers: [{ start: 200_000, price }] });
    expect(catalogue.get('one')?.get('a/model')).toEqual({
      price: {
        rates: {
          input_mtok: step(3, 6),
          output_mtok: step(15, 22.5),
          cache_read_mtok: step(0.3, 0.6),
          cache_write_mtok: 3.75,
          output_reasoning_mtok: 20,
          output_after_reasoning_mtok: 20,
        },
        contextWindow: 200_000,
        steady: true,
        free: false,
      },
      limits: { context: 200_000, output: 64_000 },
    });
    expect(catalogue.get('two')?.get('a/model')?.price.rates).toEqual({ input_mtok: 9, output_mtok: 9 });
  });

  it('says what nobody knows by 0, and that it is listed as free by two of them', () => {
    expect(catalogue.get('one')?.get('unlimited')).toMatchObject({ limits: {}, price: { free: false } });
    expect(catalogue.get('one')?.get('free')?.price.free).toBe(true);
  });
});

describe('a fresh install', () => {
  it.each<readonly [kind: ProviderKind, model: string, bill: number]>([
    // Names as hosts have them, whatever the letters, and a dated one.
    ['together', 'zai-org/GLM-5.3-Flash', 0.15 + 0.5],
    ['fireworks', 'accounts/fireworks/models/kimi-k3p1-pro', 2 + 10],
    ['qwen', 'qwen-omni-turbo', 0.07 + 0.27],
    ['mistral', 'mistral-large-4', 0.7 + 2.1],
    ['azure', 'gpt-5.2-pro', 21 + 168],
    ['openrouter', 'qwen/qwen3.8-27b:free', 0],
    ['openrouter', 'stealth/space-bunny-alpha', 0],
    ['openrouter', 'openrouter/free', 0],
    ['opencode', 'glm-5-free', 0],
    ['nvidia', 'a-model-of-tomorrow', 0],
  ])('knows %s %s', (kind, model, bill) => expect(usd(kind, model, 1e6, 1e6)).toBeCloseTo(bill, 6));

  it('takes no model for free that a list has at 0 for want of a price', () => {
    expect(usd('groq', 'allam-2-7b', 1e6, 1e6)).toBeUndefined();
    expect(usd('zai', 'glm-5.3-highspeed', 1e6, 1e6)).toBeUndefined();
    expect(usd('huggingface', 'zai-org/GLM-4.7-Flash', 1e6, 1e6)).toBeGreaterThan(0);
  });

  it('counts a model behind a router at its dearest host, and at the one that is named', () => {
    const model = 'meta-llama/Llama-3.3-70B-Instruct';
    expect(usd('huggingface', `${model}:groq`, 1e6, 1e6)).toBeCloseTo(0.59 + 0.79, 6);
    expect(usd('huggingface', `${model}:fireworks-ai`, 1e6, 1e6)).toBeCloseTo(1.8, 6);
    const routed = findPrice({ source: PROVIDERS.huggingface.prices, model, at: AT, overrides: [] });
    expect(routed?.approximate).toBe(true);
    expect(usd('huggingface', model, 1e6, 1e6)).toBeGreaterThanOrEqual(1.8);
  });

  it('believes an answer that is longer than somebody else’s list says', () => {
    expect(PROVIDERS.nebius.limitsOf?.('moonshotai/Kimi-K3')).toMatchObject({ output: 32_768, secondHand: true });
    expect(PROVIDERS.openai.limitsOf?.('gpt-6-sol')?.secondHand).toBeUndefined();
    // Thoughts are beside the listed answer where the limit is for the answer alone.
    expect(PROVIDERS.siliconflow.limitsOf?.('zai-org/GLM-5.1')?.output).toBe(131_000 + 65_536);
  });
});
