import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { chatMeter, openMoneyPath, STEADY, usageOf, watchOfASecond, wordsOf } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import {
  settleAtBound,
  settleExact,
  settleRefused,
  settleStream,
  settleUnanswered,
  settleUnused,
} from './settle-up.ts';
import type { StreamEnding } from './settle-up.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
/** The whole bound of the request that stands here: 1,000 tokens in and 4,000 out. */
const WHOLE = 1_000 * IN + 4_000 * OUT;
const SERVED = { outcome: 'served', status: 200 } as const;
const GONE: StreamEnding = {
  endedBy: 'client-gone',
  broken: false,
  status: 200,
  finished: false,
  unreadable: false,
  blocked: false,
};
const FINISHED: StreamEnding = { ...GONE, endedBy: undefined, finished: true };
/** What can be made in the dark: in a second at a thousand tokens a second, until a stop takes effect, and at once. */
const DARK_SECOND = 1_000 + 250 + 64;
/** What was left after a second at its steady pace, half as fast again, and the way of the stop. */
const LEFT_STEADY = 144;

let path: MoneyPath;
beforeEach(async () => {
  path = await openMoneyPath();
});
afterEach(() => path.remove());

const row = async () => {
  const view = await path.settled();
  return view && [view.cost, view.certainty, view.basis, view.outcome];
};

describe('a request that is settled by a figure or by none', () => {
  it("costs what the provider's figures come to", async () => {
    await settleExact(path.hold(), { ...NO_USAGE, input: 10, output: 5 }, SERVED);
    expect(await path.settled()).toMatchObject({
      cost: 10 * IN + 5 * OUT,
      certainty: 'exact',
      basis: 'usage',
      inputTokens: 10,
      outputTokens: 5,
      status: 200,
    });
  });

  it('costs nothing where it was refused or never sent', async () => {
    await settleUnused(path.hold(), { outcome: 'provider-error', status: 502 });
    expect(await row()).toEqual([0, 'exact', 'unused', 'provider-error']);
  });

  it.each([400, 401, 429, 500, 502, 503])('that was refused with %i costs nothing', async (status) => {
    await settleRefused(path.hold(), { outcome: 'provider-error', status });
    expect(await row()).toEqual([0, 'exact', 'unused', 'provider-error']);
  });

  it.each([408, 504, 524])('that was refused with %i may have been made, and costs its bound', async (status) => {
    await settleRefused(path.hold(), { outcome: 'provider-error', status });
    expect(await row()).toEqual([WHOLE, 'estimated', 'bound', 'provider-error']);
  });

  it("goes by the error's own code where it has one, not by the status around it", async () => {
    await settleRefused(path.hold(), { outcome: 'provider-error', status: 200 }, 504);
    expect(await row()).toEqual([WHOLE, 'estimated', 'bound', 'provider-error']);
    await settleRefused(path.hold(), { outcome: 'provider-error', status: 504 }, 'rate_limit_exceeded');
    expect(await row()).toEqual([0, 'exact', 'unused', 'provider-error']);
  });
});

describe('at its bound', () => {
  it('a request that was held whole costs what was held for it', async () => {
    await settleAtBound(path.hold({ reserved: nanodollarsOf(41_000_000), watch: watchOfASecond() }), SERVED);
    expect(await path.settled()).toMatchObject({ cost: 41_000_000, inputTokens: 1_000, outputTokens: 4_000 });
  });

  it('one whose hold rolls costs what can have been made in its time, though less was held', async () => {
    const reserved = nanodollarsOf(5_000_000);
    await settleAtBound(path.hold({ rolls: true, reserved, watch: watchOfASecond() }), SERVED);
    expect(await path.settled()).toMatchObject({
      cost: 1_000 * IN + DARK_SECOND * OUT,
      certainty: 'estimated',
      basis: 'bound',
      outputTokens: DARK_SECOND,
    });
  });

  it('one whose hold rolls costs its whole bound at most', async () => {
    const pace = { most: 100_000, hides: false };
    await settleAtBound(path.hold({ rolls: true, pace, watch: watchOfASecond() }), SERVED);
    expect(await row()).toEqual([WHOLE, 'estimated', 'bound', 'served']);
  });
});

