// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aState } from '../../../state/testing.ts';
import { choose, draw, fill, press, saidProblem } from '../../../ui/testing.tsx';
import type { FakeGateway } from '../../../ui/testing.tsx';
import { aServer } from '../testing.ts';
import { AddServerDialog } from './add-server-dialog.tsx';

afterEach(() => void Reflect.deleteProperty(window, 'purser'));

function open(add: NonNullable<NonNullable<FakeGateway['mcp']>['add']>, where: 'desktop' | 'browser' = 'desktop') {
  if (where === 'desktop') Reflect.set(window, 'purser', {});
  const onAdded = vi.fn();
  draw(<AddServerDialog gatewayUrl="http://127.0.0.1:4242" onAdded={onAdded} onClose={vi.fn()} />, aState(), {
    mcp: { add },
  });
  return onAdded;
}

test('a command is started with its secrets, and then it is said how tools reach it', async () => {
  let settle: (server: ReturnType<typeof aServer>) => void = () => undefined;
  const add = vi.fn(() => new Promise<ReturnType<typeof aServer>>((resolve) => (settle = resolve)));
  const onAdded = open(add);
  fill('Name', 'memory');
  fill('Command', 'npx "a server"');
  press('Add a variable');
  fill('Variable 1', 'TOKEN');
  fill('Value 1', 's3cret');
  expect(screen.getByLabelText('Value 1')).toHaveProperty('type', 'password');
  press('Add server');
  expect(await screen.findByText(/Starting memory/)).toBeDefined();
  expect(add).toHaveBeenCalledExactlyOnceWith({
    name: 'memory',
    way: { kind: 'command', command: 'npx', args: ['a server'], variables: ['TOKEN'], folder: null },
    secrets: { TOKEN: 's3cret' },
    unchecked: false,
  });
  settle(aServer());
  expect((await screen.findByRole('dialog', { name: 'Added memory' })).textContent).toContain(
    'http://127.0.0.1:4242/mcp/memory',
  );
  expect(screen.getByText('Authorization: Bearer SUB-KEY')).toBeDefined();
  expect(onAdded).toHaveBeenCalledOnce();
});

test('one that cannot be reached is said, and may be kept all the same', async () => {
  const add = vi
    .fn<() => Promise<ReturnType<typeof aServer>>>()
    .mockRejectedValueOnce(
      new ORPCError('INVALID_INPUT', {
        message: 'Nothing answers there. Nothing was kept.',
      }),
    )
    .mockResolvedValueOnce(aServer({ trouble: 'Nothing answers there.' }));
  open(add);
  choose('At an address');
  fill('Name', 'far');
  fill('Address', 'https://mcp.example.com/mcp');
  press('Add server');
  expect(await saidProblem()).toBe('Nothing answers there. Nothing was kept.');
  press('Keep it anyway');
  await screen.findByText('It is kept, but it does not run: Nothing answers there.');
  expect(add).toHaveBeenLastCalledWith(expect.objectContaining({ unchecked: true }));
});

test('in a browser no command is taken: it gives the line for a terminal', async () => {
  const add = vi.fn(() => Promise.resolve(aServer()));
  open(add, 'browser');
  choose('Started by a command');
  expect(screen.getByText(/A browser may not say which command runs/)).toBeDefined();
  fill('Name', 'memory');
  fill('Command', 'npx -y server');
  expect(screen.getByText('purser mcp add memory -- npx -y server')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Add server' })).toBeNull();
  await waitFor(() => expect(add).not.toHaveBeenCalled());
});
