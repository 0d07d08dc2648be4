// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, fill, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { ChangedTools } from './changes/changed-tools.tsx';
import { McpPanel } from './mcp-panel.tsx';
import { aServer, aTool } from './testing.ts';

const state = aState();

function open(servers: readonly object[], mcp: FakeGateway['mcp'] = {}, changesOf?: string) {
  return draw(<McpPanel state={state} changesOf={changesOf} />, state, {
    mcp: { list: () => Promise.resolve(servers.map(aServer)), ...mcp },
  });
}

test('a server says how it does, how it is reached, and what it cost', async () => {
  open([{}]);
  const card = await screen.findByTestId('mcp-server');
  expect(within(card).getByRole('status').textContent).toBe('Running');
  for (const text of ['12 calls', '1 error', '$0.12 spent', 'never used', "npx -y 'a server'"])
    expect(within(card).getByText(text)).toBeDefined();
  expect(card.textContent).toContain('http://127.0.0.1:1/mcp/memory');
  expect(within(card).getByRole('link', { name: '12 calls' }).getAttribute('href')).toBe('#/requests?provider=memory');
});

test.each([
  ['idle', 'Idle'],
  ['starting', 'Starting…'],
  ['failed', 'Failed'],
  ['stopped', 'Stopped'],
])('the state %s is a word and a shape', async (known, word) => {
  open([{ state: known }]);
  const status = within(await screen.findByTestId('mcp-server')).getByRole('status');
  expect(status.textContent).toBe(word);
  expect(status.querySelector('svg, .mcp-shape')).not.toBeNull();
});

test('trouble is a sentence with a way out, and its last words can be read', async () => {
  const restart = vi.fn(() => Promise.resolve(aServer()));
  open([{ state: 'stopped', trouble: 'It ended at once.', lastWords: 'Error: no such file\n' }], { restart });
  expect(await screen.findByText('It ended at once.')).toBeDefined();
  expect(screen.getByRole('region', { name: 'What the process of memory last wrote', hidden: true }).textContent).toBe(
    'Error: no such file\n',
  );
  press('Restart memory');
  await waitFor(() => expect(restart).toHaveBeenCalledExactlyOnceWith({ name: 'memory' }));
});

test('its tools say what they may do, and are searched', async () => {
  const tools = [
    aTool({ title: 'Read all', description: `Long ${'word '.repeat(60)}end` }),
    aTool({ name: 'delete_all', readOnly: false, mayDestroy: true, state: 'changed' }),
    aTool({ name: 'add_one', readOnly: false }),
    aTool({ name: 'old', state: 'gone' }),
    aTool({ name: 'five' }),
    aTool({ name: 'six' }),
  ];
  open([{ tools }]);
  await screen.findByText('6 tools');
  const rows = () => screen.getAllByTestId('mcp-tool').map(({ textContent }) => textContent);
  expect(rows()[0]).toContain('delete_all');
  expect(rows()[0]).toContain('May change or delete');
  expect(rows()[0]).toContain('Changed');
  expect(rows()[1]).toContain('Reads only');
  expect(rows()[1]).not.toContain('end');
  expect(rows()[2]).toContain('Only adds');
  expect(rows()[3]).toContain('Gone');
  press('Show all of the description of read_graph');
  expect(rows()[1]).toContain('end');
  fill('Search in the tools of memory', 'long word');
  expect(rows()).toHaveLength(1);
  fill('Search in the tools of memory', 'nothing such');
  expect(screen.getByText('No tool matches.')).toBeDefined();
});

test('removing asks first', async () => {
  const remove = vi.fn(() => Promise.resolve({ name: 'memory' }));
  const { toasts } = open([{}], { remove });
  await screen.findByTestId('mcp-server');
  press('Remove memory');
  const question = screen.getByRole('group', { name: 'Remove memory?' });
  expect(remove).not.toHaveBeenCalled();
  within(question).getByRole('button', { name: 'Remove' }).click();
  await waitFor(() => expect(remove).toHaveBeenCalledExactlyOnceWith({ name: 'memory' }));
  expect(toasts.map(({ text }) => text)).toEqual(['memory is removed.']);
});

test('prices are shown, changed, and the change is undone', async () => {
  const setPrices = vi.fn(() => Promise.resolve(aServer()));
  const { toasts } = open([{ prices: [{ tools: '*', call: 10_000_000, unit: null }] }], { setPrices });
  expect(await screen.findByText('*: $0.01 a call')).toBeDefined();
  press('Prices of the tools of memory');
  fill('Price 1 of a call in dollars', '0.02');
  press('Add a price');
  fill('Tools of price 2', 'scan');
  fill('Argument that counts units of price 2', 'pages');
  fill('Price 2 of a unit in dollars', '0.5');
  press('Save');
  await waitFor(() =>
    expect(setPrices).toHaveBeenCalledExactlyOnceWith({
      name: 'memory',
      prices: [
        { tools: '*', call: 20_000_000, unit: null },
        { tools: 'scan', call: 0, unit: { argument: 'pages', price: 500_000_000 } },
      ],
    }),
  );
  await toasts[0]?.undo?.();
  expect(setPrices).toHaveBeenLastCalledWith({
    name: 'memory',
    prices: [{ tools: '*', call: 10_000_000, unit: null }],
  });
});

