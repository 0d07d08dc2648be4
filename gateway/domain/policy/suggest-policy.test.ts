import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { policySchema } from '../../../shared/policy.ts';
import { checkTool } from '../mcp/check-call.ts';
import { checkPolicy } from './policy.ts';
import { suggestPolicy } from './suggest-policy.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/);
const uses = fc.record({
  models: fc.array(fc.record({ provider: name, model: name }), { maxLength: 6 }),
  tools: fc.array(
    fc.record({ server: name, tool: name }).map(({ server, tool }) => ({ server, name: `${server}/${tool}` })),
    { maxLength: 4 },
  ),
  busiestDay: fc.integer({ min: 0, max: 90_000_000_000 }).map(nanodollarsOf),
  busiestMinute: fc.integer({ min: 0, max: 50 }),
});
const level = (policy: ReturnType<typeof suggestPolicy>) => [{ kind: 'agent' as const, whose: 'Codex', policy }];

it('everything that was done may be done again, and nothing else', () => {
  fc.assert(
    fc.property(uses, (use) => {
      const policy = policySchema.parse(suggestPolicy({}, use));
      const facts = { endpoint: 'messages', now: 0, timeZone: 'UTC' };
      for (const { provider, model } of use.models)
        expect(checkPolicy(level(policy), { ...facts, provider, model })).toBeUndefined();
      for (const { server, name: tool } of use.tools)
        expect(checkTool(level(policy), server, tool.slice(server.length + 1))).toBeUndefined();
      const [provider = 'other'] = policy.providers ?? [];
      expect(checkPolicy(level(policy), { ...facts, provider, model: 'never-used-model' })?.rule).toBeDefined();
      expect(checkPolicy(level(policy), { ...facts, provider: 'never-used', model: undefined })?.rule).toBe(
        'providers',
      );
      expect(checkTool(level(policy), 'never-used', 'tool')?.rule).toBe('mcp-servers');
      expect(policy.caps?.[0]?.amount).toBeGreaterThanOrEqual(use.busiestDay);
    }),
  );
});

it('what is tighter already stays, and nothing that was denied is allowed', () => {
  const now = policySchema.parse({
    caps: [
      { window: 'day', amount: 2_000_000_000 },
      { window: 'month', amount: 9_000_000_000 },
    ],
    models: { deny: ['*-opus-*'] },
    requestsPerMinute: 3,
    folder: '/home/me/shop',
  });
  const use = {
    models: [{ provider: 'anthropic', model: 'claude-haiku-4-5' }],
    tools: [],
    busiestDay: nanodollarsOf(7_900_000_000),
    busiestMinute: 9,
  };
  expect(suggestPolicy(now, use)).toEqual({
    ...now,
    providers: ['anthropic'],
    models: { allow: ['claude-haiku-4-5'], deny: ['*-opus-*'] },
    mcp: { servers: [] },
  });
  const looser = suggestPolicy({ ...now, caps: [{ window: 'day', rolling: false, amount: nanodollarsOf(5e10) }] }, use);
  expect(looser.caps).toEqual([{ window: 'day', rolling: false, amount: 10_000_000_000 }]);
});
