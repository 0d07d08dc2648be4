import { expect, test, vi } from 'vitest';
import type { SecretsSetting } from '../../host-messages.ts';
import { createWhenDown } from './when-down.ts';

function setUp() {
  const asked: { readonly isNew: boolean; readonly why: string; readonly answer: (passphrase: string) => void }[] = [];
  const started: SecretsSetting[] = [];
  const askPerson = vi.fn();
  const whenDown = createWhenDown({
    passphrases: { ask: (isNew, why, answer) => void asked.push({ isNew, why, answer }) },
    startGateway: (secrets) => started.push(secrets),
    askPerson,
  });
  const down = (code: 'VAULT_LOCKED' | 'VAULT_NEW' | 'SECRETS_UNAVAILABLE' | 'PORT_TAKEN', reason = '') =>
    whenDown({ kind: 'down', code, reason });
  return { asked, started, askPerson, down };
}

test('a vault is unlocked or made with what is typed', () => {
  const { asked, started, down, askPerson } = setUp();
  down('VAULT_NEW');
  asked[0]?.answer('secret');
  down('VAULT_LOCKED');
  expect(asked.map(({ isNew }) => isNew)).toEqual([true, false]);
  expect(started).toEqual([{ kind: 'vault', passphrase: 'secret' }]);
  expect(askPerson).not.toHaveBeenCalled();
});

test('a wrong passphrase is asked for again, and says so; a second fault of another kind is not', () => {
  const { asked, down, askPerson } = setUp();
  down('VAULT_LOCKED');
  asked[0]?.answer('wrong');
  down('SECRETS_UNAVAILABLE', 'The passphrase does not open the vault.');
  expect(asked[1]).toMatchObject({ isNew: false, why: 'The passphrase does not open the vault.' });
  down('SECRETS_UNAVAILABLE', 'The keychain did not answer.');
  down('PORT_TAKEN');
  expect(asked).toHaveLength(2);
  expect(askPerson).toHaveBeenCalledTimes(2);
});
