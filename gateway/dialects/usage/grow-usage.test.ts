import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { growUsage } from './grow-usage.ts';

const usage = (more: Partial<TokenUsage>): TokenUsage => ({ ...NO_USAGE, input: 10, ...more });

describe('what a stream has used by all of its reports', () => {
  it('is the first of them at first', () => {
    expect(growUsage(undefined, usage({ output: 5 }))).toEqual(usage({ output: 5 }));
  });

  it('never falls, whatever comes later', () => {
    const count = fc.nat(1_000);
    const counts = { input: count, cacheRead: count, cacheWrite: count, cacheWriteHour: count, output: count };
    const parts = fc.dictionary(fc.constantFrom('reasoning', 'webSearches'), count);
    const reported = fc.array(fc.record({ ...counts, parts }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(reported, (reports) => {
        const grown = reports.reduce<TokenUsage | undefined>(growUsage, undefined);
        for (const name of ['input', 'cacheRead', 'cacheWrite', 'cacheWriteHour', 'output'] as const) {
          expect(grown?.[name]).toBe(Math.max(...reports.map((report) => report[name])));
        }
        const searches = reports.map((report) => report.parts['webSearches'] ?? 0);
        expect(grown?.parts?.webSearches ?? 0).toBe(Math.max(0, ...searches));
      }),
    );
  });

  it('keeps what a later report leaves out, and takes the newest name and tier', () => {
    const first = usage({ tier: 'default', model: 'a', reportedCost: nanodollarsOf(7), parts: { reasoning: 3 } });
    expect(growUsage(first, usage({ model: 'b' }))).toEqual({ ...first, model: 'b' });
    const falling = usage({ tier: 'flex', reportedCost: nanodollarsOf(5) });
    expect(growUsage(first, falling)).toEqual({ ...first, tier: 'flex' });
  });

  it('is no longer suspect once a report has an input', () => {
    const zero: TokenUsage = { ...NO_USAGE, output: 5, suspect: 'zero-input' };
    expect(growUsage(zero, usage({}))).toEqual(usage({ output: 5 }));
    expect(growUsage(usage({}), zero)).toEqual(usage({ output: 5 }));
    expect(growUsage(zero, zero)).toEqual(zero);
    const unclear = usage({ suspect: 'share-above-whole' });
    expect(growUsage(unclear, usage({}))).toEqual(unclear);
  });
});
