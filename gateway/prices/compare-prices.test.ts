import { describe, expect, it } from 'vitest';
import { libraryOf } from '../domain/price/price-library.ts';
import type { PriceLibrary } from '../domain/price/price-library.ts';
import { comparePrices } from './compare-prices.ts';
import type { UsedModel } from './compare-prices.ts';

const USED: readonly UsedModel[] = [{ provider: 'mine', source: { id: 'p', secondId: 's' }, model: 'm' }];
const library = (input_mtok: number, output_mtok: number): PriceLibrary =>
  libraryOf([
    {
      id: 'p',
      name: 'P',
      api_pattern: 'p',
      models: [{ id: 'm', match: { equals: 'm' }, prices: { input_mtok, output_mtok } }],
    },
  ]);
const second = (input_mtok: number, output_mtok: number) => ({
  s: { m: { rates: { input_mtok, output_mtok }, contextWindow: undefined } },
});

describe('news about the price of a model in use', () => {
  it('is that it changed, at any rate', () => {
    expect(comparePrices(USED, library(1, 2), { first: library(1, 3), second: undefined }, 0)).toEqual([
      { provider: 'mine', model: 'm', kind: 'changed', one: { input: 1, output: 2 }, other: { input: 1, output: 3 } },
    ]);
  });

  it('is that both publications differ by more than a tenth', () => {
    const compare = (input: number, output: number) =>
      comparePrices(USED, library(1, 2), { first: library(1, 2), second: second(input, output) }, 0);
    expect(compare(1.05, 2.1)).toEqual([]);
    expect(compare(1, 2.5)).toEqual([
      {
        provider: 'mine',
        model: 'm',
        kind: 'disagree',
        one: { input: 1, output: 2 },
        other: { input: 1, output: 2.5 },
      },
    ]);
  });

  it('is nothing where nobody else knows the model', () => {
    expect(comparePrices(USED, library(1, 2), { first: undefined, second: undefined }, 0)).toEqual([]);
    expect(comparePrices(USED, library(1, 2), { first: library(1, 2), second: { s: {} } }, 0)).toEqual([]);
  });
});
