import { describe, expect, it } from 'vitest';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { findPrice } from '../domain/price/price.ts';
import type { TokenUsage } from '../domain/usage.ts';
import { PROVIDERS } from './providers.ts';

/** A Friday, between the peaks. */
const AT = Date.parse('2026-11-27T12:00:00Z');

function priceAt(kind: ProviderKind, model: string, at = AT) {
  return findPrice({ source: PROVIDERS[kind].prices, model, at, overrides: [] });
}

/** What a thousand tokens in and a hundred out cost, in nano-dollars. */
function cost(kind: ProviderKind, model: string, at = AT, more: Partial<TokenUsage> = {}): number | undefined {
  return priceAt(kind, model, at)?.costOf({
    input: 1_000,
    output: 100,
    cacheRead: 0,
    cacheWrite: 0,
    cacheWriteHour: 0,
    ...more,
  });
}

const text = (input: number, output: number): number => input * 1_000_000 + output * 100_000;

describe('the models of the day can be used without an update', () => {
  it.each<readonly [kind: ProviderKind, model: string, bill: number]>([
    ['openai', 'gpt-6.2-astra', text(8, 40)],
    ['openai', 'gpt-6.2-sol', text(2, 10)],
    ['openai', 'gpt-6.1-sol', text(2, 10)],
    ['openai', 'gpt-6.1-terra', text(1, 5)],
    ['openai', 'gpt-6.2-sol-2026-11-17', text(2, 10)],
    ['openai', 'gpt-5.3-codex-spark', text(1.75, 14)],
    ['openai', 'davinci-002', text(2, 2)],
    ['azure', 'gpt-6.2-astra', text(8, 40)],
    ['openrouter', 'openai/gpt-6.2-astra', text(8, 40)],
    ['openrouter', 'openrouter/auto', text(8, 40)],
    ['anthropic', 'claude-haiku-5-5', text(0.1, 0.5)],
    ['anthropic', 'claude-sonnet-5-5', text(2, 10)],
    ['anthropic', 'claude-mythos-5', text(10, 50)],
    ['anthropic', 'claude-mythos-5-1', text(10, 50)],
    ['openrouter', 'anthropic/claude-haiku-5.5', text(0.1, 0.5)],
    ['openrouter', 'anthropic/claude-sonnet-4-5', text(3, 15)],
    ['gemini', 'gemini-4-argon', text(2, 10)],
    ['gemini', 'gemini-flash-latest', text(1.5, 9)],
    ['gemini', 'gemini-pro-latest', text(2, 12)],
    ['gemini', 'gemini-flash-lite-latest', text(0.3, 2.5)],
    ['gemini', 'gemini-3.1-pro-preview-customtools', text(2, 12)],
    ['gemini', 'gemma-4-31b-it', 0],
    ['gemini', 'gemma-3-27b-it', 0],
    ['xai', 'grok-4.7', text(2, 6)],
    ['xai', 'grok-4.20-0309-reasoning', text(1.25, 2.5)],
    ['xai', 'grok-4.20-0309-non-reasoning', text(1.25, 2.5)],
    ['xai', 'grok-4.20-multi-agent-0309', text(2, 6)],
    ['deepseek', 'deepseek-flash', text(0.15, 0.6)],
    ['deepseek', 'deepseek-chat', text(0.15, 0.6)],
    ['deepseek', 'deepseek-reasoner', text(0.15, 0.6)],
    ['qwen', 'qwen3.8-max', text(2, 6)],
    ['qwen', 'qwen3.8-flash', text(0.15, 0.47)],
    ['qwen', 'qwen3.7-plus', text(0.4, 1.6)],
    ['qwen', 'qwen3.6-flash', text(0.25, 1.5)],
    ['qwen', 'qwen3.5-397b-a17b', text(0.6, 3.6)],
    ['qwen', 'qwen3-vl-plus', text(0.2, 1.6)],
    ['zai', 'glm-4.6v', text(0.3, 0.9)],
    ['zai', 'glm-4.5v', text(0.6, 1.8)],
    ['zai', 'glm-5.3-flash', text(0.15, 0.5)],
    ['mistral', 'mistral-medium-2604', text(1.5, 7.5)],
    ['mistral', 'mistral-small-2506', text(0.1, 0.3)],
    ['mistral', 'ministral-3b-latest', text(0.1, 0.1)],
    ['mistral', 'mistral-small-latest', text(0.15, 0.6)],
    ['mistral', 'devstral-latest', text(0.4, 2)],
    ['together', 'zai-org/GLM-5.2', text(1.4, 4.4)],
    ['together', 'moonshotai/Kimi-K2.7-Code', text(0.95, 4)],
    ['together', 'MiniMaxAI/MiniMax-M3', text(0.3, 1.2)],
    ['together', 'deepseek-ai/DeepSeek-V4-Pro', text(1.74, 3.48)],
    ['together', 'Qwen/Qwen3.7-Max', text(1.25, 3.75)],
    ['together', 'openai/gpt-oss-120b', text(0.15, 0.6)],
    ['together', 'openai/gpt-oss-20b', text(0.05, 0.2)],
    ['together', 'mistralai/Mixtral-8x7B-Instruct-v0.1', text(0.6, 0.6)],
    ['bedrock', 'us.anthropic.claude-opus-5', text(5.5, 27.5)],
    ['bedrock', 'global.anthropic.claude-opus-5', text(5, 25)],
    ['bedrock', 'in.anthropic.claude-opus-5', text(5.5, 27.5)],
    ['bedrock', 'apac.anthropic.claude-sonnet-4-20250514-v1:0', text(3, 15)],
    ['bedrock', 'us.anthropic.claude-haiku-5-5', text(0.11, 0.55)],
    ['bedrock', 'global.anthropic.claude-haiku-5-5', text(0.1, 0.5)],
    ['bedrock', 'global.anthropic.claude-sonnet-5-5', text(2, 10)],
    ['bedrock', 'eu.meta.llama3-2-3b-instruct-v1:0', text(0.15, 0.15)],
    ['bedrock', 'zai.glm-5', text(1, 3.2)],
    ['vertex', 'claude-opus-5-5', text(4, 20)],
    ['vertex', 'claude-sonnet-4-5@20250929', text(3, 15)],
    ['vertex', 'gemini-3.5-flash', text(1.5, 9)],
    ['vertex', 'google/gemini-2.5-flash', text(0.3, 2.5)],
    ['vertex', 'zai-org/glm-5-maas', text(1, 3.2)],
    ['openrouter', 'agentica-org/deepcoder-14b-preview:free', 0],
    ['openrouter', 'somebody/something-new:free', 0],
  ])('%s %s', (kind, model, bill) => {
    expect(cost(kind, model)).toBe(bill);
    expect(priceAt(kind, model)?.findUnpriced({ input: 1_000, output: 100 })).toBeUndefined();
  });

  it('at the price of the day, where it is announced when it changes', () => {
    const inDecember = Date.parse('2026-12-01T00:00:00Z');
    expect([cost('gemini', 'gemini-4-argon', inDecember - 1), cost('gemini', 'gemini-4-argon', inDecember)]).toEqual([
      text(2, 10),
      text(4, 20),
    ]);
    const cached = { cacheRead: 1_000 };
    expect(
      ['2026-10-06T00:00:00Z', '2026-10-07T00:00:00Z'].map((day) =>
        cost('anthropic', 'claude-sonnet-5-5', Date.parse(day), cached),
      ),
    ).toEqual([text(0.2, 10), text(0.1, 10)]);
  });

  it('at another price for a long prompt', () => {
    const long = (kind: ProviderKind, model: string, input: number) => cost(kind, model, AT, { input, output: 0 });
    expect([long('anthropic', 'claude-haiku-5-5', 100_000), long('anthropic', 'claude-haiku-5-5', 100_001)]).toEqual([
      100_000 * 100,
      100_001 * 500,
    ]);
    expect([long('openai', 'gpt-6.2-sol', 271_999), long('openai', 'gpt-6.2-sol', 272_000)]).toEqual([
      271_999 * 2_000,
      272_000 * 4_000,
    ]);
    expect([
      long('qwen', 'qwen3-vl-plus', 32_000),
      long('qwen', 'qwen3-vl-plus', 32_001),
      long('qwen', 'qwen3-vl-plus', 128_001),
    ]).toEqual([32_000 * 200, 32_001 * 300, 128_001 * 600]);
  });

  it('at twice the price in the peaks of DeepSeek, from Monday to Friday', () => {
    expect(
      ['2026-11-27T01:00:00Z', '2026-11-27T04:00:00Z', '2026-11-27T09:59:59Z', '2026-11-28T02:00:00Z'].map((at) =>
        cost('deepseek', 'deepseek-reasoner', Date.parse(at)),
      ),
    ).toEqual([text(0.3, 1.2), text(0.15, 0.6), text(0.3, 1.2), text(0.15, 0.6)]);
  });

  it('and speech at the price of speech', () => {
    const spoken = { input: 10, output: 1_000, parts: { outputAudio: 1_000 } };
    expect([
      cost('gemini', 'gemini-3.8-flash-tts', AT, spoken),
      cost('gemini', 'gemini-3.8-flash-lite-tts', AT, spoken),
    ]).toEqual([10 * 500 + 1_000 * 9_000, 10 * 500 + 1_000 * 6_000]);
    expect(cost('gemini', 'gemini-3.8-flash-tts', Date.parse('2027-01-01T00:00:00Z'), spoken)).toBe(
      10 * 1_000 + 1_000 * 18_000,
    );
  });

  it('a picture by the piece', () => {
    expect(
      priceAt('openai', 'dall-e-2')?.worstCost({
        input: 500,
        output: 5_000,
        media: ['image'],
        extras: { pictures: 3 },
      }),
    ).toBe(60_000_000);
  });
});

