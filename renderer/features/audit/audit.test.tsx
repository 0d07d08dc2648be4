// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { AuditList } from './audit-list.tsx';
import { VerifyRecord } from './verify.tsx';

const state = aState();
const entry = (seq: number, more: object = {}) => ({
  seq,
  hash: `hash-${seq}`,
  text: JSON.stringify({
    at: 1_763_700_000_000,
    kind: 'agent-paused',
    agentId: 'agt_aaaaaaaaaaa0',
    detail: {},
    ...more,
  }),
});

test('an entry says what happened, to whom, and its hash to those who look for it', async () => {
  const newest = vi.fn(() => Promise.resolve([entry(1, { subKeyId: 'key_aaaaaaaaaaa0', detail: { cutRequests: 2 } })]));
  draw(<AuditList state={state} />, state, { audit: { newest } } satisfies FakeGateway);
  const row = await screen.findByTestId('audit-entry');
  const [number, , what, who, details] = within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect([number, what, who, details]).toEqual(['1', 'Agent paused', 'Agent 0 …ab12', 'cut requests 2']);
  expect(within(row).getByTitle('SHA-256 hash-1')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Show older entries' })).toBeNull();
});

test('older entries are read page by page, before the last one that is shown', async () => {
  const newest = vi.fn(({ before = 4 }: { readonly before?: number | undefined }) =>
    Promise.resolve([entry(before - 1), entry(before - 2)].filter(({ seq }) => seq > 0)),
  );
  draw(<AuditList state={state} />, state, { audit: { newest } } satisfies FakeGateway);
  await screen.findAllByTestId('audit-entry');
  press('Show older entries');
  await waitFor(() => expect(screen.getAllByTestId('audit-entry')).toHaveLength(3));
  expect(newest).toHaveBeenLastCalledWith({ before: 2, limit: 100 });
  expect(screen.queryByRole('button', { name: 'Show older entries' })).toBeNull();
});

test('refreshing asks for the newest again, and begins anew', async () => {
  const newest = vi.fn(() => Promise.resolve([entry(7)]));
  draw(<AuditList state={state} />, state, { audit: { newest } } satisfies FakeGateway);
  await screen.findByTestId('audit-entry');
  newest.mockResolvedValue([entry(8), entry(7)]);
  press('Refresh');
  await waitFor(() => expect(screen.getAllByTestId('audit-entry')).toHaveLength(2));
});

test('a page that cannot be read says so, and what is shown stays', async () => {
  const newest = vi.fn(() => Promise.resolve([entry(7)]));
  draw(<AuditList state={state} />, state, { audit: { newest } } satisfies FakeGateway);
  await screen.findByTestId('audit-entry');
  newest.mockRejectedValue(new Error('gone'));
  press('Show older entries');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByTestId('audit-entry')).toBeDefined();
});

test('a text that is no entry is shown as it is', async () => {
  const newest = () => Promise.resolve([{ seq: 1, hash: 'x', text: 'not ours' }]);
  draw(<AuditList state={state} />, state, { audit: { newest } } satisfies FakeGateway);
  expect((await screen.findByTestId('audit-entry')).textContent).toContain('not ours');
});

test.each([
  [{ entries: 12, brokenAt: null }, 'Audit log verified: 12 entries, unchanged.', 'status'],
  [{ entries: 1, brokenAt: null }, 'Audit log verified: 1 entry, unchanged.', 'status'],
  [
    { entries: 12, brokenAt: null, sealedTo: 11 },
    'Audit log verified: 12 entries, unchanged. Sealed up to entry 11, by a key that only your secret store has.',
    'status',
  ],
  [
    { entries: 6, brokenAt: 7 },
    'Entry 7 does not match the one before it: the audit log was changed outside Purser. Unchanged entries before ' +
      'it: 6.',
    'alert',
  ],
])('the record is verified on demand: %j', async (verdict, sentence, role) => {
  const verify = vi.fn(() => Promise.resolve({ head: 'abc123', keptAt: null, sealedTo: null, ...verdict }));
  draw(<VerifyRecord />, state, { audit: { verify } } satisfies FakeGateway);
  expect(verify).not.toHaveBeenCalled();
  press('Verify now');
  const told = await screen.findByTestId('verdict');
  expect(within(told).getByRole(role).textContent).toBe(sentence);
  expect(within(told).getByText('abc123')).toBeDefined();
  expect(within(told).getByRole('button', { name: 'Copy the last hash' })).toBeDefined();
});

test('a verification that failed gives no verdict', async () => {
  draw(<VerifyRecord />, state, { audit: { verify: () => Promise.reject(new Error('gone')) } } satisfies FakeGateway);
  press('Verify now');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.queryByTestId('verdict')).toBeNull();
});