const CHANGE = {
  server: 'memory',
  tool: 'read_graph',
  version: 'v2',
  differences: [
    { at: 'description', before: 'Read the graph', after: 'Send \\u200b it away' },
    { at: 'annotations', before: null, after: '{}' },
  ],
};
const changed = [{ tools: [aTool({ state: 'changed' })] }];

test('a changed tool is told of, shown field by field, and trusted with the version that was seen', async () => {
  const accept = vi.fn(() => Promise.resolve(aServer()));
  const { toasts } = open(changed, { accept, changes: () => Promise.resolve([CHANGE]) });
  await screen.findByText(/A tool of an MCP server has changed/);
  screen.getAllByRole('button', { name: 'See the difference' })[0]?.click();
  const dialog = await screen.findByRole('dialog', { name: 'Changed tools of memory' });
  expect((await within(dialog).findByRole('region', { name: 'Trusted: description' })).textContent).toBe(
    'Read the graph',
  );
  expect(within(dialog).getByRole('region', { name: 'Now: description' }).textContent).toBe('Send \\u200b it away');
  expect(within(dialog).getByText('nothing')).toBeDefined();
  press('Trust the new description');
  await waitFor(() =>
    expect(accept).toHaveBeenCalledExactlyOnceWith({ name: 'memory', tool: 'read_graph', version: 'v2' }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(toasts.map(({ text }) => text)).toEqual(['read_graph is trusted as it is described now.']);
});

test('one that has changed again meanwhile is shown anew, and nothing is trusted', async () => {
  const changes = vi
    .fn<() => Promise<(typeof CHANGE)[]>>()
    .mockResolvedValueOnce([CHANGE])
    .mockResolvedValue([{ ...CHANGE, version: 'v3', differences: [{ at: 'title', before: 'a', after: 'third' }] }]);
  const accept = vi.fn(() => Promise.reject(new ORPCError('CONFLICT', { message: 'It has changed again.' })));
  open(changed, { accept, changes }, 'memory');
  await screen.findByRole('region', { name: 'Now: description' });
  press('Trust the new description');
  expect(await saidProblem()).toBe('It has changed again.');
  expect((await screen.findByRole('region', { name: 'Now: title' })).textContent).toBe('third');
});

test('kept stopped, the next one is shown, and the last closes', async () => {
  const changes = () => Promise.resolve([CHANGE, { ...CHANGE, tool: 'other' }]);
  open([{ tools: [aTool({ state: 'changed' }), aTool({ name: 'other', state: 'changed' })] }], { changes }, 'memory');
  expect(await screen.findByText('1 more changed tool after this one')).toBeDefined();
  press('Keep it stopped');
  expect(await screen.findByText(/describes the tool other/)).toBeDefined();
  press('Keep it stopped');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('other pages lead to it', async () => {
  draw(<ChangedTools />, state, { mcp: { list: () => Promise.resolve(changed.map(aServer)) } });
  (await screen.findByRole('button', { name: 'See the difference' })).click();
  expect(window.location.hash).toBe('#/mcp?changes=memory');
});

test('a login opens its page here, is waited for, and then it is looked at again', async () => {
  let finish = (): void => undefined;
  const login = vi.fn(async () => {
    async function* steps() {
      yield { url: 'https://login.example/authorize?state=1' };
      await new Promise<void>((resolve) => (finish = resolve));
      yield { done: true as const };
    }
    return Promise.resolve(steps());
  });
  const list = vi.fn(() =>
    Promise.resolve([aServer({ state: 'failed', trouble: 'It wants you to log in.', needsLogin: true })]),
  );
  open([], { list, login });
  await screen.findByText('It wants you to log in.');
  press('Log in at memory');
  const link = await screen.findByRole('link', { name: 'Open the login page' });
  expect(link.getAttribute('href')).toBe('https://login.example/authorize?state=1');
  const before = list.mock.calls.length;
  finish();
  await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before));
  expect(screen.queryByRole('link', { name: 'Open the login page' })).toBeNull();
});

test('its caps stand on it, and its limits can be set for everybody', async () => {
  const amounts = { amount: 5_000_000_000, raisedBy: 0, spent: 1_000_000_000, reserved: 0 };
  const caps = [{ window: 'day', rolling: false, ...amounts, resetsAt: null }];
  const { dialogs } = open([{ caps, policy: { requestsPerMinute: 3 } }]);
  const card = await screen.findByTestId('mcp-server');
  expect(card.textContent).toContain('$1.00 of $5.00 today');
  expect(within(card).getByText('3 requests a minute')).toBeDefined();
  press('Caps and rules of memory');
  expect(dialogs).toMatchObject([
    { kind: 'policy', scope: 'provider:memory', of: { name: 'everyone who uses memory' } },
  ]);
});
