// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Disconnected } from '../../../shared/contract/connection-views.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';

/** The dialog over a gateway that disconnects. */
function open(instructions: string | null) {
  const plan: Disconnected = { id: 'desktop-session', done: false, files: [], instructions };
  const disconnect = vi.fn(() => Promise.resolve({ ...plan, done: true }));
  const onClose = vi.fn();
  draw(<DisconnectDialog title="Desktop session" plan={plan} onClose={onClose} onDone={() => undefined} />, aState(), {
    connections: { disconnect },
  });
  return { disconnect, onClose, dialog: screen.getByRole('dialog', { name: 'Disconnect Desktop session?' }) };
}

it('shows what will be left to do by hand, to be copied, before anything is done', async () => {
  const { disconnect, onClose, dialog } = open('In PowerShell, once: take it out');
  expect(dialog.textContent).toContain('In PowerShell, once: take it out');
  expect(within(dialog).getByRole('button', { name: 'Copy the instructions' })).toBeDefined();
  expect(disconnect).not.toHaveBeenCalled();
  fireEvent.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(disconnect).toHaveBeenCalledWith({ id: 'desktop-session' });
});

it('shows nothing of the kind where nothing is left', () => {
  expect(within(open(null).dialog).queryByRole('button', { name: 'Copy the instructions' })).toBeNull();
});