describe('a faster tier', () => {
  it.each<readonly [kind: ProviderKind, model: string, tier: string, bill: number]>([
    ['openai', 'gpt-5.6-sol', 'priority', text(8, 40)],
    ['openai', 'gpt-5.6-terra', 'fast', text(4, 24)],
    ['openai', 'gpt-5.6-luna', 'priority', text(0.4, 2.4)],
    ['openai', 'gpt-6-sol', 'priority', text(4, 20)],
    ['openai', 'gpt-6-luna', 'fast', text(0.2, 1)],
    ['openai', 'gpt-6.2-astra', 'fast', text(16, 80)],
    ['openai', 'gpt-6.1-terra', 'priority', text(2, 10)],
    ['openai', 'gpt-6-astra', 'ultrafast', text(60, 300)],
    ['openai', 'gpt-5.5', 'fast', text(12.5, 75)],
    ['anthropic', 'claude-opus-5-5', 'fast', text(8, 40)],
    ['anthropic', 'claude-opus-5', 'fast', text(10, 50)],
    ['bedrock', 'us.amazon.nova-pro-v1:0', 'optimized', text(1, 4)],
    ['bedrock', 'us.anthropic.claude-opus-5', 'reserved', text(5.5, 27.5)],
    ['vertex', 'claude-opus-5', 'regional', text(5.5, 27.5)],
    ['vertex', 'claude-opus-4-1@20250805', 'regional', text(15, 75)],
    ['vertex', 'claude-sonnet-4@20250514', 'regional', text(3, 15)],
    ['vertex', 'gemini-2.5-flash', 'priority', text(0.6, 5)],
    ['vertex', 'gemini-2.5-flash', 'flex+regional', text(0.165, 1.375)],
  ])('%s %s, %s', (kind, model, tier, bill) => {
    expect(priceAt(kind, model)?.knowsTier(tier)).toBe(true);
    expect(cost(kind, model, AT, { tier })).toBe(bill);
  });

  it.each<readonly [kind: ProviderKind, model: string, tier: string]>([
    ['openai', 'gpt-6.2-astra', 'ultrafast'],
    ['openai', 'gpt-4o', 'fast'],
    ['anthropic', 'claude-sonnet-5-5', 'fast'],
    ['bedrock', 'us.anthropic.claude-opus-5', 'priority'],
    ['bedrock', 'amazon.nova-lite-v1:0', 'optimized'],
  ])('%s %s has no price for %s', (kind, model, tier) => {
    expect(priceAt(kind, model)?.findUnpriced({ input: 1, output: 1, tier })).toBe('tier');
  });
});

