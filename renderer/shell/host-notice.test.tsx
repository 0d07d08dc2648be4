// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../state/testing.ts';
import { draw, press } from '../ui/testing.tsx';
import { HostNotice } from './host-notice.tsx';

function asksOf(): unknown[] {
  const asks: unknown[] = [];
  vi.spyOn(window, 'postMessage').mockImplementation((message: unknown) => void asks.push(message));
  return asks;
}

test('a page that waits for the passphrase says so', () => {
  draw(<HostNotice host={{ kind: 'waiting-for-passphrase' }} isStale={false} />, aState());
  expect(screen.getByText('Waiting for your passphrase.')).toBeDefined();
});

test('the reason stands there with what can be done, and nothing else', () => {
  const asks = asksOf();
  draw(<HostNotice host={{ kind: 'down', reason: 'Port 4141 is taken.', needs: 'restart' }} isStale />, aState());
  expect(screen.getByRole('alert').textContent).toContain('Port 4141 is taken.');
  expect(screen.getAllByRole('button')).toHaveLength(1);
  press('Start it again');
  expect(asks).toEqual([{ type: 'purser:ask', ask: { ask: 'start-gateway' } }]);
});

test('without a keychain the person chooses where keys live', () => {
  const asks = asksOf();
  draw(
    <HostNotice host={{ kind: 'down', reason: 'No keychain.', needs: 'place-for-keys' }} isStale={false} />,
    aState(),
  );
  press('Use an encrypted vault');
  press('Keep keys in memory');
  expect(asks).toEqual([
    { type: 'purser:ask', ask: { ask: 'keep-keys-in', place: 'vault' } },
    { type: 'purser:ask', ask: { ask: 'keep-keys-in', place: 'memory' } },
  ]);
});
