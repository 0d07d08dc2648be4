import { expect, test } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { policyText } from './policy-text.ts';

test.each([
  [{}, ''],
  [{ expiresAt: 1, caps: [] }, ''],
  [{ models: { allow: ['claude-*'] }, requestsPerMinute: 60 }, 'only claude-*, 60 requests a minute'],
  [{ models: { allow: ['claude-*', 'gpt-5*'], deny: ['*-pro'] } }, 'only claude-* or gpt-5*, never *-pro'],
  [{ models: { allow: ['a', 'b', 'c', 'd'] } }, 'only a, b and 2 more'],
  [{ models: { allow: [] } }, 'no model'],
  [
    { providers: [], endpoints: [], hostedTools: { allow: [] } },
    "none of the provider's tools, no provider, no endpoint",
  ],
  [{ providers: ['openai'], environment: 'prod', endpoints: ['messages'] }, 'only at openai, only messages, for prod'],
  [{ folder: '/home/me/shop', environment: 'dev' }, 'for dev, only in /home/me/shop'],
  [
    { tokensPerMinute: 10_000, parallelRequests: 2, maxCost: 500_000_000, maxOutput: 4_000 },
    '10k tokens a minute, 2 at a time, at most $0.50 a request, at most 4k output tokens',
  ],
  [
    { workingHours: { days: ['fri', 'mon', 'tue', 'wed', 'thu'], from: '09:00', to: '17:00' }, rotateDays: 30 },
    'Mon to Fri from 09:00 to 17:00, a new secret every 30 days',
  ],
  [{ brake: { velocity: 'pause', loop: 'pause' } }, 'paused when it spends too fast or repeats itself'],
  [{ brake: { velocity: 'off', loop: 'off' } }, 'no brake'],
  [{ mcp: { servers: ['github', 'memory'] } }, 'of MCP servers only github or memory'],
  [
    { mcp: { servers: [], tools: { allow: ['a/*'], deny: ['*/delete_*'] } } },
    'no MCP server, of MCP tools only a/*, never the MCP tools */delete_*',
  ],
  [
    {
      mcp: {
        arguments: [{ tools: 'files/*', argument: 'path', allow: ['/x/*'] }],
        onCall: [
          { tools: 'a/b', act: 'run' },
          { tools: 'a/*', act: 'ask' },
        ],
      },
    },
    'only certain arguments for files/*, asks you before a/*, never asks before a/b',
  ],
  [{ brake: { loop: 'warn' } }, ''],
  [{ onCap: 'ask' }, 'asks you when a cap has no room'],
  [{ onCap: 'refuse' }, ''],
  [{ workingHours: { days: ['mon', 'wed'], from: '22:00', to: '02:00' } }, 'Mon, Wed from 22:00 to 02:00'],
])('%j reads %s', (policy, text) => {
  expect(policyText(policySchema.parse(policy))).toBe(text);
});
