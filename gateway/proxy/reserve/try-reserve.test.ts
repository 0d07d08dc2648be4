import { afterEach, describe, expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { ownersOf } from '../../accounts/spend/spend-book.ts';
import type { Ask } from '../../dialects/dialect.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { capsOf, openMoneyPath, OPENAI } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { reserveRequest, tryDepsOf } from '../../testing/reserve-requests.ts';
import type { Held } from './outcome.ts';
import type { ReserveRequest } from './reserve-request.ts';
import { tryReserve } from './try-reserve.ts';
import type { Attempt } from './try-reserve.ts';

// gpt-4o, in nano-dollars a token.
const [IN, OUT] = [2_500, 10_000];
/** What the request that stands here costs at most: 1,000 tokens in and 1,000 out. */
const WHOLE = 1_000 * IN + 1_000 * OUT;
/** The least that is of use: an answer of 256 tokens. */
const LEAST = 1_000 * IN + 256 * OUT;

let path: MoneyPath;
afterEach(() => path.remove());

const open = async (caps: string, policy: Policy = {}): Promise<void> => {
  path = await openMoneyPath({ caps: capsOf(caps), ...policy });
};
const attempt = (ask: Partial<Ask> = {}, how: Attempt = {}, more: Partial<ReserveRequest> = {}) =>
  tryReserve(tryDepsOf(path), reserveRequest(path, ask, more), how);
const left = () => path.spend.left(ownersOf(path.key, OPENAI.name));

function held(outcome: ReturnType<typeof attempt>): Held {
  if (typeof outcome === 'string' || !outcome.ok) throw new Error(`not held: ${JSON.stringify(outcome)}`);
  return outcome;
}

const endUnused = ({ heldRequest }: Held): Promise<void> =>
  heldRequest.reservation.settle({
    usage: NO_USAGE,
    cost: nanodollarsOf(0),
    certainty: 'exact',
    basis: 'unused',
    outcome: 'served',
    status: 200,
  });

describe('a request that nobody can bound or price', () => {
  it('is refused for a model without a price, with the command that sets one, and nothing is held', async () => {
    await open('1/day');
    expect(attempt({ model: 'gpt-nobody' })).toMatchObject({
      ok: false,
      refusal: {
        kind: 'not-allowed',
        code: 'price',
        message: expect.stringContaining('purser price allow "gpt-nobody" --provider openai') as string,
      },
    });
    expect(left()).toBe(1e9);
  });

  it('is refused for a pass of another model without a price, which it names', async () => {
    await open('1/day');
    const pass = { kind: 'advisor', model: 'gpt-nobody', input: 9, output: 9, cacheWrites: 'none' } as const;
    expect(attempt({ others: [pass] })).toMatchObject({
      refusal: { code: 'price', message: expect.stringContaining('price of "gpt-nobody"') as string },
    });
  });

  it('is refused where neither its body nor the window of its model bounds its input', async () => {
    await open('1/day');
    const price = { provider: null, cacheRead: null, cacheWrite: null, output: nanodollarsOf(1) };
    await path.providers.setPrice({ ...price, model: 'house', input: nanodollarsOf(1) });
    expect(attempt({ model: 'house', inputBound: undefined })).toMatchObject({
      refusal: {
        code: 'bound',
        message: expect.stringContaining('context window of "house" is not known') as string,
      },
    });
    expect(held(attempt({ inputBound: undefined })).heldRequest.bound.input).toBe(128_000);
  });

  it('is refused for a tier without a price', async () => {
    await open('1/day');
    expect(attempt({ tier: 'velvet' })).toMatchObject({ refusal: { kind: 'not-allowed', code: 'price' } });
  });
});

describe('rates', () => {
  it('refuse what comes too fast, and say when to come back', async () => {
    await open('1/day', { requestsPerMinute: 1 });
    held(attempt());
    expect(attempt()).toMatchObject({
      ok: false,
      refusal: { kind: 'rate-limited', code: 'requests-per-minute', retryAfterS: 60 },
    });
  });

  it('let a request wait for a place among the parallel ones, until its last chance', async () => {
    await open('1/day', { parallelRequests: 1 });
    const first = held(attempt());
    expect(attempt()).toBe('wait');
    expect(attempt({}, { lastChance: true })).toMatchObject({ refusal: { code: 'parallel-requests' } });
    await endUnused(first);
    held(attempt());
  });

  it('count about a token for four bytes of input until it is known', async () => {
    await open('1/day', { tokensPerMinute: 500 });
    held(attempt());
    held(attempt());
    expect(attempt()).toMatchObject({ refusal: { code: 'tokens-per-minute' } });
  });
});

describe('limits of one request', () => {
  it('that allow an answer of use lower its output, and hold so much', async () => {
    await open('1/day', { maxCost: nanodollarsOf(10_000_000) });
    const { outputLimit, heldRequest } = held(attempt());
    expect([outputLimit, heldRequest.reservation.record.reserved]).toEqual([750, 1_000 * IN + 750 * OUT]);
    expect(heldRequest.reservation.record).toMatchObject({ loweredOutput: true, outputLimit: 750 });
  });

  it('that do not even allow that refuse it, however much money there is', async () => {
    await open('1/day', { maxCost: nanodollarsOf(LEAST - 1) });
    expect(attempt()).toMatchObject({
      refusal: {
        code: 'max-cost',
        message: 'This sub-key of Claude Code may spend $0.005059999 on one request; this one could cost $0.00506.',
      },
    });
    expect(left()).toBe(1e9);
  });

  it('of its output are set in it, and are no lowering by a cap', async () => {
    await open('1/day', { maxOutput: 100 });
    const { outputLimit, heldRequest } = held(attempt());
    expect([outputLimit, heldRequest.bound.output]).toEqual([100, 100]);
    expect(heldRequest.reservation.record.loweredOutput).toBe(false);
  });

  it('of its output refuse one that nothing can lower', async () => {
    await open('1/day', { maxOutput: 999 });
    expect(attempt({ fixedOutput: true })).toMatchObject({
      refusal: {
        code: 'max-output',
        message: expect.stringContaining('up to 1000 tokens of output') as string,
      },
    });
  });

  it('on the number of requests refuse without naming money, and nobody is asked for more', async () => {
    await open('1/day', { calls: [{ window: 'day', rolling: false, count: 1 }] });
    held(attempt());
    const refused = attempt();
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'calls' } });
    expect(refused).not.toHaveProperty('cap');
  });
});

