import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { checkPolicy } from './policy.ts';
import type { PolicyLevel, RequestFacts } from './policy.ts';

const at = (text: string): number => Date.parse(text);
const facts: RequestFacts = {
  provider: 'openai',
  endpoint: 'chat/completions',
  model: 'gpt-5-mini',
  now: at('2026-11-21T12:00:00Z'),
  timeZone: 'Europe/Berlin',
};
const level = (policy: Policy, kind: PolicyLevel['kind'] = 'key', whose = 'Aider'): PolicyLevel => ({
  kind,
  whose,
  policy,
});
const ruleOf = (policy: Policy, more: Partial<RequestFacts> = {}): string | undefined =>
  checkPolicy([level(policy)], { ...facts, ...more })?.rule;

describe('a policy', () => {
  it.each<[Policy, string | undefined]>([
    [{}, undefined],
    [{ providers: ['openai'] }, undefined],
    [{ providers: ['anthropic'] }, 'providers'],
    [{ providers: [] }, 'providers'],
    [{ endpoints: ['chat/completions'] }, undefined],
    [{ endpoints: ['models'] }, 'endpoints'],
    [{ models: { allow: ['gpt-5*'] } }, undefined],
    [{ models: { allow: ['gpt-5'] } }, 'models'],
    [{ models: { allow: ['GPT-?-MINI'] } }, undefined],
    [{ models: { allow: ['claude-*'] } }, 'models'],
    [{ models: { allow: [] } }, 'models'],
    [{ models: { deny: ['*-mini'] } }, 'models'],
    [{ models: { allow: ['*'], deny: ['gpt-5-mini'] } }, 'models'],
    [{ models: { deny: ['gpt-5'] } }, undefined],
    [{ models: { allow: ['gpt.5.mini'] } }, 'models'],
    [{ expiresAt: facts.now + 1 }, undefined],
    [{ expiresAt: facts.now }, 'expired'],
  ])('%j: %s', (policy, rule) => expect(ruleOf(policy)).toBe(rule));

  it('says who, what and what would be allowed', () => {
    expect(checkPolicy([level({ models: { allow: ['claude-*', 'gpt-4o'] } }, 'agent')], facts)?.message).toBe(
      'Aider may not use the model "gpt-5-mini". Allowed: claude-*, gpt-4o.',
    );
    expect(checkPolicy([level({ expiresAt: at('2026-11-20T23:30:00Z') }, 'agent')], facts)?.message).toBe(
      'The allowance of Aider expired on 21 November 2026. Issue a new sub-key, or move the date.',
    );
    const expired = level({ expiresAt: at('2026-11-20T23:30:00Z') }, 'key');
    expect(checkPolicy([expired], facts)?.message).toMatch(/^The allowance of this sub-key of Aider expired on /);
  });

  it('does not judge a call without a model by its models', () => {
    expect(ruleOf({ models: { allow: [] } }, { model: undefined, endpoint: 'models' })).toBeUndefined();
  });

  it('only narrows: the first level that refuses decides, widest first', () => {
    const levels = [
      level({ providers: ['anthropic'] }, 'everything', 'Everything together'),
      level({ models: { deny: ['*'] } }),
    ];
    expect(checkPolicy(levels, facts)).toMatchObject({
      rule: 'providers',
      message: expect.stringContaining('Everything together'),
    });
    expect(checkPolicy([level({}, 'agent'), level({ models: { allow: ['*'] } })], facts)).toBeUndefined();
  });
});

