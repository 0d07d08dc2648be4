import { describe, expect, it } from 'vitest';
import { DEFAULT_MODELS } from '../../connections/default-models.ts';
import { FAMILIES } from '../../connections/tool-spec.ts';
import { abilitiesAt, wantsResponses } from './model-abilities.ts';

describe.each(FAMILIES)('the models of %s that tools are offered', (family) => {
  it.each(DEFAULT_MODELS[family])('%s: all that a tool may be told is known', (model) => {
    const { context, input, output, reads, thinks, callsTools } = abilitiesAt(family, model);
    expect(context ?? input).toBeGreaterThan(100_000);
    expect(output).toBeGreaterThan(10_000);
    expect({ thinks, callsTools }).toEqual({ thinks: true, callsTools: true });
    expect(reads).toContain('image');
  });
});

it('a snapshot is its model, a model that is not known has no abilities, and maxima stand beside them', () => {
  const haiku = { context: 200_000, output: 64_000, reads: ['image', 'pdf'], thinks: true, callsTools: true };
  expect(abilitiesAt('anthropic', 'claude-haiku-4-5-20251001')).toEqual(haiku);
  expect(abilitiesAt('openai', 'gpt-6-sol-of-somebody-else')).toEqual({});
  expect(abilitiesAt('custom-openai', 'gpt-6-sol')).toEqual({});
  expect(abilitiesAt('deepseek', 'deepseek-v4-pro')).toMatchObject({ reads: [], thinks: true });
});

it('OpenRouter names the vendor first, and versions of Claude with a dot', () => {
  expect(abilitiesAt('openrouter', 'anthropic/claude-opus-4.8')).toEqual(abilitiesAt('anthropic', 'claude-opus-4-8'));
  expect(abilitiesAt('openrouter', 'qwen/qwen3-coder').thinks).toBeUndefined();
});

it.each([
  ['openai', 'gpt-6.2-astra', 1_050_000],
  ['gemini', 'gemini-4-argon', 1_048_576],
  ['xai', 'grok-4.7', 500_000],
  ['moonshot', 'kimi-k3', 1_048_576],
  ['zai', 'glm-5.3-flash', 1_048_576],
] as const)('%s: %s has its window and its abilities from two tables that name it alike', (kind, model, context) => {
  expect(abilitiesAt(kind, model)).toMatchObject({ context, thinks: true, callsTools: true });
});

it('Responses is wanted where the chat protocol refuses thoughts beside functions, and nowhere else', () => {
  expect(wantsResponses('openai')).toBe(true);
  expect(wantsResponses('mistral')).toBe(false);
  expect(wantsResponses('custom-openai')).toBe(false);
});
