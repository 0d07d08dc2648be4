import { expect, it } from 'vitest';
import type { Policy } from '../../../shared/policy.ts';
import { checkTools } from './check-tools.ts';
import { narrows } from './narrows.ts';

const told = (hostedTools: Policy['hostedTools'] & {}, ...tools: readonly string[]): string | undefined =>
  checkTools([{ kind: 'agent', whose: 'Aider', policy: { hostedTools } }], tools)?.message;

it('forbids the tools of a provider by name, version or all of them', () => {
  const may = 'Aider may not use the tool "web_search_20260209", which runs at the provider.';
  expect(told({ deny: ['web_search*'] }, 'mcp', 'web_search_20260209')).toBe(`${may} Denied: web_search*.`);
  expect(told({ allow: [] }, 'web_search_20260209')).toBe(`${may} Allowed: none.`);
  expect(told({ allow: ['mcp', 'code_*'] }, 'web_search_20260209')).toBe(`${may} Allowed: mcp, code_*.`);
  expect(told({ allow: ['*'], deny: ['web_*'] }, 'web_search_20260209')).toBe(`${may} Denied: web_*.`);
  expect(told({ allow: ['web_*'], deny: ['mcp'] }, 'web_search_20260209')).toBeUndefined();
  expect(told({ allow: [] })).toBeUndefined();
  expect(checkTools([{ kind: 'agent', whose: 'Aider', policy: {} }], ['mcp'])).toBeUndefined();
});

it('fewer allowed and more forbidden tools only narrow', () => {
  const before: Policy = { hostedTools: { allow: ['mcp', 'web_*'], deny: ['code_*'] } };
  expect(narrows(before, { hostedTools: { allow: ['mcp'], deny: ['code_*', 'shell'] } })).toBe(true);
  expect(narrows(before, { hostedTools: { allow: ['mcp'] } })).toBe(false);
  expect(narrows(before, { hostedTools: { deny: ['code_*'] } })).toBe(false);
});
