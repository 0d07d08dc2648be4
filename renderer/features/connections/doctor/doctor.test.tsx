// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DoctorAct } from '../../../../shared/contract/connection-views.ts';
import { aState, aTool } from '../../../state/testing.ts';
import { draw, fill, press, saidProblem } from '../../../ui/testing.tsx';
import type { FakeGateway } from '../../../ui/testing.tsx';
import { ToolsPanel } from '../tools-panel.tsx';

const finding = (...acts: readonly DoctorAct[]) => ({
  id: 'trouble',
  severity: 'error' as const,
  tool: 'codex',
  file: '/home/me/.profile',
  line: 3,
  text: 'OPENAI_BASE_URL wins over the file.',
  byHand: 'Take the line out.',
  acts,
});
const found = (...acts: readonly DoctorAct[]) => ({ findings: [finding(...acts)], fixed: [] });
type Diagnosis = {
  readonly findings: readonly ReturnType<typeof finding>[];
  readonly fixed: readonly { id: string; text: string }[];
};

function open(first: Diagnosis, simulated = false) {
  const doctor = vi.fn((_input: object) => Promise.resolve(first));
  const list = vi.fn(() => Promise.resolve([aTool()]));
  const plan = () => new Promise<never>(() => undefined);
  const state = aState();
  const gateway = { connections: { doctor, list, plan } } satisfies FakeGateway;
  const drawn = draw(<ToolsPanel />, { ...state, gateway: { ...state.gateway, simulated } }, gateway);
  return { doctor, list, ...drawn };
}

test('nothing in the way is one line', async () => {
  open({ findings: [], fixed: [] });
  expect(await screen.findByText('No problems found.')).toBeDefined();
});

test('a finding says what it is, where it is, and what to do by hand', async () => {
  open(found({ kind: 'put-right', what: 'repair', connection: 'codex' }));
  const row = await screen.findByTestId('finding');
  expect(row.textContent).toContain('Problem OPENAI_BASE_URL wins over the file.');
  expect(row.textContent).toContain(
    'In /home/me/.profile, line 3. Take the line out. Purser can write its change into the file again.',
  );
});

test('what Purser can put right it does on a click, says so, and the tools are looked at again', async () => {
  const { doctor, list } = open(found({ kind: 'put-right', what: 'repair', connection: 'codex' }));
  await screen.findByTestId('finding');
  doctor.mockResolvedValue({ findings: [], fixed: [{ id: 'trouble', text: 'The change is in the file again.' }] });
  const before = list.mock.calls.length;
  press('Fix it');
  expect(await screen.findByText('The change is in the file again.')).toBeDefined();
  expect(doctor).toHaveBeenLastCalledWith({ fix: ['trouble'], importFrom: [], projects: [] });
  expect(screen.queryByTestId('finding')).toBeNull();
  await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before));
});

test('a look into a project takes its folder along', async () => {
  const { doctor } = open({ findings: [], fixed: [] });
  await screen.findByText('No problems found.');
  fill('Also in a project', ' /home/me/shop ');
  press('Check now');
  await waitFor(() =>
    expect(doctor).toHaveBeenLastCalledWith({ fix: [], importFrom: [], projects: ['/home/me/shop'] }),
  );
});

test('a tool that should be connected opens its dialog, in the project that was found', async () => {
  open(found({ kind: 'connect', tool: 'claude-code', title: 'Claude Code', project: null }));
  await screen.findByTestId('finding');
  press('Connect Claude Code…');
  expect(screen.getByRole('dialog', { name: 'Connect Claude Code' })).toBeDefined();
});

test('a provider key that is missing is added for that provider', async () => {
  const { dialogs } = open(found({ kind: 'add-provider', provider: 'anthropic' }));
  await screen.findByTestId('finding');
  press('Add provider key');
  expect(dialogs).toEqual([{ kind: 'add-provider', provider: 'anthropic' }]);
});

test('a key in a project is not moved when the person says no', async () => {
  const { doctor } = open(found({ kind: 'move-key', file: '/work/shop/.env', asks: true }));
  await screen.findByTestId('finding');
  press('Move the key…');
  press('Cancel');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(doctor).toHaveBeenCalledOnce();
});

test('a look that failed is said', async () => {
  const { doctor } = open({ findings: [], fixed: [] });
  await screen.findByText('No problems found.');
  doctor.mockRejectedValue(new Error('gone'));
  press('Check now');
  expect(await saidProblem()).toContain('did not answer');
});

test('a simulated machine is not looked into', async () => {
  const { doctor, list } = open({ findings: [], fixed: [] }, true);
  await waitFor(() => expect(list).toHaveBeenCalled());
  expect(doctor).not.toHaveBeenCalled();
});

test('files change without a word: the tools are looked at again when the person comes back', async () => {
  const { list } = open({ findings: [], fixed: [] });
  await screen.findByText('No problems found.');
  const before = list.mock.calls.length;
  fireEvent.focus(window);
  await waitFor(() => expect(list.mock.calls.length).toBe(before + 1));
});
