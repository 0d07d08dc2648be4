import { expect, test } from 'vitest';
import { hostStatusOf } from './desktop-facts.ts';

const down = (code: 'VAULT_LOCKED' | 'SECRETS_UNAVAILABLE' | 'PORT_TAKEN') =>
  ({ kind: 'down', code, reason: 'Why.' }) as const;

test('the window is told what the tray is told, and what can be done', () => {
  expect(hostStatusOf({ kind: 'ready', url: 'http://127.0.0.1:1' }, false)).toEqual({ kind: 'ready' });
  expect(hostStatusOf(down('VAULT_LOCKED'), true)).toEqual({ kind: 'waiting-for-passphrase' });
  expect(hostStatusOf(down('VAULT_LOCKED'), false)).toEqual({ kind: 'down', reason: 'Why.', needs: 'passphrase' });
  expect(hostStatusOf(down('SECRETS_UNAVAILABLE'), false)).toMatchObject({ needs: 'place-for-keys' });
  expect(hostStatusOf(down('PORT_TAKEN'), false)).toMatchObject({ needs: 'restart' });
});