describe('a host that keeps tokens in a region', () => {
  const at = (kind: ProviderKind, model: string, host?: string) =>
    findPrice({ source: PROVIDERS[kind].prices, model, host, at: AT, overrides: [] });
  const usage = { input: 1_000, output: 100, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0 };

  it.each<readonly [kind: ProviderKind, model: string, host: string, percent: number]>([
    ['openai', 'gpt-6.2-sol', 'api.openai.com', 100],
    ['openai', 'gpt-6.2-sol', 'eu.api.openai.com', 110],
    ['openai', 'gpt-5.4', 'us.api.openai.com', 110],
    ['openai', 'gpt-5.2', 'eu.api.openai.com', 100],
    ['openai', 'gpt-4o-mini', 'eu.api.openai.com', 100],
    ['openai', 'o3', 'eu.api.openai.com', 100],
    ['openai', 'gpt-6.2-sol', 'eu.api.openai.com.example.com', 100],
    ['xai', 'grok-4.6', 'us.api.x.ai', 110],
    ['xai', 'grok-4.6', 'api.x.ai', 100],
    ['mistral', 'mistral-large-2512', 'api.eu.mistral.ai', 110],
    ['mistral', 'mistral-large-2512', 'api.mistral.ai', 100],
    ['azure', 'gpt-5', 'somebody.openai.azure.com', 120],
    ['azure', 'gpt-5', '127.0.0.1', 100],
    ['bedrock', 'amazon.nova-lite-v1:0', 'bedrock-runtime.us-west-2.amazonaws.com', 100],
    ['bedrock', 'amazon.nova-lite-v1:0', 'bedrock-runtime.eu-west-1.amazonaws.com', 170],
    ['bedrock', 'amazon.nova-lite-v1:0', 'bedrock-runtime.us-gov-west-1.amazonaws.com', 170],
    ['bedrock', 'eu.anthropic.claude-opus-5', 'bedrock-runtime.eu-west-1.amazonaws.com', 100],
  ])('%s %s at %s', (kind, model, host, percent) => {
    const [ordinary, there] = [at(kind, model), at(kind, model, host)];
    expect(there?.costOf(usage)).toBe(Math.round(((ordinary?.costOf(usage) ?? 0) * percent) / 100));
    expect(there?.worstCost(usage)).toBe(Math.round(((ordinary?.worstCost(usage) ?? 0) * percent) / 100));
  });

  it('makes tokens dearer in every tier, and nothing else', () => {
    const price = at('openai', 'gpt-5.5', 'eu.api.openai.com');
    expect(price?.costOf({ ...usage, tier: 'flex', parts: { webSearches: 2 } })).toBe(
      (text(5, 30) * 110) / 200 + 20_000_000,
    );
    expect(price?.outputFor({ input: 0 }, nanodollarsOf(33_000_000))).toBe(1_000);
  });

  it('is where a person has a price of their own, which is what is paid there', () => {
    const own = {
      model: 'gpt-5.5',
      provider: null,
      input: nanodollarsOf(1e9),
      output: nanodollarsOf(1e9),
      cacheRead: null,
      cacheWrite: null,
    };
    expect(
      findPrice({
        source: PROVIDERS.openai.prices,
        model: 'gpt-5.5',
        host: 'eu.api.openai.com',
        at: AT,
        overrides: [own],
      })?.costOf(usage),
    ).toBe(text(1, 1));
  });
});

describe('what nobody knows', () => {
  it.each<readonly [kind: ProviderKind, model: string]>([
    ['openai', 'gpt-6.2-luna'],
    ['openai', 'codex-auto-review'],
    ['anthropic', 'claude-haiku-5-5-mini'],
    ['bedrock', 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1'],
    ['bedrock', 'us.anthropic.claude-opus-9'],
    ['vertex', 'imagen-4.0-generate-001'],
    ['gemini', 'gemini-3.8-flash-video'],
    ['gemini', 'gemma-4-26b-a4b-it-nobody-maas'],
    ['cerebras', 'qwen-3-coder-480b'],
    ['qwen', 'qwen3.8-max-2027-01-01'],
    ['mistral', 'devstral-small:free'],
  ])('%s %s', (kind, model) => {
    expect(priceAt(kind, model)).toBeUndefined();
  });
});

it('every record says where it is from, and when it was read', () => {
  const records = Object.values(PROVIDERS).flatMap(({ prices }) => Object.values(prices.modelRates ?? {}));
  expect(records.length).toBeGreaterThan(120);
  for (const { source, asOf } of records) {
    expect(source.length).toBeGreaterThan(8);
    expect(asOf).toMatch(/^2026-\d{2}-\d{2}$/);
  }
});
