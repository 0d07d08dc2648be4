import { describe, expect, it } from 'vitest';
import type { Ask } from '../dialect.ts';
import { formsByCalls } from './call-forms.ts';
import type { CallLimits } from './call-forms.ts';

const PLAIN: Ask = {
  model: 'm',
  stream: false,
  inputBound: 1_000,
  cacheWrites: 'none',
  outputLimit: 100,
  choices: 1,
  smallestOutputLimit: 1,
  hiddenOutput: false,
  hideUsage: false,
};
const LIMITS: CallLimits = {
  most: 4,
  fewer: [2, 1],
  limitField: 'max_completion_tokens',
  fieldsFor: (calls) => ({ most_calls: calls }),
};

/** Tokens that all rounds read, counted one after the other. */
function readInRounds(brought: readonly number[], written: number): number {
  let context = 1_000 + 5_000;
  let sum = context;
  for (const content of brought) {
    context += content + written;
    sum += context;
  }
  return sum;
}

describe('a request in the forms of its calls', () => {
  it('reads in all of its rounds what each brought and wrote', () => {
    const form = formsByCalls(PLAIN, [{ extras: { webSearches: 1 }, content: 300 }], LIMITS);
    expect((form.inputBound ?? 0) * (form.rounds ?? 1)).toBeGreaterThanOrEqual(readInRounds([300, 300, 300, 300], 100));
    expect((form.inputBound ?? 0) * (form.rounds ?? 1)).toBeLessThan(readInRounds([300, 300, 300, 300], 100) + 5);
    expect(form).toMatchObject({ rounds: 5, choices: 5, outputLimit: 500, extras: { webSearches: 4 } });
  });

  it('takes the dearest tools first, each as often as it may', () => {
    const tools = [
      { extras: { webSearches: 1 }, content: 10 },
      { extras: { webSearches: 3 }, content: 500, most: 1 },
    ];
    const form = formsByCalls(PLAIN, tools, LIMITS);
    expect(form.extras).toEqual({ webSearches: 3 + 1 + 1 + 1 });
    expect((form.inputBound ?? 0) * 5).toBeGreaterThanOrEqual(readInRounds([500, 10, 10, 10], 100));
  });

  it('makes no more calls than its tools may together', () =>
    expect(formsByCalls(PLAIN, [{ extras: {}, content: 1, most: 2 }], LIMITS).rounds).toBe(3));

  it('is as it was without tools, or with none that may be called', () => {
    expect(formsByCalls(PLAIN, [], LIMITS)).toBe(PLAIN);
    expect(formsByCalls(PLAIN, [{ extras: {}, content: 1, most: 0 }], LIMITS)).toBe(PLAIN);
  });

  it('is bounded by the window alone where a tool brings any amount', () =>
    expect(formsByCalls(PLAIN, [{ extras: {}, content: undefined }], LIMITS).inputBound).toBeUndefined());

  it('has cheaper forms, each with the fields that limit it', () => {
    const form = formsByCalls(PLAIN, [{ extras: {}, content: 1 }], LIMITS);
    expect(form.fields).toBeUndefined();
    expect(form.cheaper).toMatchObject({ rounds: 3, fields: { most_calls: 2 } });
    expect(form.cheaper?.cheaper).toMatchObject({ rounds: 2, fields: { most_calls: 1 } });
    expect(form.cheaper?.cheaper?.cheaper).toBeUndefined();
  });

  it('takes a better count of its input in every form', () => {
    const form = formsByCalls(PLAIN, [{ extras: {}, content: 1 }], LIMITS);
    const counted = form.withInput?.(10);
    expect((form.inputBound ?? 0) - (counted?.inputBound ?? 0)).toBe(990);
    expect((form.cheaper?.inputBound ?? 0) - (counted?.cheaper?.inputBound ?? 0)).toBe(990);
  });
});