describe('a stream that came to its end', () => {
  it("costs the provider's own figure", async () => {
    await settleStream(path.hold(), chatMeter(wordsOf('Hello'), usageOf(10, 2)), FINISHED);
    expect(await row()).toEqual([10 * IN + 2 * OUT, 'exact', 'usage', 'served']);
  });

  it('without figures costs all of its input and what showed, where everything shows', async () => {
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), FINISHED);
    expect(await row()).toEqual([1_000 * IN + 100 * OUT, 'estimated', 'left', 'served']);
  });

  it('without figures costs what may have been made besides, where thoughts are hidden', async () => {
    const pace = { most: 1_000, hides: true };
    await settleStream(path.hold({ pace, watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), FINISHED);
    expect(await row()).toEqual([1_000 * IN + LEFT_STEADY * OUT, 'estimated', 'left', 'served']);
  });

  it('tells nobody that it is unknown how its provider stops', async () => {
    await settleStream(path.hold({ stops: 'unknown', watch: watchOfASecond(STEADY) }), chatMeter(), FINISHED);
    expect(path.told).toEqual([]);
    expect((await path.settled())?.outputTokens).toBe(100);
  });

  it('with nothing but an error costs nothing', async () => {
    await settleStream(path.hold(), chatMeter({ error: { code: 'overloaded', message: 'no' } }), FINISHED);
    expect(await row()).toEqual([0, 'exact', 'unused', 'provider-error']);
  });

  it('with nothing but an error that says that time was up costs its bound', async () => {
    await settleStream(path.hold(), chatMeter({ error: { code: 504, message: 'no' } }), FINISHED);
    expect(await row()).toEqual([WHOLE, 'estimated', 'bound', 'provider-error']);
  });

  it('with an error behind words costs what showed: they were made', async () => {
    const meter = chatMeter(wordsOf('Hello'), { error: { code: 'overloaded', message: 'no' } });
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), meter, FINISHED);
    expect(await row()).toEqual([1_000 * IN + 100 * OUT, 'estimated', 'left', 'provider-error']);
  });

  it('with an error behind a report of its input costs what was reported', async () => {
    const reports = { ...wordsOf(''), usage: { prompt_tokens: 30, completion_tokens: 0, total_tokens: 30 } };
    const meter = chatMeter(reports, { error: { code: 'overloaded', message: 'no' } });
    await settleStream(path.hold({ watch: watchOfASecond() }), meter, FINISHED);
    expect(await row()).toEqual([30 * IN, 'estimated', 'left', 'provider-error']);
  });

  it('and was blocked at a server of unknown pace, without figures, costs its whole bound', async () => {
    const pace = { most: Infinity, hides: false };
    await settleStream(path.hold({ pace, watch: watchOfASecond(STEADY) }), chatMeter(), { ...FINISHED, blocked: true });
    expect(await row()).toEqual([WHOLE, 'estimated', 'left', 'served']);
  });
});