describe('working hours that are over', () => {
  it.each([
    // Saturday noon in Berlin; Monday at nine is 45 hours away.
    [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' }, '2026-11-21T11:00:00Z', 45 * 3_600],
    [{ days: ['sat'], from: '13:07', to: '18:00' }, '2026-11-21T11:00:30Z', 67 * 60 - 30],
    // A stretch over midnight that is over until the evening.
    [{ days: ['fri', 'sat'], from: '22:00', to: '02:00' }, '2026-11-21T11:00:00Z', 10 * 3_600],
    // The night in which clocks go forward.
    [{ days: ['sun'], from: '03:00', to: '04:00' }, '2026-03-29T00:00:00Z', 3_600],
  ])('%j at %s begin again in %d s', (workingHours, now, opensInS) => {
    expect(checkPolicy([level(policySchema.parse({ workingHours }))], { ...facts, now: at(now) })).toMatchObject({
      rule: 'working-hours',
      opensInS,
    });
  });

  it('begin again when they do, however often and whenever that is asked', () => {
    const levels = [level(policySchema.parse({ workingHours: { days: ['mon', 'wed'], from: '09:00', to: '10:00' } }))];
    const ask = (moment: string, timeZone = facts.timeZone): number | undefined =>
      checkPolicy(levels, { ...facts, now: at(moment), timeZone })?.opensInS;
    const seconds = (from: string, to: string): number => (at(to) - at(from)) / 1_000;
    const [saturday, monday, wednesday] = ['2026-11-21T11:00:00Z', '2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z'];
    expect(ask(saturday)).toBe(seconds(saturday, monday));
    expect(ask('2026-11-22T11:00:30Z')).toBe(seconds('2026-11-22T11:00:30Z', monday));
    expect(ask('2026-11-22T11:00:30Z', 'UTC')).toBe(seconds('2026-11-22T11:00:30Z', monday) + 3_600);
    expect(ask('2026-11-23T08:30:00Z')).toBeUndefined();
    expect(ask('2026-11-23T11:00:00Z')).toBe(seconds('2026-11-23T11:00:00Z', wednesday));
    expect(ask(saturday)).toBe(seconds(saturday, monday));
  });
});

describe('environments', () => {
  const check = (provider: Policy, ...rest: readonly PolicyLevel[]): string | undefined =>
    checkPolicy([level(provider, 'provider', 'openai'), ...rest], facts)?.rule;
  it('keep apart what is for prod and what is not', () => {
    expect(check({})).toBeUndefined();
    expect(check({}, level({ environment: 'dev' }))).toBeUndefined();
    expect(check({ environment: 'prod' })).toBe('environment');
    expect(check({ environment: 'prod' }, level({ environment: 'dev' }))).toBe('environment');
    expect(check({ environment: 'prod' }, level({ environment: 'prod' }))).toBeUndefined();
    expect(check({ environment: 'prod' }, level({ environment: 'prod' }, 'agent'), level({ environment: 'dev' }))).toBe(
      'environment',
    );
  });
});

it('working days are told as the dashboard tells them: three that follow each other as a row', () => {
  const told = (days: readonly string[]): string | undefined =>
    checkPolicy([level(policySchema.parse({ workingHours: { days, from: '09:00', to: '09:00' } }))], {
      ...facts,
      now: at('2026-11-22T12:00'),
    })?.message;
  expect(told(['mon', 'tue', 'wed'])).toMatch(/ may spend only Mon to Wed from 09:00 to 09:00\.$/);
  expect(told(['mon', 'wed'])).toMatch(/ may spend only on Mon, Wed from 09:00 to 09:00\.$/);
});

describe('working hours', () => {
  const office: Policy = { workingHours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00' } };
  const night: Policy = { workingHours: { days: ['fri'], from: '22:00', to: '06:00' } };
  it.each([
    // Berlin is an hour ahead of UTC in November.
    [office, '2026-11-20T08:00:00Z', true],
    [office, '2026-11-20T07:59:00Z', false],
    [office, '2026-11-20T16:59:59Z', true],
    [office, '2026-11-20T17:00:00Z', false],
    [office, '2026-11-21T12:00:00Z', false],
    [night, '2026-11-20T21:00:00Z', true],
    [night, '2026-11-21T04:59:00Z', true],
    [night, '2026-11-21T05:00:00Z', false],
    [night, '2026-11-21T21:00:00Z', false],
  ] as const)('%j at %s: %s', (policy, now, works) =>
    expect(ruleOf(policy, { now: at(now) })).toBe(works ? undefined : 'working-hours'),
  );
});

describe('a policy as data', () => {
  it('refuses what it does not know, at every depth', () => {
    for (const wrong of [
      { cap: [] },
      { models: { only: ['x'] } },
      { workingHours: { days: ['mon'], from: '9:00', to: '18:00' } },
      { requestsPerMinute: 0 },
      { environment: 'production' },
      { caps: [{ window: 'year', amount: 1 }] },
    ]) {
      expect([wrong, policySchema.safeParse(wrong).success]).toEqual([wrong, false]);
    }
  });
});
