import { expect, test } from 'vitest';
import { revokedSentence, revokeQuestion } from './revoke-question.ts';

test('neither Enter nor Escape revokes, and it says what cannot be undone', () => {
  const { box, yes } = revokeQuestion(3);
  expect(box.buttons?.[yes]).toBe('Revoke everything');
  expect([box.defaultId, box.cancelId]).toEqual([0, 0]);
  expect(box.buttons?.[0]).toBe('Cancel');
  expect(box.detail).toMatch(/all 3 sub-keys[\s\S]*cannot be undone[\s\S]*Pause everything/);
  expect(revokeQuestion(1).box.detail).toContain('the one sub-key there is');
});

test('the result is counted and measured', () => {
  expect(revokedSentence({ revoked: 3, cutRequests: 2, cutMs: 1.4321 })).toBe('Revoked 3 sub-keys, cut 2 running requests in 1.4 ms.');
  expect(revokedSentence({ revoked: 1, cutRequests: 1, cutMs: 2 })).toBe('Revoked 1 sub-key, cut 1 running request in 2 ms.');
  expect(revokedSentence({ revoked: 2, cutRequests: 0, cutMs: 0 })).toBe('Revoked 2 sub-keys. No request was running.');
});
