import { expect, test } from 'vitest';
import { aTool } from '../../state/testing.ts';
import { foundTools, kindFor, spendsAt } from './found-tools.ts';

test('offers what is here and what one button connects, first what needs nothing more', () => {
  const tools = [
    aTool({ id: 'codex', ready: false }),
    aTool({ id: 'claude-code' }),
    aTool({ id: 'shell', group: 'environment' }),
    aTool({ id: 'cursor', way: 'by-hand' }),
    aTool({ id: 'zed', state: 'not-found' }),
    aTool({ id: 'dotenv', scope: 'project' }),
    aTool({ id: 'aider', state: 'connected' }),
  ];
  expect(foundTools(tools).map(({ id }) => id)).toEqual(['claude-code', 'codex']);
});

test('a tool is made for the provider it names first, if that is a kind of provider', () => {
  expect(kindFor(aTool({ speaks: ['anthropic', 'openai'] }))).toBe('anthropic');
  expect(kindFor(aTool({ speaks: ['somebody'] }))).toBeUndefined();
});

test('a tool spends where there is a key', () => {
  const tool = aTool({ speaks: ['openai', 'anthropic', 'gemini'] });
  expect(spendsAt(tool, [{ kind: 'gemini' }, { kind: 'anthropic' }])).toBe('anthropic');
  expect(spendsAt(tool, [{ kind: 'ollama' }])).toBeUndefined();
});
