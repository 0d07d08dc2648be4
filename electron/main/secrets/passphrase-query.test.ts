import { expect, test } from 'vitest';
import { passphraseQuery } from './passphrase-query.ts';

test('a new vault is asked for twice, an old one once; what went wrong arrives as it is', () => {
  const asked = new URLSearchParams(passphraseQuery(true, ''));
  expect([asked.has('again'), asked.get('open'), asked.get('why')]).toEqual([true, 'Create the vault', '']);
  const again = new URLSearchParams(passphraseQuery(false, 'No <b>"file"</b> & co'));
  expect([again.has('again'), again.get('open')]).toEqual([false, 'Unlock']);
  expect(again.get('why')).toBe('No <b>"file"</b> & co');
});
