import { expect, test } from 'vitest';
import { downQuestion } from './down-question.ts';

test('a silent keychain: names every choice, and escape chooses none of them', () => {
  const { box, answers } = downQuestion({
    kind: 'down',
    code: 'SECRETS_UNAVAILABLE',
    reason: 'The keychain did not answer.',
  });
  expect(box.detail).toMatch(/did not answer[\s\S]*keychain[\s\S]*vault[\s\S]*memory/);
  expect(answers).toEqual(['try-again', 'vault', 'memory', 'later', 'quit']);
  expect(answers[box.cancelId ?? -1]).toBe('later');
  expect(answers[box.defaultId ?? -1]).toBe('try-again');
});

test('anything else: its reason, and no talk of keys', () => {
  const { box, answers } = downQuestion({ kind: 'down', code: 'PORT_TAKEN', reason: 'Port 4141 is taken.' });
  expect(box.detail).toBe('Port 4141 is taken.');
  expect(answers).toEqual(['try-again', 'later', 'quit']);
  expect(answers[box.cancelId ?? -1]).toBe('later');
});
