import { expect, test } from 'vitest';
import { revokedSentence } from './revoked.ts';

test('a revocation says what it cut and how fast', () => {
  const revoked = { agent: 'Codex', hint: 'ab12', cutRequests: 2, cutMs: 3.42 };
  expect(revokedSentence(revoked)).toBe(
    'The sub-key ending in ab12 of Codex is revoked. 2 running requests cut in 3.4 ms.',
  );
  expect(revokedSentence({ ...revoked, cutRequests: 0 })).toContain('No request was running.');
});
