// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { approvalViewSchema } from '../../../shared/contract/approval-views.ts';
import { approvalIdSchema } from '../../../shared/ids.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { Approvals } from './approvals.tsx';

const approval = approvalViewSchema.parse({
  id: 'apr_aaaaaaaa',
  at: Date.now(),
  expiresAt: Date.now() + 90_000,
  agentId: 'agt_aaaaaaaaaaa0',
  agent: 'Codex',
  subKeyId: 'key_aaaaaaaaaaa0',
  provider: 'openai',
  model: 'gpt-5',
  needed: 310_000_000,
  reason: 'Codex has used $5.00 of its $5.00 for today.',
  raiseBy: 5_000_000_000,
});
test.each([
  ['Allow this one request of Codex', 'allow-once'],
  ['Raise the cap of Codex for today by $5.00', 'raise-today'],
  ['Deny the request of Codex', 'deny'],
])('%s answers %s', async (name, word) => {
  const answer = vi.fn(() => Promise.resolve({}));
  draw(<ApprovalCard approval={approval} color={undefined} timeZone="UTC" />, aState(), { approvals: { answer } });
  expect(screen.getByRole('article', { name: 'Codex asks for up to $0.31' }).textContent).toContain(
    'Codex has used $5.00 of its $5.00 for today.',
  );
  fireEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith({ id: approval.id, answer: word }));
});

const call = {
  server: 'memory',
  tool: 'delete_all',
  arguments: '{\n  "names": [\n    "a\\u202e"\n  ]\n}',
  mayDestroy: true,
};
const asksToCall = approvalViewSchema.parse({
  ...approval,
  provider: 'memory',
  model: 'memory/delete_all',
  needed: 0,
  raiseBy: 0,
  call,
});

test('a call of a tool says who calls what with what, and what it may do', () => {
  draw(<ApprovalCard approval={asksToCall} color={undefined} timeZone="UTC" />, aState());
  const card = screen.getByRole('article', { name: 'Codex wants to call "memory/delete_all"' });
  expect(card.textContent).toContain('This tool may change or delete something.');
  expect(screen.getByRole('region', { name: 'With these arguments:' }).textContent).toBe(call.arguments);
  expect(
    within(card)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Deny', 'Always allow this tool', 'Allow once']);
});

test('one that a rule asks about says that, and without arguments there is no block', () => {
  const plain = approvalViewSchema.parse({ ...asksToCall, call: { ...call, arguments: '{}', mayDestroy: false } });
  draw(<ApprovalCard approval={plain} color={undefined} timeZone="UTC" />, aState());
  expect(screen.getByText('A rule says to ask you before this tool is called.')).toBeDefined();
  expect(screen.getByText('Without arguments.')).toBeDefined();
  expect(screen.queryByRole('region')).toBeNull();
});

test.each([
  ['Allow once: Codex calls "memory/delete_all"', 'allow-once'],
  ['Always allow this tool: Codex calls "memory/delete_all"', 'allow-always'],
  ['Deny: Codex calls "memory/delete_all"', 'deny'],
])('for a call, %s answers %s', async (name, word) => {
  const answer = vi.fn(() => Promise.resolve({}));
  draw(<ApprovalCard approval={asksToCall} color={undefined} timeZone="UTC" />, aState(), { approvals: { answer } });
  fireEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith({ id: approval.id, answer: word }));
});

test('an answer that failed is said, and can be given again', async () => {
  draw(<ApprovalCard approval={approval} color={undefined} timeZone="UTC" />, aState(), {
    approvals: { answer: () => Promise.reject(new Error('gone')) },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Deny the request of Codex' }));
  expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
  expect(screen.getByRole('button', { name: 'Deny the request of Codex' }).getAttribute('aria-disabled')).toBe('false');
});

test('no answer can be given twice while the first is on its way', async () => {
  const answer = vi.fn(() => new Promise<object>(() => undefined));
  draw(<ApprovalCard approval={approval} color={undefined} timeZone="UTC" />, aState(), { approvals: { answer } });
  fireEvent.click(screen.getByRole('button', { name: 'Allow this one request of Codex' }));
  await waitFor(() => expect(answer).toHaveBeenCalledOnce());
  fireEvent.click(screen.getByRole('button', { name: 'Deny the request of Codex' }));
  expect(answer).toHaveBeenCalledOnce();
});

test('the time that is left goes down by the second, and its end is said', () => {
  vi.useFakeTimers({ now: approval.expiresAt - 61_000 });
  draw(<ApprovalCard approval={approval} color={undefined} timeZone="UTC" />, aState());
  expect(screen.getByText('1:01 left')).toBeDefined();
  act(() => void vi.advanceTimersByTime(2_000));
  expect(screen.getByText('0:59 left')).toBeDefined();
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.getByText('no time left')).toBeDefined();
});

test('of many that wait two stand there, and a count opens the others', () => {
  const ids = ['apr_aaaaaaaa', 'apr_bbbbbbbb', 'apr_cccccccc', 'apr_dddddddd'].map((id) => approvalIdSchema.parse(id));
  const waiting = { ...aState(), approvals: ids.map((id) => ({ ...approval, id })) };
  draw(<Approvals state={waiting} />, waiting);
  expect(screen.getAllByRole('article')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '2 more requests waiting' }));
  expect(screen.getAllByRole('article')).toHaveLength(4);
});

test('requests that wait stand together and are counted aloud; without one there is nothing', () => {
  const waiting = { ...aState(), approvals: [approval, { ...approval, id: approvalIdSchema.parse('apr_bbbbbbbb') }] };
  draw(<Approvals state={waiting} />, waiting);
  expect(screen.getByRole('status').textContent).toBe('2 requests waiting for your answer');
  const list = screen.getByRole('region', { name: 'Waiting for your answer' });
  expect(within(list).getAllByRole('article')).toHaveLength(2);
  cleanup();
  draw(<Approvals state={aState()} />, aState());
  expect(screen.getByRole('status').textContent).toBe('');
  expect(screen.queryByRole('region')).toBeNull();
});
