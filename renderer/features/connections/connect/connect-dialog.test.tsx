// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState, aTool } from '../../../state/testing.ts';
import { choose, draw, fill, press, saidProblem } from '../../../ui/testing.tsx';
import type { FakeGateway } from '../../../ui/testing.tsx';
import { ConnectDialog } from './connect-dialog.tsx';

const FILE = '/home/me/.config/tool.json';
const PLAN = {
  fingerprint: 'print-1',
  files: [{ file: FILE, isNew: false, diff: '-old\n+new' }],
  instructions: null,
  notes: ['ANTHROPIC_API_KEY wins over this file.'],
  reload: 'After a restart of it.',
};

function open(
  tool = aTool(),
  changes: NonNullable<FakeGateway['connections']> = {},
  project?: string,
  state = aState(),
) {
  const plan = vi.fn((_input: { readonly tool: string; readonly project?: string | undefined }) =>
    Promise.resolve(PLAN),
  );
  const connect = vi.fn((_input: { readonly fingerprint?: string | undefined }) =>
    Promise.resolve<{ readonly instructions: string | null }>({ instructions: null }),
  );
  const [onClose, onConnected] = [vi.fn(), vi.fn()];
  draw(
    <ConnectDialog
      tool={tool}
      {...(project !== undefined && { project })}
      onClose={onClose}
      onConnected={onConnected}
    />,
    state,
    { connections: { plan, connect, ...changes } },
  );
  return { plan, connect, onClose, onConnected };
}

test('shows the exact change, and makes that one and no other', async () => {
  const { connect, onConnected, onClose } = open();
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveProperty('disabled', true);
  expect(await screen.findByText(FILE)).toBeDefined();
  expect(screen.getByLabelText('The exact change').textContent).toBe('-old\n+new\n');
  expect(screen.getByText('ANTHROPIC_API_KEY wins over this file.')).toBeDefined();
  expect(screen.getByText('It takes effect after a restart of it.')).toBeDefined();
  press('Connect');
  expect(await screen.findByRole('dialog', { name: 'Claude Code is connected' })).toBeDefined();
  expect(connect.mock.calls[0]?.[0]).toEqual({
    tool: 'claude-code',
    keyFrom: 'file',
    preset: 'everyday',
    fingerprint: 'print-1',
  });
  expect(onConnected).toHaveBeenCalledOnce();
  press('Done');
  expect(onClose).toHaveBeenCalledOnce();
});

const TWO_A_DAY = {
  window: 'day',
  rolling: false,
  amount: 3_000_000_000,
  raisedBy: 1_000_000_000,
  spent: 0,
  reserved: 0,
  resetsAt: 0,
} as const;

test('an agent that has caps keeps them, until others are chosen', async () => {
  const state = aState({ agents: [{ name: 'Claude Code', caps: [TWO_A_DAY] }] });
  const { connect } = open(aTool(), {}, undefined, state);
  await screen.findByText(FILE);
  expect(screen.getByText('Claude Code has these caps already, and its sub-keys share them.')).toBeDefined();
  expect(screen.getByLabelText('Cap in dollars')).toHaveProperty('value', '2');
  press('Connect');
  await waitFor(() => expect(connect).toHaveBeenCalledOnce());
  expect(connect.mock.calls[0]?.[0]).not.toHaveProperty('caps');
});

test('caps that are chosen or typed take their place', async () => {
  const state = aState({ agents: [{ name: 'Claude Code', caps: [TWO_A_DAY] }] });
  const { connect } = open(aTool(), {}, undefined, state);
  await screen.findByText(FILE);
  choose('Careful');
  const said = 'A fifth of the usual amount, and slow enough to watch.';
  expect(screen.getByRole('group', { name: 'How much it may do', description: said })).toBeDefined();
  expect(screen.getByLabelText('Cap in dollars')).toHaveProperty('value', '1');
  fill('Cap in dollars', '7');
  press('Connect');
  await waitFor(() => expect(connect).toHaveBeenCalledOnce());
  expect(connect.mock.calls[0]?.[0]).toMatchObject({
    preset: 'careful',
    caps: [{ window: 'day', rolling: false, amount: 7_000_000_000 }],
  });
});

