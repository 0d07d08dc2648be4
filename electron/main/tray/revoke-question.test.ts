import { expect, test } from 'vitest';
import { revokeQuestion } from './revoke-question.ts';

test('neither Enter nor Escape revokes, and it says what cannot be undone', () => {
  const { box, yes } = revokeQuestion(3);
  expect(box.buttons?.[yes]).toBe('Revoke everything');
  expect([box.defaultId, box.cancelId]).toEqual([0, 0]);
  expect(box.buttons?.[0]).toBe('Cancel');
  expect(box.detail).toMatch(/all 3 sub-keys[\s\S]*cannot be undone[\s\S]*Pause everything/);
  expect(revokeQuestion(1).box.detail).toContain('the one sub-key there is');
});

test('of one agent it names the agent, and the milder way', () => {
  const { box, yes } = revokeQuestion(2, 'Claude Code');
  expect(box.message).toBe('Revoke Claude Code?');
  expect(box.detail).toMatch(/its 2 sub-keys[\s\S]*cannot be undone: Claude Code[\s\S]*May spend/);
  expect(box.buttons?.[yes]).toBe('Revoke');
  expect([box.defaultId, box.cancelId]).toEqual([0, 0]);
});
