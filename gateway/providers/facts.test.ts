import { describe, expect, it } from 'vitest';
import { PROVIDERS } from './providers.ts';

const specs = Object.values(PROVIDERS);
const { openai, azure, anthropic, gemini, groq, cerebras, openrouter } = PROVIDERS;

describe('whether a provider stops when it is left', () => {
  it('is said of every one, with the source and its date', () => {
    for (const {
      kind,
      stopsWhenLeft: { source, date },
    } of specs) {
      expect([kind, source.length > 10, /^20\d{2}-\d{2}$/.test(date)]).toEqual([kind, true, true]);
    }
  });

  it('is no comfort where money runs and nobody knows', () => {
    const thatSay = (answer: string) =>
      specs.filter((spec) => spec.stopsWhenLeft.answer === answer).map(({ kind }) => kind);
    expect(thatSay('free')).toEqual(['ollama', 'lmstudio']);
    expect(thatSay('no')).toEqual([
      'gemini',
      'bedrock',
      'vertex',
      'mistral',
      'groq',
      'qwen',
      'perplexity',
      'huggingface',
      'minimax',
      'nebius',
      'sambanova',
    ]);
    expect(thatSay('yes')).toEqual([
      'openai',
      'anthropic',
      'azure',
      'xai',
      'deepseek',
      'together',
      'fireworks',
      'chutes',
      'cloudflare',
      'cohere',
      'deepinfra',
      'friendli',
      'novita',
    ]);
  });
});

describe('the most tokens a second', () => {
  it.each([
    [openai, 'gpt-4o-mini', 1_000],
    [openai, 'gpt-6-luna', 600],
    [openai, 'gpt-5.6', 1_500],
    [openai, 'gpt-5.6-terra', 600],
    [openai, 'gpt-6.2-sol', 1_500],
    [azure, 'gpt-5.3-codex-spark', 3_000],
    [anthropic, 'claude-opus-5', 400],
    [gemini, 'gemini-flash-lite-latest', 1_500],
    [gemini, 'gemini-3.8-flash', 800],
    [groq, 'openai/gpt-oss-20b', 5_000],
    [cerebras, 'gpt-oss-120b', 6_000],
    [openrouter, 'openai/gpt-4o-mini', Infinity],
  ])('of $0.kind, $1: $2', (spec, model, pace) => expect(spec.mostTokensPerSecond(model)).toBe(pace));

  it('is above what was ever measured of an ordinary model, at every provider', () => {
    for (const spec of specs)
      expect([spec.kind, spec.mostTokensPerSecond('a-model') >= 400]).toEqual([spec.kind, true]);
  });
});