describe('a stream that was left', () => {
  it("costs the provider's own figure where it came all the same", async () => {
    await settleStream(path.hold(), chatMeter(wordsOf('Hello'), usageOf(10, 2)), GONE);
    expect(await row()).toEqual([10 * IN + 2 * OUT, 'exact', 'usage', 'client-gone']);
  });

  it('at a provider that stops costs what can have been made until it stopped', async () => {
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), GONE);
    expect(await row()).toEqual([1_000 * IN + LEFT_STEADY * OUT, 'estimated', 'left', 'client-gone']);
    expect(path.told).toEqual([]);
  });

  it('at a provider that goes on costs its whole bound, and nobody is told: that is known', async () => {
    await settleStream(path.hold({ stops: 'no', watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), GONE);
    expect([await row(), path.told]).toEqual([[WHOLE, 'estimated', 'left', 'client-gone'], []]);
  });

  it('at one of which nobody knows it costs its whole bound, and the person is told once', async () => {
    const held = path.hold({ stops: 'unknown', watch: watchOfASecond(STEADY) });
    await settleStream(held, chatMeter(wordsOf('Hello')), { ...GONE, endedBy: 'cut' });
    expect([await row(), path.told]).toEqual([[WHOLE, 'estimated', 'left', 'cut'], ['stops-unknown']]);
  });

  it('and goes on without its stream costs its whole bound, though its provider stops', async () => {
    const meter = { ...chatMeter(wordsOf('Hello')), outputBytes: () => Infinity };
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), meter, GONE);
    expect(await row()).toEqual([WHOLE, 'estimated', 'left', 'client-gone']);
  });

  it('and could not be read costs what time allows, however little of it was understood', async () => {
    const ending = { ...GONE, unreadable: true };
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), ending);
    expect(await row()).toEqual([1_000 * IN + DARK_SECOND * OUT, 'estimated', 'left', 'client-gone']);
  });

  it('and was blocked costs no more than another one, where the highest pace is known', async () => {
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(), { ...GONE, blocked: true });
    expect((await path.settled())?.outputTokens).toBe(LEFT_STEADY);
  });

  it('because the connection broke is an error of the provider, and costs what was seen', async () => {
    const ending = { ...GONE, endedBy: undefined, broken: true };
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), ending);
    expect(await row()).toEqual([1_000 * IN + LEFT_STEADY * OUT, 'estimated', 'left', 'provider-error']);
  });

  it('never costs less than the provider has reported by then', async () => {
    const report = { ...wordsOf('Hello'), usage: { prompt_tokens: 70, completion_tokens: 900, total_tokens: 970 } };
    await settleStream(path.hold({ watch: watchOfASecond(STEADY) }), chatMeter(report), GONE);
    expect(await row()).toEqual([70 * IN + 900 * OUT, 'estimated', 'left', 'client-gone']);
  });

  it('costs its input as it is counted afterwards, and never more than its bound of it', async () => {
    for (const [counted, input] of [
      [400, 400],
      [9_000, 1_000],
      [undefined, 1_000],
    ]) {
      const countInput = () => Promise.resolve(counted);
      await settleStream(path.hold({ countInput, watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), GONE);
      expect(await row()).toEqual([(input ?? 0) * IN + LEFT_STEADY * OUT, 'estimated', 'left', 'client-gone']);
    }
  });

  it('costs no more than what was held, where the whole was held', async () => {
    const reserved = nanodollarsOf(3_000_000);
    await settleStream(path.hold({ reserved, watch: watchOfASecond(STEADY) }), chatMeter(wordsOf('Hello')), GONE);
    expect((await path.settled())?.cost).toBe(3_000_000);
  });
});

describe('a request that no answer came to', () => {
  const LEFT = { outcome: 'client-gone', status: null } as const;
  /** Nothing showed: the way of the stop, and what is handed over at once. */
  const NOTHING_SHOWN = 250 + 64;

  it('at a provider that stops costs what can have been made until it was given up', async () => {
    await settleUnanswered(path.hold({ watch: watchOfASecond() }), LEFT, true);
    expect(await row()).toEqual([1_000 * IN + NOTHING_SHOWN * OUT, 'estimated', 'left', 'client-gone']);
    const pace = { most: 1_000, hides: true };
    await settleUnanswered(path.hold({ pace, watch: watchOfASecond() }), LEFT, true);
    expect((await path.settled())?.outputTokens).toBe(DARK_SECOND);
  });

  it('costs its whole bound at most', async () => {
    const pace = { most: 100_000, hides: true };
    await settleUnanswered(path.hold({ pace, watch: watchOfASecond() }), LEFT, true);
    expect(await row()).toEqual([WHOLE, 'estimated', 'left', 'client-gone']);
  });

  it.each([
    ['was no stream', {}, false, []],
    ['its provider goes on', { stops: 'no' }, true, []],
    ['nobody knows whether it stops', { stops: 'unknown' }, true, ['stops-unknown']],
    ['nobody knows its pace', { pace: { most: Infinity, hides: false } }, true, []],
    ['was no stream, and nobody knows whether it stops', { stops: 'unknown' }, false, []],
  ] as const)('costs its bound where it or its provider is another: %s', async (_why, described, streams, told) => {
    await settleUnanswered(path.hold({ ...described, watch: watchOfASecond() }), LEFT, streams);
    expect([await row(), path.told]).toEqual([[WHOLE, 'estimated', 'bound', 'client-gone'], told]);
  });

  it('tells nobody where it was not left but failed', async () => {
    const held = path.hold({ stops: 'unknown', watch: watchOfASecond() });
    await settleUnanswered(held, { outcome: 'provider-error', status: 502 }, true);
    expect([await row(), path.told]).toEqual([[WHOLE, 'estimated', 'bound', 'provider-error'], []]);
  });
});
