import { describe, expect, it } from 'vitest';
import { AGENT_PLANS } from '../agent-plans.ts';
import { localDays } from './local-days.ts';
import { PAST_DAYS, pastWork } from './past-work.ts';

const timeZone = 'Europe/Berlin';
/** Thursday evening. */
const NOW = Date.parse('2026-11-26T20:40:00+01:00');
const HOUR_MS = 3_600_000;

const workOf = (seed: string, now = NOW) =>
  AGENT_PLANS.map((plan) => ({ plan, work: pastWork({ plan, seed, now, timeZone }) }));

describe('the past of the agents', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(workOf('a')).toEqual(workOf('a'));
    expect(workOf('a')).not.toEqual(workOf('b'));
  });

  it('is the same work on the same days when one looks an hour later', () => {
    const until = NOW - 30 * HOUR_MS;
    const before = (now: number) =>
      workOf('a', now).map(({ work }) =>
        work.requests.filter(({ startedAt }) => startedAt < until).map(({ id }) => id),
      );
    expect(before(NOW + HOUR_MS)).toEqual(before(NOW));
  });

  it('has no request twice, and none in the future', () => {
    const all = workOf('a').flatMap(({ work }) => work.requests);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ settledAt }) => settledAt > NOW)).toEqual([]);
    expect(all.filter(({ startedAt, settledAt }) => settledAt <= startedAt)).toEqual([]);
  });

  it('spends no more on a day than the cap, and is refused on some', () => {
    const days = localDays(PAST_DAYS, NOW, timeZone);
    for (const { plan, work } of workOf('a')) {
      const cap = plan.caps.find(({ window }) => window === 'day')?.amount ?? 0;
      for (const { start } of days) {
        const spent = work.requests
          .filter(({ startedAt }) => startedAt >= start && startedAt < start + 24 * HOUR_MS)
          .reduce((sum, { cost }) => sum + cost, 0);
        expect(spent).toBeLessThanOrEqual(cap);
      }
    }
    expect(workOf('a').flatMap(({ work }) => work.refusedAt).length).toBeGreaterThan(5);
  });

  it('changes its models, works in the evening where it does so, and reads from the cache', () => {
    const [claude, codex, openCode] = workOf('a').map(({ work }) => work.requests);
    const models = (list = claude, from = 0) => new Set(list?.slice(from).map(({ model }) => model));
    expect(claude?.[0]?.model).toMatch(/claude-(sonnet|haiku)-4-5/);
    expect(models(claude)).toContain('claude-opus-5-5');
    expect(models(claude?.slice(-200))).not.toContain('claude-sonnet-4-5');
    expect(models(codex)).toEqual(new Set(['gpt-5', 'gpt-5-mini', 'gpt-5.3-codex']));
    const hours = openCode?.map(({ startedAt }) => new Date(startedAt).getUTCHours()) ?? [];
    expect(hours.filter((hour) => hour >= 17 || hour === 0).length / hours.length).toBeGreaterThan(0.95);
    const read = claude?.reduce((sum, { usage }) => sum + usage.cacheRead, 0) ?? 0;
    const input = claude?.reduce((sum, { usage }) => sum + usage.input, 0) ?? 1;
    expect(read / input).toBeGreaterThan(0.7);
  });

  it('looks at every time of day as if someone had been at work', () => {
    for (const time of ['00:00:20', '03:10:00', '12:00:00', '23:59:59']) {
      const now = Date.parse(`2026-11-28T${time}+01:00`);
      const recent = workOf('a', now)
        .flatMap(({ work }) => work.requests)
        .filter(({ startedAt }) => startedAt > now - HOUR_MS);
      if (time > '01') expect(recent.length).toBeGreaterThan(8);
      const docs = workOf('a', now).find(({ plan }) => plan.name === 'Docs writer');
      const midnight = Date.parse('2026-11-28T00:00:00+01:00');
      const today = docs?.work.requests.filter(({ startedAt }) => startedAt >= midnight) ?? [];
      expect(today.reduce((sum, { cost }) => sum + cost, 0)).toBeGreaterThan(995_000_000);
    }
  });
});

it('knows the days of a calendar whose clocks change', () => {
  const days = localDays(40, NOW, timeZone);
  expect(new Set(days.map(({ date }) => date)).size).toBe(40);
  expect(days.at(-1)).toMatchObject({ date: '2026-11-26', daysAgo: 0, isWeekend: false });
  expect(
    days.filter(({ isWeekend }) => isWeekend).every(({ date }) => [0, 6].includes(new Date(date).getUTCDay())),
  ).toBe(true);
  // Midnight in Berlin, in summer and in winter.
  expect(new Set(days.map(({ start }) => new Date(start).getUTCHours()))).toEqual(new Set([22, 23]));
});
