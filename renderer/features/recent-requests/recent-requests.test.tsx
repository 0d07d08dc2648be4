// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RequestView } from '../../../shared/contract/views.ts';
import { aRequest, aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { limitText } from './limit.ts';
import { outcomeText } from './outcome.ts';
import { RecentRequests } from './recent-requests.tsx';

const STARTED = 1_763_700_000_000;
test('the last ten, each with what it read and wrote', () => {
  const requests = Array.from({ length: 12 }, (_, index) => ({
    ...aRequest(index, STARTED),
    inputTokens: 12_345,
    cacheReadTokens: 10_000,
  }));
  draw(<RecentRequests state={aState()} requests={requests} />, aState());
  const rows = screen.getAllByTestId('request');
  expect(rows).toHaveLength(10);
  const [first] = rows;
  if (first === undefined) throw new Error('a request is shown');
  expect(within(first).getByText('12.3k').title).toBe('12,345 input, 10,000 of it read from cache, 5 output');
  expect(first.textContent).toContain('$0.01');
});

test('a call of a tool has no tokens', () => {
  const call = { ...aRequest(1, STARTED), provider: 'memory', model: 'memory/read_graph', endpoint: 'tools/call' };
  draw(<RecentRequests state={aState()} requests={[{ ...call, inputTokens: 0, outputTokens: 0 }]} />, aState());
  const text = screen.getByTestId('request').textContent;
  expect(text).toContain('memory/read_graph––Served');
  expect(text).not.toContain('in, ');
});

test('none yet says what will come', () => {
  draw(<RecentRequests state={aState()} requests={[]} />, aState());
  expect(screen.getByText('No requests yet. They appear here when they finish.')).toBeTruthy();
});

test.each<[Partial<RequestView>, string, string]>([
  [{}, 'Served', 'quiet'],
  [{ loweredOutput: true }, 'Served, limit lowered', 'soft'],
  [{ loweredOutput: true, outputLimit: 900 }, 'Served, limit lowered', 'soft'],
  [{ outputLimit: 900 }, 'Served', 'quiet'],
  [{ outcome: 'cut' }, 'Cut', 'warn'],
  [{ outcome: 'client-gone' }, 'Left early', 'soft'],
  [{ outcome: 'provider-error', status: 529 }, 'Provider error 529', 'danger'],
  [{ outcome: 'provider-error', status: null }, 'Provider error', 'danger'],
  [{ outcome: 'crashed' }, 'Crashed', 'danger'],
  [{ outcome: 'provider-error', status: null, endpoint: 'tools/call' }, 'Tool error', 'danger'],
])('%j ended as “%s”', (changes, text, tone) => {
  expect(outcomeText({ ...aRequest(1, STARTED), ...changes })).toMatchObject({ text, tone });
});

test.each<[Partial<RequestView>, string | undefined]>([
  [{}, undefined],
  [
    { loweredOutput: true, outputLimit: 9_000 },
    'Purser limited the answer to 9,000 tokens, because the cap had no room for more.',
  ],
  [
    { outputLimit: 1 },
    'Purser limited the answer to 1 token: a rule allows no more, or nobody knows how long this model’s answers ' +
      'can be.',
  ],
  [{ loweredOutput: true }, 'Purser limited the length of the reply to what the cap had room for.'],
])('%j: a limit that Purser set is told with its figure', (changes, limit) => {
  const request = { ...aRequest(1, STARTED), ...changes };
  expect(limitText(request)).toBe(limit);
  expect(outcomeText(request).why).toContain(limit ?? 'The whole reply arrived.');
});

test('a row says why its cost is what it is', () => {
  const [estimated, corrected] = [{ certainty: 'estimated', basis: 'left' }, { basis: 'corrected' }] as const;
  const [first, second, third] = [1, 2, 3].map((number) => aRequest(number, STARTED));
  if (!first || !second || !third) throw new Error('three requests');
  const requests = [first, { ...second, ...estimated }, { ...third, ...corrected }];
  draw(<RecentRequests state={aState()} requests={requests} />, aState());
  const costs = screen.getAllByTestId('request').map((row) => row.querySelector('.requests-cost [title]'));
  expect(costs.map((cost) => cost?.textContent)).toEqual(['$0.0100', '~estimated $0.0100', 'set by you $0.0100']);
  expect(costs.map((cost) => cost?.getAttribute('title')?.split('.')[0])).toEqual([
    'The provider said what was used',
    'The provider reported no usage',
    'You set this cost',
  ]);
});
