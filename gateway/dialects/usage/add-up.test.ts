import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, overlapOf } from './add-up.ts';
import type { ReportedTokens } from './add-up.ts';
import type { JsonObject } from '../dialect.ts';
import { readOpenAiUsage } from '../openai-chat/read-usage.ts';
import { readResponsesUsage } from '../openai-responses/read-usage.ts';

const NOTHING = { cacheRead: 0, cacheWrite: 0, media: 0, shares: [] };
const reported = (
  input: number,
  output: number,
  total?: number,
  more: Partial<ReportedTokens> = {},
): ReportedTokens => ({
  input,
  output,
  total,
  ...NOTHING,
  ...more,
});
const fine = '';
const unclear = 'share-above-whole';

type Row = readonly [what: string, reported: ReportedTokens, input: number, output: number, suspect: string];
const ROWS: readonly Row[] = [
  ['all within', reported(500, 70, 570, { cacheRead: 400, shares: [60] }), 500, 70, fine],
  ['more cached than read', reported(86, 10, 96, { cacheRead: 400 }), 486, 10, fine],
  ['more cached than read, and the total has it', reported(86, 10, 496, { cacheRead: 400 }), 486, 10, fine],
  ['less cached than read, and the total has it beside', reported(500, 10, 910, { cacheRead: 400 }), 900, 10, fine],
  ['both kinds of cache beside', reported(3, 10, 13, { cacheRead: 400, cacheWrite: 900 }), 1_303, 10, fine],
  ['one kind of cache beside, and who knows', reported(10, 1, 11, { cacheRead: 8, cacheWrite: 900 }), 918, 1, unclear],
  ['the same, and the total has both', reported(10, 1, 919, { cacheRead: 8, cacheWrite: 900 }), 918, 1, fine],
  ['more thought than written', reported(12, 10, 22, { shares: [60] }), 12, 70, fine],
  ['more thought than written, and the total has it', reported(12, 2, 334, { shares: [320] }), 12, 322, fine],
  ['less thought than written, and the total has it', reported(12, 100, 142, { shares: [30] }), 12, 130, fine],
  ['kinds of output that overlap', reported(12, 10, 22, { shares: [8, 0, 8] }), 12, 26, unclear],
  ['output that only the total has', reported(12, 10, 60), 12, 48, fine],
  ['more sound than was read', reported(12, 10, 22, { media: 50 }), 62, 10, unclear],
  ['nothing read', reported(0, 10, 10), 0, 10, 'zero-input'],
  ['nothing at all', reported(0, 0), 0, 0, 'zero-input'],
  ['nothing read but the cache', reported(0, 10, 10, { cacheRead: 64 }), 64, 10, fine],
  ['a total below its parts', reported(12, 10, 5), 12, 10, fine],
];

describe('parts and totals of a usage', () => {
  it.each(ROWS)('%s', (_what, one, input, output, suspect) => {
    expect(addUp(one)).toEqual({ input, output, ...(suspect !== fine && { suspect }) });
  });

  it('hold every part, and nothing changes where they did', () => {
    const count = fc.nat(3_000);
    const one = fc.record({
      input: count,
      output: count,
      total: fc.option(count, { nil: undefined }),
      cacheRead: count,
      cacheWrite: count,
      media: count,
      shares: fc.tuple(count, count),
    });
    fc.assert(
      fc.property(one, (usage) => {
        const { input, output, suspect } = addUp(usage);
        const [cached, made] = [usage.cacheRead + usage.cacheWrite, usage.shares[0] + usage.shares[1]];
        expect(input).toBeGreaterThanOrEqual(Math.max(usage.input, cached, usage.media));
        expect(output).toBeGreaterThanOrEqual(Math.max(usage.output, made));
        expect(input + output).toBeGreaterThanOrEqual(usage.total ?? 0);
        const fits = usage.input > 0 && cached <= usage.input && usage.media <= usage.input && made <= usage.output;
        if (fits && (usage.total ?? 0) <= usage.input + usage.output) {
          expect([input, output, suspect]).toEqual([usage.input, usage.output, undefined]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('overlap only where they do not fit beside each other', () => {
    expect([overlapOf(100, 40, 50), overlapOf(100, 90, 50), overlapOf(100, 20, 100)]).toEqual([0, 40, 20]);
  });
});

describe('the same usage', () => {
  const response = (usage: JsonObject) => readResponsesUsage({ status: 'completed', usage }, { model: 'gpt-5' });
  const asChat = { prompt_tokens: 86, completion_tokens: 10, total_tokens: 96 };
  const asResponse = { input_tokens: 86, output_tokens: 10, total_tokens: 96 };

  it('with more cached than read, as chat and as a response', () => {
    const expected = { input: 486, cacheRead: 400, output: 10 };
    const details = { cached_tokens: 400 };
    expect(readOpenAiUsage({ ...asChat, prompt_tokens_details: details })).toMatchObject(expected);
    expect(response({ ...asResponse, input_tokens_details: details })).toMatchObject(expected);
  });

  it('with more thought than written, as chat and as a response', () => {
    const expected = { input: 86, output: 70, parts: { reasoning: 60 } };
    const details = { reasoning_tokens: 60 };
    expect(readOpenAiUsage({ ...asChat, completion_tokens_details: details })).toMatchObject(expected);
    expect(response({ ...asResponse, output_tokens_details: details })).toMatchObject(expected);
  });

  it('with a write for twelve hours that is not among the writes, as a response', () => {
    const details = { cached_tokens: 0, cache_write_tokens: 0, cache_write_tokens_details: { ttl_12h_tokens: 300 } };
    const usage = { input_tokens: 400, output_tokens: 10, input_tokens_details: details };
    expect(response(usage)).toMatchObject({ input: 400, cacheWrite: 300, cacheWriteHour: 300 });
  });
});
