import { expect, test } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { mcpDraft, readMcp } from './mcp-draft.ts';

const before = policySchema.parse({
  mcp: {
    servers: [],
    tools: { deny: [] },
    arguments: [{ tools: 'files/*', argument: 'path', allow: ['/home/me/*'] }],
    calls: [{ tools: 'github/*', calls: [{ window: 'day', count: 100 }] }],
    onCall: [
      { tools: 'github/get_*', act: 'run' },
      { tools: 'github/*', act: 'ask' },
    ],
  },
});

test('a list that nobody touched stays as it was, even one that is empty: that means none, not all', () => {
  expect(readMcp(mcpDraft(before), before)).toEqual(before.mcp);
  expect(readMcp(mcpDraft({}), {})).toBeUndefined();
});

test('a new question comes before everything that was said, and the order of the rest stays', () => {
  const draft = { ...mcpDraft(before), mcpAsk: 'github/*, memory/delete_*', mcpRun: 'github/get_*, memory/*' };
  expect(readMcp(draft, before)?.onCall).toEqual([
    { tools: 'memory/delete_*', act: 'ask' },
    { tools: 'memory/*', act: 'run' },
    { tools: 'github/get_*', act: 'run' },
    { tools: 'github/*', act: 'ask' },
  ]);
});

test('what is taken out is gone, and what is not in the form stays', () => {
  const draft = { mcpServers: 'github', mcpAllow: 'github/*，memory/*', mcpDeny: '', mcpAsk: '', mcpRun: '' };
  expect(readMcp(draft, before)).toEqual({
    servers: ['github'],
    tools: { allow: ['github/*', 'memory/*'], deny: [] },
    arguments: before.mcp?.arguments,
    calls: before.mcp?.calls,
  });
});