describe('money', () => {
  it('is held for the whole of a request that fits, as it was asked for', async () => {
    await open('1/day');
    const { outputLimit, heldRequest } = held(attempt());
    expect([outputLimit, heldRequest.reservation.record.reserved]).toEqual([undefined, WHOLE]);
    expect(heldRequest.bound).toMatchObject({ input: 1_000, output: 1_000 });
    expect(left()).toBe(1e9 - WHOLE);
  });

  it('asks for a count of the input where that takes a good part of what is left, once', async () => {
    await open('0.0249/day');
    expect(attempt({}, { mayCount: true })).toBe('count');
    expect(left()).toBe(24_900_000);
    held(attempt());
  });

  it('asks for no count where the input costs little', async () => {
    await open('0.0251/day');
    held(attempt({}, { mayCount: true }));
  });

  it('is waited for where running requests hold it, until the last chance', async () => {
    await open('0.02/day');
    const first = held(attempt());
    expect([attempt(), left()]).toEqual(['wait', 20_000_000 - WHOLE]);
    expect(attempt({}, { lastChance: true })).toMatchObject({ ok: false, refusal: { code: 'cap' } });
    await endUnused(first);
    held(attempt());
  });

  it('is waited for where the request needs all that the cap has', async () => {
    await open('0.0125/day');
    held(attempt());
    expect([attempt(), left()]).toEqual(['wait', 0]);
  });

  it('that is too little for all lowers the output to what the whole cap can pay', async () => {
    await open('0.008/day');
    const { outputLimit, heldRequest } = held(attempt());
    expect([outputLimit, heldRequest.reservation.record.reserved, left()]).toEqual([550, 8_000_000, 0]);
    expect(heldRequest.reservation.record.loweredOutput).toBe(true);
  });

  it('that does not pay the least of use refuses, names the cap, and says what is needed', async () => {
    await open('0.005/day');
    const refused = attempt();
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'cap',
        message:
          'Claude Code has used $0.00 of its $0.005 for today; this request could cost $0.0051. Resets at 00:00.',
        retryAfterS: 43_200,
      },
      cap: { needed: WHOLE, provider: 'openai', account: { allowed: 5_000_000 } },
    });
    // A person is asked for all of it, and told so.
    expect(refused).toMatchObject({ cap: { reason: expect.stringContaining('could cost $0.01. ') as string } });
    expect(left()).toBe(5_000_000);
  });

  it('that does not pay all of one that nothing can lower refuses it', async () => {
    await open('0.012/day');
    expect(attempt({ fixedOutput: true })).toMatchObject({ refusal: { code: 'cap' }, cap: { needed: WHOLE } });
  });

  it('that a person has allowed beyond a cap is held whole', async () => {
    await open('0.005/day');
    const { outputLimit, heldRequest } = held(attempt({ stream: true }, { overCap: true }));
    expect([outputLimit, heldRequest.rolls]).toEqual([undefined, false]);
    expect(heldRequest.reservation.record.reserved).toBe(WHOLE);
  });

  it('that a person has allowed for an answer without end is that of a long one', async () => {
    await open('0.005/day');
    const price = { provider: null, cacheRead: null, cacheWrite: null, output: nanodollarsOf(1_000_000_000) };
    await path.providers.setPrice({ ...price, model: 'house', input: nanodollarsOf(0) });
    const { outputLimit, heldRequest } = held(attempt({ model: 'house', outputLimit: undefined }, { overCap: true }));
    expect([outputLimit, heldRequest.reservation.record.reserved]).toEqual([32_000, 32_000 * 1_000]);
    // A model may be able to write more: 128,000 tokens.
    expect(held(attempt({ model: 'gpt-5', outputLimit: undefined }, { overCap: true })).outputLimit).toBe(32_000);
  });

  it('takes the cheaper form of a request first where it is a good part of what there is', async () => {
    await open('0.02/day');
    const { ask } = reserveRequest(path);
    expect(attempt({ cheaper: ask })).toBe('wait');
    expect(left()).toBe(20_000_000);
    held(attempt());
  });
});

