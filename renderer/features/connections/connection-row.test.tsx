// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { connectionViewSchema } from '../../../shared/contract/connection-views.ts';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { ConnectionRow } from './connection-row.tsx';

function open(changes: object = {}, connections: NonNullable<FakeGateway['connections']> = {}, canTest = false) {
  const connection = connectionViewSchema.parse({
    id: 'codex',
    tool: 'codex',
    title: 'Codex CLI',
    project: null,
    agent: 'Codex',
    subKeyId: 'key_aaaaaaaaaaa0',
    createdAt: 1,
    keyFrom: 'file',
    files: ['/home/me/.codex/config.toml'],
    state: 'connected',
    differences: [],
    past: [],
    verified: null,
    ...changes,
  });
  const onChanged = vi.fn();
  draw(<ConnectionRow connection={connection} canTest={canTest} onChanged={onChanged} />, aState(), { connections });
  return onChanged;
}

const said = (): string | null => screen.getByTestId('connection').textContent;

test.each([
  [{}, 'Spends as Codex · no request has come through it yet'],
  [{ project: '/home/me/shop' }, 'Spends as Codex in /home/me/shop'],
  [{ verified: { at: Date.now(), how: 'own-request' } }, 'its own request arrived'],
  [{ state: 'revoked' }, 'Its sub-key is revoked, so every request is refused.'],
  [
    { state: 'changed-outside', differences: [{ file: '/f', text: 'The base URL is another one.' }] },
    'The base URL is another one. (/f)',
  ],
  [
    { past: [{ file: '/f', text: 'It uses a local model', byHand: 'Take it out.' }] },
    'It uses a local model. Take it out.',
  ],
])('%j is told', (changes, words) => {
  open(changes);
  expect(said()).toContain(words);
});

test.each([
  [true, 'Has the tool make one small request, which costs a little'],
  [false, 'Purser makes one request with the address and the sub-key from its file'],
])('it says beforehand how it is verified (the tool itself: %s), and what came of it', async (canTest, title) => {
  const verify = vi.fn(() => Promise.resolve({ id: 'codex', ok: true, how: 'self-test' as const, text: 'It works.' }));
  const onChanged = open({}, { verify }, canTest);
  expect(screen.getByRole('button', { name: 'Verify Codex CLI' }).title).toBe(title);
  press('Verify Codex CLI');
  expect((await screen.findByText('It works.')).closest('.notice')?.className).toContain('notice-good');
  expect(verify).toHaveBeenCalledExactlyOnceWith({ id: 'codex', run: canTest });
  expect(onChanged).toHaveBeenCalledOnce();
});

test('a verification to which nothing arrived is a warning until it is read', async () => {
  open({}, { verify: () => Promise.resolve({ id: 'codex', ok: false, how: null, text: 'Nothing arrived.' }) });
  press('Verify Codex CLI');
  expect((await screen.findByText('Nothing arrived.')).closest('.notice')?.className).toContain('notice-warning');
  press('Dismiss');
  expect(screen.queryByText('Nothing arrived.')).toBeNull();
});

test('a repair is offered only where somebody changed a file', async () => {
  open();
  expect(screen.queryByRole('button', { name: 'Repair Codex CLI' })).toBeNull();
  const repair = vi.fn(() => Promise.resolve({}));
  const onChanged = open({ state: 'changed-outside', title: 'Kilo' }, { repair });
  press('Repair Kilo');
  await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
  expect(repair).toHaveBeenCalledExactlyOnceWith({ id: 'codex' });
});

test('to disconnect is asked as a dry run first, file by file', async () => {
  const disconnect = vi.fn((_input: { readonly dryRun?: boolean | undefined }) =>
    Promise.resolve({
      id: 'codex',
      done: false,
      instructions: null,
      files: [
        { file: '/a', how: 'restored' as const, diff: '-ours\n', stays: [] },
        { file: '/b', how: 'edited' as const, diff: '', stays: ['A model of your own stays.'] },
      ],
    }),
  );
  const onChanged = open({}, { disconnect });
  press('Disconnect Codex CLI');
  const dialog = await screen.findByRole('dialog', { name: 'Disconnect Codex CLI?' });
  expect(disconnect).toHaveBeenCalledExactlyOnceWith({ id: 'codex', dryRun: true });
  expect(dialog.textContent).toContain('/a will be restored byte for byte.');
  expect(dialog.textContent).toContain('/b was changed since then: only Purser’s own values will be removed.');
  expect(dialog.textContent).toContain('A model of your own stays.');
  press('Disconnect');
  await waitFor(() => expect(onChanged).toHaveBeenCalledOnce());
  expect(disconnect).toHaveBeenLastCalledWith({ id: 'codex' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a dry run that failed opens nothing', async () => {
  open({}, { disconnect: () => Promise.reject(new Error('gone')) });
  press('Disconnect Codex CLI');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.queryByRole('dialog')).toBeNull();
});
