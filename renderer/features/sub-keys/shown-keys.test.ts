import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { shownKeys } from './shown-keys.ts';

const { keys } = aState({
  keys: [
    { hint: 'aaaa', agent: 'Codex', lastUsedAt: 5, spent: 1 },
    { hint: 'bbbb', agent: 'Aider', lastUsedAt: 9, spent: 0, name: 'Laptop' },
    { hint: 'cccc', agent: 'Codex', ended: { at: 1, why: 'expired' }, spent: 7, project: '/home/me/shop' },
  ],
});

test.each([
  [{ show: 'live', sort: 'used', text: '' }, ['bbbb', 'aaaa']],
  [{ show: 'ended', sort: 'used', text: '' }, ['cccc']],
  [{ show: 'all', sort: 'spent', text: '' }, ['cccc', 'aaaa', 'bbbb']],
  [{ show: 'all', sort: 'agent', text: 'CODEX' }, ['aaaa', 'cccc']],
  [{ show: 'all', sort: 'created', text: 'shop' }, ['cccc']],
  [{ show: 'all', sort: 'created', text: 'lap' }, ['bbbb']],
] as const)('%o lists %o', (choice, hints) => {
  expect(shownKeys(keys, choice).map(({ hint }) => hint)).toEqual(hints);
});
