// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

const state = aState({ keys: [{}, { state: 'revoked' }, { state: 'paused' }] });

function open(gateway: FakeGateway, whose: 'everything' | 'agent' = 'everything') {
  const onClose = vi.fn();
  const agent = whose === 'agent' ? state.agents[0] : undefined;
  draw(<RevokeDialog state={state} agent={agent} onClose={onClose} />, state, gateway);
  return onClose;
}

test('everything: the question counts what ends, the answer what was cut and how fast', async () => {
  const revoke = vi.fn(() => Promise.resolve({ revoked: 2, cutRequests: 3, cutMs: 120 }));
  const onClose = open({ everything: { revoke } } satisfies FakeGateway);
  const question = screen.getByRole('dialog', { name: 'Revoke everything?' });
  expect(question.textContent).toContain('Ends all 2 sub-keys of 1 agent and cuts every running request.');
  expect(question.textContent).toContain('pause everything instead');
  expect(revoke).not.toHaveBeenCalled();
  press('Revoke 2 sub-keys');
  expect((await screen.findByTestId('revoked')).textContent).toBe(
    'Revoked 2 sub-keys, cut 3 running requests in 0.1 s.',
  );
  expect(revoke).toHaveBeenCalledOnce();
  press('Done');
  expect(onClose).toHaveBeenCalledOnce();
});

test('one agent: only its sub-keys', async () => {
  const revoke = vi.fn(() => Promise.resolve({ revoked: 2, cutRequests: 0, cutMs: 1 }));
  open({ agents: { revoke } } satisfies FakeGateway, 'agent');
  expect(screen.getByRole('dialog', { name: 'Revoke all sub-keys of Agent 0?' })).toBeDefined();
  press('Revoke 2 sub-keys');
  expect((await screen.findByTestId('revoked')).textContent).toBe('Revoked 2 sub-keys. No request was running.');
  expect(revoke).toHaveBeenCalledExactlyOnceWith({ id: 'agt_aaaaaaaaaaa0' });
});

test('a failure is said, and the question stays', async () => {
  open({ everything: { revoke: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway);
  press('Revoke 2 sub-keys');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole('dialog', { name: 'Revoke everything?' })).toBeDefined();
});

test('the focus begins on the harmless answer, and Escape means no', () => {
  const onClose = open({});
  expect(document.activeElement?.textContent).toBe('Cancel');
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});
