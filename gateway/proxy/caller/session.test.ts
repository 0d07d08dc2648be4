import { expect, test } from 'vitest';
import { sessionOf } from './session.ts';

const ID = '0199aabb-ccdd-7eee-8fff-001122334455';

test.each([
  ['Claude Code', { 'x-claude-code-session-id': ID }, {}],
  ['Codex', { 'session-id': ID, 'thread-id': 'other' }, { prompt_cache_key: 'another' }],
  ['OpenCode', { 'x-session-id': ID }, {}],
  ['a cache key', {}, { prompt_cache_key: ID }],
  ['Claude Code behind another proxy', {}, { metadata: { user_id: `{"device_id":"d","session_id":"${ID}"}` } }],
  ['an older Claude Code', {}, { metadata: { user_id: `user_abc_account__session_${ID}` } }],
  ['Qwen Code', {}, { metadata: { sessionId: ID, promptId: 'p' } }],
])('%s names its conversation', (_, headers, body) => {
  expect(sessionOf(headers, body)).toBe(ID);
});

test.each([
  [{}, {}],
  [{ 'x-session-id': 'a person’s words, not an id' }, { prompt_cache_key: 'x'.repeat(101) }],
  [{ 'x-session-id': '' }, { metadata: 'text', prompt_cache_key: 7 }],
  [{}, { metadata: { user_id: 'somebody@example.com' } }],
  // These are keys in the wrong field.
  [{ 'x-session-id': 'sk-proj-abcdefghijklmnop' }, { prompt_cache_key: 'sk-purser-abcdefghijklmnop' }],
])('a value that is no id is not kept: %j %j', (headers, body) => {
  expect(sessionOf(headers, body)).toBeNull();
});
