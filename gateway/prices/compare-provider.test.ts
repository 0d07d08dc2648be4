import { describe, expect, it } from 'vitest';
import type { PricedProvider } from '../domain/price/price-library.ts';
import { compareProvider, hasFallen } from './compare-provider.ts';

const NOW = Date.parse('2026-11-30T00:00:00Z');

type Model = PricedProvider['models'][number];
const model = (id: string, prices: Model['prices'], names: readonly string[] = [id]): Model => ({
  id,
  match: { or: names.map((equals) => ({ equals })) },
  prices,
});
const rates = (input_mtok: number, output_mtok: number) => ({ input_mtok, output_mtok });
const provider = (...models: readonly Model[]): PricedProvider => ({
  id: 'p',
  name: 'P',
  api_pattern: 'p',
  models: [...models],
});
const compare = (was: PricedProvider, next: PricedProvider, builtIn = was) =>
  compareProvider({ was, next, builtIn, unreadable: [] }, NOW);
const usd = (amount: number): number => amount * 1e9;

describe('newer prices of one provider', () => {
  it('change a model once, whatever it is called', () => {
    const was = provider(model('a', rates(1, 2), ['a', 'a-latest']), model('b', rates(1, 1)));
    const next = provider(model('a', rates(2, 4), ['a', 'a-latest']), model('b', rates(1, 1)));
    const { changes, before, kept, leftAlone } = compare(was, next);
    expect(changes).toEqual([
      {
        provider: 'p',
        model: 'a',
        was: { input: usd(1), output: usd(2) },
        now: { input: usd(2), output: usd(4) },
      },
    ]);
    expect([before, kept, leftAlone]).toEqual([3, 3, []]);
  });

  it('bring models and take them away', () => {
    const { changes, before, kept } = compare(provider(model('old', rates(1, 2))), provider(model('new', rates(3, 4))));
    expect(changes.map(({ model: name, was, now }) => [name, was?.input, now?.input])).toEqual([
      ['old', usd(1), undefined],
      ['new', undefined, usd(3)],
    ]);
    expect([before, kept]).toEqual([1, 0]);
  });

  it('are not believed where a model would be nearly free, now or from an announced date on', () => {
    const was = provider(model('a', rates(1, 2)), model('b', rates(1, 2)), model('c', rates(1, 2)));
    const later = [
      { prices: rates(1, 2) },
      { constraint: { type: 'start_date' as const, start_date: '2027-01-01' }, prices: rates(0.01, 2) },
    ];
    const next = provider(model('a', rates(1, 0.1)), model('b', later), model('c', rates(0.5, 0.5)));
    const { provider: believed, changes, leftAlone } = compare(was, next);
    expect(leftAlone).toEqual([
      { provider: 'p', model: 'a', because: 'nearly-free' },
      { provider: 'p', model: 'b', because: 'nearly-free' },
    ]);
    expect(believed.models.map(({ prices }) => prices)).toEqual([rates(1, 2), rates(1, 2), rates(0.5, 0.5)]);
    expect(changes.map(({ model: name }) => name)).toEqual(['c']);
  });

  it('are compared with the built-in ones too: two falls in a row are one', () => {
    const builtIn = provider(model('a', rates(10, 10)));
    const was = provider(model('a', rates(2, 2)));
    const { leftAlone, provider: believed } = compare(was, provider(model('a', rates(0.5, 0.5))), builtIn);
    expect(leftAlone).toEqual([{ provider: 'p', model: 'a', because: 'nearly-free' }]);
    expect(believed.models.map(({ prices }) => prices)).toEqual([rates(2, 2)]);
  });

  it('leave a model as it was that could not be read', () => {
    const was = provider(model('a', rates(1, 2)), model('b', rates(1, 1)));
    const next = provider(model('b', rates(1, 1)));
    const unreadable = [{ provider: 'p', model: 'a' }];
    const compared = compareProvider({ was, next, builtIn: was, unreadable }, NOW);
    expect(compared.leftAlone).toEqual([{ provider: 'p', model: 'a', because: 'unreadable' }]);
    expect(compared.provider.models.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(compared.changes).toEqual([]);
  });
});

describe('a fall of prices', () => {
  it.each([
    ['to a tenth is believed', rates(1, 2), rates(0.1, 0.2), false],
    ['to less is not', rates(1, 2), rates(0.09, 2), true],
    ['of a rate that is there no more is none', { ...rates(1, 2), cache_read_mtok: 1 }, rates(1, 2), false],
    ['counts at the lowest tier', rates(1, 2), { output_mtok: { base: 2, tiers: [{ start: 9, price: 0.1 }] } }, true],
    ['from nothing is none', rates(0, 0), rates(0, 0), false],
  ])('%s', (_what, was, now, fallen) => {
    expect(hasFallen(was, now)).toBe(fallen);
  });
});
