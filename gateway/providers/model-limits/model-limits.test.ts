import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProvider } from '@pydantic/genai-prices';
import { describe, expect, it } from 'vitest';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import { findPrice } from '../../domain/price/price.ts';
import { PROVIDERS } from '../providers.ts';
import type { ProviderSpec } from '../provider-spec.ts';

const AT = Date.parse('2026-11-30T00:00:00Z');
/** Pictures, sound, vectors, pages and verdicts, which are bounded elsewhere or not served. */
const NO_TEXT = /image|embed|-tts|transcri|whisper|audio|realtime|live|omni|ocr|voxtral|moderation|guard/;
/** What stands in the library for many names is none itself, and Claude 1 was gone before Messages came. */
const NO_NAME = /-$|^claude-v1$/;
/** What this address serves of a list that has more than one. */
const OWN: Partial<Readonly<Record<ProviderKind, RegExp>>> = { gemini: /^gem/, openrouter: /\// };

/** What a request can name of text models with a price: the library's, others' that it takes over, our own. */
function pricedModels({ kind, prices }: ProviderSpec): readonly string[] {
  const inLibrary = (id: string): readonly string[] => {
    const found = findProvider({ providerId: id });
    const names = (found?.models ?? []).flatMap((model) => [model.id, ...equalsOf(model.match)]);
    return [...names, ...(found?.fallback_model_providers ?? []).flatMap(inLibrary)];
  };
  const listed = prices.id === undefined ? [] : inLibrary(prices.id);
  const names = [...new Set([...listed, ...Object.keys(prices.modelRates ?? {})])];
  const known = names.filter((model) => !NO_NAME.test(model));
  return known.filter((model) => !NO_TEXT.test(model) && (OWN[kind]?.test(model) ?? true) && writes(prices, model));
}

function writes(source: ProviderSpec['prices'], model: string): boolean {
  return findPrice({ source, model, at: AT, overrides: [] })?.listed?.output !== undefined;
}

function equalsOf(match: object): readonly string[] {
  if ('equals' in match && typeof match.equals === 'string') return [match.equals];
  if (!('or' in match) || !Array.isArray(match.or)) return [];
  return match.or.flatMap((one: unknown) => (typeof one === 'object' && one !== null ? equalsOf(one) : []));
}

/** The share of priced text models whose longest answer is known, in percent, rounded down. The rest was not found. */
const FLOOR: Partial<Readonly<Record<ProviderKind, number>>> = {
  openai: 100,
  anthropic: 100,
  gemini: 100,
  mistral: 100,
  groq: 100,
  xai: 100,
  deepseek: 100,
  moonshot: 100,
  zai: 100,
  qwen: 100,
  perplexity: 100,
  azure: 97,
  bedrock: 90,
  vertex: 90,
  fireworks: 94,
  openrouter: 80,
  cerebras: 66,
  together: 58,
  cohere: 33,
  minimax: 68,
  novita: 48,
  sambanova: 0,
  stepfun: 50,
};

describe('the longest answer of what has a price', () => {
  for (const spec of Object.values(PROVIDERS).filter(({ kind }) => FLOOR[kind] !== undefined)) {
    const models = pricedModels(spec);
    const unknown = models.filter((model) => spec.limitsOf?.(model)?.output === undefined);
    const share = Math.floor((100 * (models.length - unknown.length)) / models.length);
    it(`is known of ${share} % of ${models.length} models at ${spec.kind}`, () => {
      expect(models).not.toEqual([]);
      expect(share, `unknown: ${unknown.join(' ')}`).toBeGreaterThanOrEqual(FLOOR[spec.kind] ?? 0);
    });
  }

  it('has a floor wherever prices are known', () => {
    const priced = Object.values(PROVIDERS).filter(
      ({ prices }) => !prices.free && (prices.id !== undefined || prices.modelRates),
    );
    expect(priced.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(FLOOR).toSorted());
  });
});

describe('what came out in the autumn of 2026', () => {
  const { openai, azure, anthropic, gemini, xai, deepseek, qwen, zai, mistral, moonshot, openrouter, groq } = PROVIDERS;
  it.each([
    [openai, 'gpt-6.2-astra', 128_000],
    [openai, 'gpt-6.2-sol-2026-11-17', 128_000],
    [openai, 'gpt-6.1-terra', 128_000],
    [openai, 'gpt-5.3-codex-spark', 32_000],
    [openai, 'gpt-5-chat-latest', 16_384],
    [openai, 'ft:gpt-4o-2024-08-06:me::abc', 16_384],
    [azure, 'gpt-5-4-mini', 128_000],
    [azure, 'gpt-4o-mini-2024-07-18.ft-0123', 16_384],
    [anthropic, 'claude-haiku-5-5', 128_000],
    [anthropic, 'claude-mythos-5-1', 128_000],
    [anthropic, 'claude-opus-4-5-20251101', 64_000],
    [gemini, 'gemini-4-argon', 65_536],
    [gemini, 'gemini-2.5-flash-preview-09-2025', 65_536],
    [gemini, 'gemini-3.1-flash-live-preview', 65_536],
    [gemini, 'gemini-3.8-flash-lite-tts', 16_384],
    [gemini, 'gemini-2.0-flash-thinking-exp-01-21', 65_536],
    [gemini, 'gemma-4-31b-it', 32_768],
    [xai, 'grok-4.7', 500_000],
    [deepseek, 'deepseek-flash', 393_216],
    [qwen, 'qwen3.8-max', 393_216],
    [qwen, 'qwen-plus-2025-09-11', 114_688],
    [zai, 'GLM-5.3', 131_072],
    [mistral, 'mistral-medium-2604', 262_144],
    [moonshot, 'kimi-k3', 1_048_576],
    [groq, 'openai/gpt-oss-120b', 65_536],
    [openrouter, 'openai/gpt-6.2-astra', 128_000],
    [openrouter, 'anthropic/claude-opus-4.6-fast', 128_000],
    [openrouter, 'google/gemini-2.5-pro:online', 65_536],
  ])('$0.kind, $1: $2', (spec, model, output) => expect(spec.limitsOf?.(model)?.output).toBe(output));
});

describe('a name that nobody has published', () => {
  const { openai, azure, anthropic, gemini, fireworks, openrouter, xai } = PROVIDERS;
  it.each([
    [openai, 'gpt-6.3-sol'],
    [openai, 'gpt-4o-something-new'],
    [openai, 'gpt-5-image'],
    [openai, 'openai/gpt-5'],
    [azure, 'my-deployment'],
    [anthropic, 'claude-opus-9'],
    [anthropic, 'claude-opus-4-5-fancy'],
    [gemini, 'gemini-9-ultra'],
    [gemini, 'gemini-3.8-flash-vision'],
    [gemini, 'models/gemini-2.5-flash'],
    [xai, 'grok-9'],
    [fireworks, 'accounts/me/models/kimi-k3'],
    [fireworks, 'models/kimi-k3'],
    [openrouter, 'gpt-5'],
    [openrouter, 'a/b/c'],
    [openrouter, 'constructor/toString'],
  ])('has no maxima: $0.kind, $1', (spec, model) => expect(spec.limitsOf?.(model)).toBeUndefined());
});

describe('the tables', () => {
  const here = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'));
  const files = [...here, '../../dialects/gemini/model-limits.ts'];

  it.each(files)('%s names a source and a date, and nothing twice', (file) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(text).toMatch(/Sources?:\s[\s\S]*20\d{2}-\d{2}/);
    // OpenRouter's has a list for each vendor.
    for (const part of text.split(/^ {2}\S+: \[/m)) {
      const names = [...part.matchAll(/\['([^']+)',/g)].flatMap(([, models = '']) => models.toLowerCase().split(' '));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  it('hold no answer that is longer than its window', () => {
    for (const spec of Object.values(PROVIDERS)) {
      for (const model of pricedModels(spec)) {
        const { context = Infinity, input = context, output = 0 } = spec.limitsOf?.(model) ?? {};
        expect([spec.kind, model, output <= context, input <= context]).toEqual([spec.kind, model, true, true]);
      }
    }
  });
});
