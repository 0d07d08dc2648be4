import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { commandsOf } from './commands.ts';

test('every command has a name of its own, and what is paused can be resumed', () => {
  const commands = commandsOf(aState({ agents: [{}, { paused: true }], everythingPaused: true }));
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(new Set(commands.map(({ text }) => text)).size).toBe(commands.length);
  const texts = commands.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['Go to Audit', 'Pause Agent 0', 'Resume Agent 1', 'Resume everything', 'Revoke everything…', 'Theme: dark']));
});

test('before anything is known one can still go about', () => {
  expect(commandsOf(undefined).every(({ deed }) => deed.kind === 'go' || deed.kind === 'theme')).toBe(true);
});