describe('a stream', () => {
  /** What can be made in a second and three quarters, until a stop takes effect, and at once. */
  const FIRST_SLICE = 1_000 * IN + (1_750 + 250 + 64) * OUT;
  const LONG = { stream: true, outputLimit: 10_000 } as const;

  it('that can be stopped holds its first slice alone', async () => {
    await open('1/day');
    const { heldRequest } = held(attempt(LONG));
    expect([heldRequest.rolls, heldRequest.reservation.record.reserved]).toEqual([true, FIRST_SLICE]);
    expect(heldRequest.bound.output).toBe(10_000);
  });

  it.each([
    ['asks for no stream', { stream: false }, {}],
    ['outlives its stream', { outlivesStream: true }, {}],
    ['cannot be made shorter', { fixedOutput: true }, {}],
    ['goes to a server that nobody knows', {}, { provider: { ...OPENAI, baseUrl: 'https://relay.example/v1' } }],
  ])('is held whole where it %s', async (_what, ask, more) => {
    await open('1/day');
    const { heldRequest } = held(attempt({ ...LONG, ...ask }, {}, more));
    expect([heldRequest.rolls, heldRequest.reservation.record.reserved]).toEqual([false, 1_000 * IN + 10_000 * OUT]);
  });

  it('is held whole under a cap that wants it so', async () => {
    await open('1/day/full');
    expect(held(attempt(LONG)).heldRequest.rolls).toBe(false);
  });
});

describe('a cap on each conversation that is set while a request waits', () => {
  it('lets nothing through before what the conversation has spent is known', async () => {
    await open('1/day');
    path.spend.setParts(scopeOf('key', path.key.id), { conversationCaps: capsOf('0.5/day') });
    expect(attempt()).toMatchObject({ ok: false, refusal: { kind: 'purser-fault', code: 'ledger' } });
    await path.spend.partsRead();
    await endUnused(held(attempt()));
  });
});
