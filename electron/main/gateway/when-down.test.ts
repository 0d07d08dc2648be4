import { expect, test, vi } from 'vitest';
import type { SecretsSetting } from '../../host-messages.ts';
import { createWhenDown } from './when-down.ts';

function setUp() {
  const asked: { readonly isNew: boolean; readonly why: string; readonly answer: (passphrase: string) => void }[] = [];
  const started: SecretsSetting[] = [];
  const showWindow = vi.fn();
  const whenDown = createWhenDown({
    passphrases: { ask: (isNew, why, answer) => void asked.push({ isNew, why, answer }) },
    startGateway: (secrets) => started.push(secrets),
    showWindow,
  });
  const down = (code: 'VAULT_LOCKED' | 'VAULT_NEW' | 'SECRETS_UNAVAILABLE' | 'PORT_TAKEN', reason = '') =>
    whenDown({ kind: 'down', code, reason });
  return { asked, started, showWindow, down };
}

test('a vault is unlocked or made with what is typed', () => {
  const { asked, started, down, showWindow } = setUp();
  down('VAULT_NEW');
  asked[0]?.answer('secret');
  down('VAULT_LOCKED');
  expect(asked.map(({ isNew }) => isNew)).toEqual([true, false]);
  expect(started).toEqual([{ kind: 'vault', passphrase: 'secret' }]);
  expect(showWindow).not.toHaveBeenCalled();
});

test('one that is too easy to guess is asked for again, with the reason', () => {
  const { asked, down } = setUp();
  down('VAULT_NEW', 'The vault needs a passphrase.');
  expect(asked[0]).toMatchObject({ isNew: true, why: '' });
  asked[0]?.answer('a');
  down('VAULT_NEW', 'That passphrase is too easy to guess.');
  expect(asked[1]).toMatchObject({ isNew: true, why: 'That passphrase is too easy to guess.' });
});

test('a wrong passphrase is asked for again, and says so; a second fault of another kind is not', () => {
  const { asked, down, showWindow } = setUp();
  down('VAULT_LOCKED');
  asked[0]?.answer('wrong');
  down('SECRETS_UNAVAILABLE', 'The passphrase does not open the vault.');
  expect(asked[1]).toMatchObject({ isNew: false, why: 'The passphrase does not open the vault.' });
  down('SECRETS_UNAVAILABLE', 'The keychain did not answer.');
  down('PORT_TAKEN');
  expect(asked).toHaveLength(2);
  expect(showWindow).toHaveBeenCalledTimes(2);
});
