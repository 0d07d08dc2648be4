// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { approvalViewSchema } from '../../../shared/contract/approval-views.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { ApprovalCard } from './approval-card.tsx';

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
  draw(<ApprovalCard approval={approval} color={undefined} />, aState(), { approvals: { answer } });
  expect(screen.getByRole('article', { name: 'Codex asks for up to $0.31' }).textContent).toContain(
    'Codex has used $5.00 of its $5.00 for today.',
  );
  fireEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith({ id: approval.id, answer: word }));
});

test('an answer that failed is said, and can be given again', async () => {
  draw(<ApprovalCard approval={approval} color={undefined} />, aState(), {
    approvals: { answer: () => Promise.reject(new Error('gone')) },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Deny the request of Codex' }));
  expect((await screen.findByRole('alert')).textContent).toContain('did not answer');
  expect(screen.getByRole('button', { name: 'Deny the request of Codex' })).toHaveProperty('disabled', false);
});
