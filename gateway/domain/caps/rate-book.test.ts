import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../shared/policy.ts';
import { createRateBook } from './rate-book.ts';
import type { RatedLevel } from './rate-book.ts';

const NOW = 1_000_000_000;
const level = (policy: Policy): RatedLevel => ({ kind: 'key', owner: 'key', whose: 'Aider', policy });

describe('rates', () => {
  it('let so many requests a minute begin, and tell when the next may', () => {
    const book = createRateBook();
    const levels = [level({ requestsPerMinute: 2 })];
    for (const at of [NOW, NOW + 10_000]) {
      expect(book.check(levels, 10, at)).toBeUndefined();
      book.begin(['key'], 10, at);
    }
    expect(book.check(levels, 10, NOW + 20_000)).toMatchObject({
      rule: 'requests-per-minute',
      retryAfterS: 40,
      message: 'This sub-key of Aider may send 2 requests a minute.',
    });
    const one = book.check([level({ requestsPerMinute: 1 })], 10, NOW + 20_000);
    expect(one?.message).toBe('This sub-key of Aider may send 1 request a minute.');
    expect(book.check(levels, 10, NOW + 59_999)).toBeDefined();
    expect(book.check(levels, 10, NOW + 60_000)).toBeUndefined();
  });

  it('count tokens as held until the true number is known', () => {
    const book = createRateBook();
    const levels = [level({ tokensPerMinute: 1_000 })];
    const request = book.begin(['key'], 900, NOW);
    expect(book.check(levels, 200, NOW + 1)).toMatchObject({ rule: 'tokens-per-minute', retryAfterS: 60 });
    book.end(request, 100);
    expect(book.check(levels, 200, NOW + 1)).toBeUndefined();
    // One that is larger than the rate itself passes when nothing else was used: it could never pass otherwise.
    expect(book.check(levels, 5_000, NOW + 61_000)).toBeUndefined();
  });

  it('count parallel requests until they end', () => {
    const book = createRateBook();
    const levels = [level({ parallelRequests: 1 })];
    const request = book.begin(['key', 'agent'], 1, NOW);
    expect(book.check(levels, 1, NOW + 120_000)?.message).toBe(
      'This sub-key of Aider may run 1 request at once, and no more fit now.',
    );
    book.end(request, 1);
    expect(book.check(levels, 1, NOW + 120_000)).toBeUndefined();
  });

  it('forget within a minute what a clock that went back has left in the future', () => {
    const book = createRateBook();
    book.begin(['key'], 1, NOW + 3_600_000);
    expect(book.check([level({ requestsPerMinute: 1 })], 1, NOW)).toBeUndefined();
  });
});
