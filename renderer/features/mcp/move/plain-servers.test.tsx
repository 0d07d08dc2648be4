// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { movedSchema, movePlanSchema, plainServersSchema, putBackSchema } from '../../../../shared/mcp/mcp-moves.ts';
import { aState } from '../../../state/testing.ts';
import { draw, press } from '../../../ui/testing.tsx';
import type { FakeGateway } from '../../../ui/testing.tsx';
import { PlainServersSection } from './plain-servers.tsx';

afterEach(() => void Reflect.deleteProperty(window, 'purser'));

const server = (name: string, changes: object = {}) => ({
  name,
  as: name,
  where: `npx ${name}`,
  secrets: [],
  isThere: false,
  stays: null,
  ...changes,
});
const place = { tool: 'claude-code', title: 'Claude Code', project: null, file: '/home/kay/.claude.json' };
const PLAIN = plainServersSchema.parse({
  ...place,
  connected: true,
  moved: [],
  servers: [
    server('files', { secrets: ['API_KEY'] }),
    server('search'),
    server('old', { stays: { code: 'older', about: '' } }),
  ],
});
const PLAN = movePlanSchema.parse({
  ...PLAIN,
  fingerprint: 'f1',
  addsEntry: false,
  files: [{ file: place.file, isNew: false, diff: '@@ line 1 @@\n-  "API_KEY": "********"' }],
});

function open(mcp: FakeGateway['mcp'], where: 'desktop' | 'browser' = 'desktop', plain: object = PLAIN) {
  if (where === 'desktop') Reflect.set(window, 'purser', {});
  const onChanged = vi.fn();
  const read = () => Promise.resolve([plainServersSchema.parse(plain)]);
  return {
    ...draw(<PlainServersSection onChanged={onChanged} />, aState(), { mcp: { plain: read, ...mcp } }),
    onChanged,
  };
}

test('servers past Purser are named, and moved with the change that was shown', async () => {
  const planMove = vi.fn(() => Promise.resolve(PLAN));
  const move = vi.fn(() =>
    Promise.resolve(movedSchema.parse({ ...place, moved: [{ name: 'search', as: 'search', tools: 2 }], stayed: [] })),
  );
  const { toasts, onChanged } = open({ planMove, move });
  const row = await screen.findByTestId('plain-servers');
  expect(row.textContent).toContain('2 servers of Claude Code do not go through Purser: files, search');
  press('Move the servers of Claude Code behind Purser');
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('to the secret store: API_KEY');
  expect(dialog.textContent).toContain('old It speaks only the older transport (SSE).');
  expect(await within(dialog).findByText(/"API_KEY": "\*{8}"/)).toBeDefined();
  within(dialog).getByLabelText('files').click();
  await waitFor(() => expect(planMove).toHaveBeenLastCalledWith({ tool: 'claude-code', servers: ['search'] }));
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Move' })).toHaveProperty('disabled', false));
  press('Move');
  await waitFor(() => expect(toasts.map(({ text }) => text)).toEqual([expect.stringContaining('Moved search.')]));
  expect(move).toHaveBeenCalledExactlyOnceWith({
    tool: 'claude-code',
    servers: ['search'],
    unchecked: false,
    fingerprint: 'f1',
  });
  expect(onChanged).toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('one that does not answer stays, with the reason, and can be moved all the same', async () => {
  const stayed = [{ name: 'files', stays: { code: 'unreachable', about: 'There is no command "npx".' } }];
  const move = vi
    .fn()
    .mockResolvedValueOnce(movedSchema.parse({ ...place, moved: [], stayed }))
    .mockResolvedValueOnce(
      movedSchema.parse({ ...place, moved: [{ name: 'files', as: 'files', tools: 0 }], stayed: [] }),
    );
  open({ planMove: () => Promise.resolve(PLAN), move });
  await screen.findByTestId('plain-servers');
  press('Move the servers of Claude Code behind Purser');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Move' })).toHaveProperty('disabled', false));
  press('Move');
  expect(await screen.findByText(/There is no command "npx"/)).toBeDefined();
  press('Move these all the same');
  await waitFor(() =>
    expect(move).toHaveBeenLastCalledWith({ tool: 'claude-code', servers: ['files'], unchecked: true }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('what was moved is put back after the change was shown', async () => {
  const back = putBackSchema.parse({
    ...place,
    done: true,
    files: [{ file: place.file, how: 'restored', diff: '+ files' }],
    back: ['files'],
    taken: [],
    kept: [],
  });
  const putBack = vi.fn(() => Promise.resolve(back));
  const { toasts } = open({ putBack }, 'desktop', { ...PLAIN, servers: [], moved: ['files'] });
  expect((await screen.findByTestId('plain-servers')).textContent).toContain('1 server of Claude Code was moved');
  press('Put the servers of Claude Code back');
  expect(await screen.findByText('+ files')).toBeDefined();
  press('Put back');
  await waitFor(() => expect(toasts.map(({ text }) => text)).toEqual(['Put back files.']));
  expect(putBack.mock.calls).toEqual([[{ tool: 'claude-code', dryRun: true }], [{ tool: 'claude-code' }]]);
});

test('in a browser the line for a terminal stands in place of the button', async () => {
  open({}, 'browser', { ...PLAIN, project: '/home/kay/my $(shop)' });
  const row = await screen.findByTestId('plain-servers');
  expect(row.textContent).toContain("purser mcp import claude-code --project '/home/kay/my $(shop)'");
  expect(screen.queryByRole('button', { name: 'Move the servers of Claude Code behind Purser' })).toBeNull();
});

test('of a tool that is not connected nothing is offered', async () => {
  const plain = vi.fn(() => Promise.resolve([{ ...PLAIN, connected: false }]));
  open({ plain });
  await waitFor(() => expect(plain).toHaveBeenCalled());
  expect(screen.queryByTestId('plain-servers')).toBeNull();
});
