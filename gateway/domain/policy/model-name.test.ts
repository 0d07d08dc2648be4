import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meansModel, namesOf, withoutDate } from './model-name.ts';
import { builtInPrices } from '../price/price-library.ts';

const FLASH = { id: 'gemini-3.8-flash', match: { starts_with: 'gemini-3.8-flash' } };
const known = (provider: string, model: string): string | undefined => builtInPrices.match(provider, model)?.id;

describe('a name means a model', () => {
  it.each([
    'gemini-3.8-flash',
    'Gemini-3.8-Flash',
    'gemini-3.8-flash-latest',
    'gemini-3.8-flash-001',
    'gemini-3.8-flash-preview',
    'gemini-3.8-flash-preview-09-2026',
    'gemini-3.8-flash-preview-11-17',
    'gemini-3.8-flash-20261117',
    'gemini-3.8-flash@20261117',
    'gemini-3.8-flash-2026-11-17',
  ])('as a snapshot of itself: %s', (name) => {
    expect(meansModel(FLASH, name)).toBe(true);
  });

  it.each([
    'gemini-3.8-flash-tts',
    'gemini-3.8-flash-lite',
    'gemini-3.8-flash-lite-preview-09-2026',
    'gemini-3.8-flash-8b',
    'my-gemini-3.8-flash',
    'gemini-3.8-flash-latest-tts',
    'gemini-3.8-flashy',
    'gemini-3.8-flash-5',
  ])('but not of another one: %s', (name) => {
    expect(meansModel(FLASH, name)).toBe(false);
  });

  it('wherever it lives, where the list says so', () => {
    const anywhere = { id: 'claude-haiku-4-5', match: { contains: 'claude-haiku-4-5' } };
    const names = [
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      'publishers/anthropic/models/claude-haiku-4-5@20251001',
      'my-claude-haiku-4-5',
      'claude-haiku-4-5-mini',
    ];
    expect(names.map((name) => meansModel(anywhere, name))).toEqual([true, true, false, false]);
  });

  it.each<readonly [provider: string, name: string, model: string | undefined]>([
    ['google', 'gemini-3.8-flash-tts', undefined],
    ['google', 'gemini-2.5-flash-lite-preview-09-2025', 'gemini-2.5-flash-lite'],
    ['google', 'gemini-2.5-pro-preview-05-06', 'gemini-2.5-pro'],
    ['google', 'claude-sonnet-4-5@20250929', 'claude-sonnet-4-5'],
    ['anthropic', 'claude-haiku-4-5-20251001', 'claude-haiku-4-5'],
    ['anthropic', 'claude-haiku-4-5-mini', undefined],
    ['anthropic', 'claude-sonnet-5-5', undefined],
    ['openai', 'gpt-6-sol-2026-09-01', 'gpt-6-sol'],
    ['openai', 'gpt-6-sol-2026-09', undefined],
    ['openai', 'ft:gpt-4o-2024-08-06:acme::abc123', 'ft:gpt-4o'],
    ['openai', 'ft:gpt-4o-mini-2024-07-18:acme:a-name:abc123', 'ft:gpt-4o-mini'],
    ['azure', 'gpt-6-sol', 'gpt-6-sol'],
    ['azure', 'o4-mini-2025-04-16', 'o4-mini'],
    ['azure', 'my-o4-mini', undefined],
  ])('%s, %s', (provider, name, model) => {
    expect(known(provider, name)).toBe(model);
  });

  it('is decided quickly, whatever an agent calls a model', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^gemini-3\.8-flash[-0-9]{0,180}x$/), (name) => {
        const begun = performance.now();
        expect(meansModel(FLASH, name)).toBe(false);
        expect(performance.now() - begun).toBeLessThan(50);
      }),
    );
  });
});

it('every name of an entry, once', () => {
  expect(
    namesOf({
      id: 'a',
      match: { or: [{ equals: 'a' }, { equals: 'b' }, { and: [{ starts_with: 'c' }, { equals: 'd' }] }] },
    }),
  ).toEqual(['a', 'b', 'd']);
});

it('takes off the date of a snapshot', () => {
  expect(['gpt-6.2-sol-2026-11-17', 'claude-haiku-5-5-20261007', 'qwen3-max'].map(withoutDate)).toEqual([
    'gpt-6.2-sol',
    'claude-haiku-5-5',
    'qwen3-max',
  ]);
});
