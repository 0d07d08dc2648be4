// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RequestView } from '../../../shared/contract/views.ts';
import { aRequest, aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { outcomeText } from './outcome.ts';
import { RecentRequests } from './recent-requests.tsx';

const STARTED = 1_763_700_000_000;
afterEach(cleanup);

test('the last ten, each with what it read and wrote', () => {
  const requests = Array.from({ length: 12 }, (_, index) => ({ ...aRequest(index, STARTED), inputTokens: 12_345, cacheReadTokens: 10_000 }));
  draw(<RecentRequests state={aState()} requests={requests} />, aState());
  const rows = screen.getAllByTestId('request');
  expect(rows).toHaveLength(10);
  const [first] = rows;
  if (first === undefined) throw new Error('a request is shown');
  expect(within(first).getByText('12.3k').title).toBe('12,345 input, 10,000 of it read from cache, 5 output');
  expect(first.textContent).toContain('$0.01');
});

test('none yet says what will come', () => {
  draw(<RecentRequests state={aState()} requests={[]} />, aState());
  expect(screen.getByText('No request yet. They appear here the moment they are settled.')).toBeTruthy();
});

test.each<[Partial<RequestView>, string, string]>([
  [{}, 'Served', 'quiet'],
  [{ loweredOutput: true }, 'Served, limit lowered', 'soft'],
  [{ outcome: 'cut' }, 'Cut', 'warn'],
  [{ outcome: 'client-gone' }, 'Left early', 'soft'],
  [{ outcome: 'provider-error', status: 529 }, 'Provider error 529', 'danger'],
  [{ outcome: 'provider-error', status: null }, 'Provider error', 'danger'],
  [{ outcome: 'crashed' }, 'Crashed', 'danger'],
])('%j ended as “%s”', (changes, text, tone) => {
  expect(outcomeText({ ...aRequest(1, STARTED), ...changes })).toMatchObject({ text, tone });
});
