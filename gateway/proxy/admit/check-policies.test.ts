import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { openMoneyPath, OPENAI } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { reserveRequest, tryDepsOf } from '../../testing/reserve-requests.ts';
import { tryReserve } from '../reserve/try-reserve.ts';
import { checkModels, checkPace, checkPolicies, checkStill } from './check-policies.ts';

let path: MoneyPath;
beforeEach(async () => {
  path = await openMoneyPath();
});
afterEach(() => path.remove());

const subject = () => ({ key: path.key, provider: OPENAI, endpoint: 'chat/completions' });
const scopes = () => ({
  key: scopeOf('key', path.key.id),
  agent: scopeOf('agent', path.key.agentId),
  provider: scopeOf('provider', OPENAI.name),
});

describe('the policies of a request', () => {
  it('all have to allow it, and the widest that does not is named', async () => {
    expect(checkPolicies(path, subject(), 'gpt-4o')).toBeUndefined();
    const { key, agent, provider } = scopes();
    const said: unknown[] = [];
    for (const scope of [key, agent, provider, EVERYTHING]) {
      await path.limits.set(scope, { models: { deny: ['gpt-4o'] } });
      said.push(checkPolicies(path, subject(), 'gpt-4o')?.message);
    }
    expect(said).toEqual([
      'This sub-key of Claude Code may not use the model "gpt-4o" (denied by gpt-4o).',
      'Claude Code may not use the model "gpt-4o" (denied by gpt-4o).',
      'openai may not use the model "gpt-4o" (denied by gpt-4o).',
      'Everything together may not use the model "gpt-4o" (denied by gpt-4o).',
    ]);
  });

  it('say nothing of models before the body is read', async () => {
    await path.limits.set(scopes().key, { models: { allow: ['gpt-4o-mini'] } });
    expect(checkPolicies(path, subject())).toBeUndefined();
    expect(checkPolicies(path, subject(), 'gpt-4o')).toMatchObject({ kind: 'not-allowed', code: 'models' });
  });

  it('know the provider, the endpoint and the time', async () => {
    const { key } = scopes();
    const policies: readonly (readonly [code: string, policy: Policy])[] = [
      ['providers', { providers: ['anthropic'] }],
      ['endpoints', { endpoints: ['models'] }],
      ['expired', { expiresAt: path.clock.now() }],
      // It is a Saturday.
      ['working-hours', { workingHours: { days: ['mon'], from: '09:00', to: '17:00' } }],
    ];
    for (const [code, policy] of policies) {
      await path.limits.set(key, policy);
      expect(checkPolicies(path, subject())?.code).toBe(code);
    }
  });

  it('have to allow every model that may work on it', async () => {
    await path.limits.set(scopes().key, { models: { allow: ['gpt-4o', 'gpt-4o-mini'] } });
    const check = (...otherModels: string[]) => checkModels(path, subject(), { model: 'gpt-4o', otherModels })?.message;
    expect([check(), check('gpt-4o-mini')]).toEqual([undefined, undefined]);
    expect(check('gpt-4o-mini', 'gpt-5')).toContain('may not use the model "gpt-5"');
  });
});

describe('after a request has waited', () => {
  const still = () => checkStill(path, subject(), 'gpt-4o');

  it('it may go on where nothing has changed', () => {
    expect(still()).toBeUndefined();
  });

  it('its sub-key counts as it is now, not as it was found', async () => {
    await path.directory.pauseKey(path.key.id, true);
    expect(still()?.code).toBe('sub-key-paused');
    await path.directory.revoke(path.key.id);
    expect(still()?.code).toBe('sub-key-revoked');
  });

  it('its policies count as they are now', async () => {
    await path.limits.set(scopes().agent, { models: { deny: ['gpt-*'] } });
    expect(still()?.code).toBe('models');
  });

  it('its provider has to be the one that it came for: not gone, and not another one of that name', async () => {
    const removed = {
      kind: 'not-allowed',
      code: 'providers',
      message: 'openai was removed from Purser while this request waited.',
      about: { code: 'provider-removed', provider: 'openai' },
    };
    await path.providers.remove(OPENAI.name);
    expect(still()).toEqual(removed);
    await path.providers.add({ ...OPENAI, createdAt: OPENAI.createdAt + 1 }, 'sk-proj-another');
    expect(still()).toEqual(removed);
  });
});

describe('the pace of a sub-key, before a body is read', () => {
  const pace = () => checkPace(path, subject());
  const hold = () => tryReserve(tryDepsOf(path), reserveRequest(path), {});

  it('refuses what has had its requests of this minute', async () => {
    await path.limits.set(scopes().agent, { requestsPerMinute: 1 });
    expect(pace()).toBeUndefined();
    hold();
    expect(pace()).toMatchObject({ kind: 'rate-limited', code: 'requests-per-minute', retryAfterS: 60 });
  });

  it('lets pass what only waits for a place among the parallel ones: it may be free by then', async () => {
    await path.limits.set(scopes().agent, { parallelRequests: 1 });
    hold();
    expect(pace()).toBeUndefined();
  });
});