test.each([
  [{ isNew: true, diff: '+new' }, 'will be created'],
  [{ isNew: false, diff: '' }, 'needs no change'],
  [{ isNew: false, diff: '+new' }, 'will be changed'],
])('a file of which %j is said to be so', async (file, words) => {
  open(aTool(), { plan: () => Promise.resolve({ ...PLAN, files: [{ file: FILE, ...file }] }) });
  expect((await screen.findByText(FILE)).parentElement?.textContent).toBe(`${FILE} ${words}`);
});

test('a tool that is connected per project asks for the folder, and shows the change before it is made', async () => {
  const { plan, connect } = open(aTool({ scope: 'project' }));
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveProperty('disabled', true);
  expect(plan).not.toHaveBeenCalled();
  fill('Project folder', ' /home/me/shop ');
  press('Show the change');
  await screen.findByText(FILE);
  expect(plan).toHaveBeenLastCalledWith({ tool: 'claude-code', project: '/home/me/shop', keyFrom: 'file' });
  expect(connect).not.toHaveBeenCalled();
  press('Connect');
  await waitFor(() => expect(connect).toHaveBeenCalledOnce());
  expect(connect.mock.calls[0]?.[0]).toHaveProperty('project', '/home/me/shop');
});

test('a folder that is typed over has to be shown again', async () => {
  const { connect } = open(aTool({ scope: 'both' }));
  await screen.findByText(FILE);
  fill('Project folder', '/home/me/other');
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
  press('Show the change');
  expect(connect).not.toHaveBeenCalled();
  expect(await screen.findByRole('button', { name: 'Connect' })).toBeDefined();
});

test('a project that it begins with is planned at once', async () => {
  const { plan } = open(aTool({ scope: 'both' }), {}, '/home/me/shop');
  await screen.findByText(FILE);
  expect(plan.mock.calls[0]?.[0]).toHaveProperty('project', '/home/me/shop');
});

test('a change that cannot be made is told, and not offered', async () => {
  open(aTool(), { plan: () => Promise.reject(new Error('gone')) });
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole('button', { name: 'Connect' })).toHaveProperty('disabled', true);
});

test('what changed under it meanwhile is told, and the change is planned anew', async () => {
  const { plan } = open(aTool(), { connect: () => Promise.reject(new Error('changed')) });
  await screen.findByText(FILE);
  press('Connect');
  expect(await saidProblem()).toContain('did not answer');
  await waitFor(() => expect(plan).toHaveBeenCalledTimes(2));
  expect(screen.getByRole('dialog', { name: 'Connect Claude Code' })).toBeDefined();
});

test('a cap that is no amount is told before anything is asked', async () => {
  const { connect } = open();
  await screen.findByText(FILE);
  fill('Cap in dollars', 'lots');
  expect(screen.getByText('The tool gets a sub-key of its own: its caps.')).toBeDefined();
  press('Connect');
  expect(await saidProblem()).toBe('Enter an amount above $0, such as 5 or 0.25.');
  expect(connect).not.toHaveBeenCalled();
});

test('another preset takes back what was typed over the first', () => {
  open();
  fill('Cap in dollars', '7');
  choose('Long runs');
  expect(screen.getByLabelText('Cap in dollars')).toHaveProperty('value', '20');
});

test('a tool that can ask a command for its sub-key keeps it out of the file on request', async () => {
  const { plan } = open(aTool({ takesCommand: true }));
  await screen.findByText(FILE);
  fireEvent.click(screen.getByRole('checkbox'));
  await waitFor(() => expect(plan).toHaveBeenLastCalledWith({ tool: 'claude-code', keyFrom: 'command' }));
});

test('what is left to do by hand is shown once, and not lost to Escape', async () => {
  const instructions = 'Paste sk-purser-x into the settings.';
  const { onClose } = open(aTool(), { connect: () => Promise.resolve({ instructions }) });
  await screen.findByText(FILE);
  press('Connect');
  const dialog = await screen.findByRole('dialog', { name: 'Claude Code is connected' });
  expect(dialog.textContent).toContain(instructions);
  expect(screen.getByRole('button', { name: 'Copy the instructions' })).toBeDefined();
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
});
