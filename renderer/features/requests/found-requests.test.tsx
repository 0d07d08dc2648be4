// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { RefusalView } from '../../../shared/contract/refusal-views.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { aRefusal, aRequest, aState } from '../../state/testing.ts';
import { draw, fill, giveSize, press, saidProblem, tell } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { NO_FILTERS } from './filters/filters.ts';
import type { RequestFilters } from './filters/filters.ts';
import { FoundRequests } from './found-requests.tsx';
import type { Search } from './pager.ts';

const AT = 1_763_700_000_000;
const state = aState({ providers: [{ name: 'openai' }] });
const ANYTHING: Search = {};

// No layout here: a list in which twenty rows are in sight.
beforeEach(() => {
  giveSize(800);
});

/** The list over one page of these requests, and a gateway that knows more of each. */
function open(
  requests: readonly RequestView[],
  { search = ANYTHING, next = null as string | null, refusals = [] as readonly RefusalView[] } = {},
) {
  const asked = vi.fn((_input: object) => Promise.resolve({ requests, refusals, next, searchedTo: AT }));
  const sum = vi.fn((_input: object) =>
    Promise.resolve({
      requests: requests.length,
      refused: refusals.length,
      cost: 1_500_000_000,
      inputTokens: 12_000,
      outputTokens: 300,
      next: null,
    }),
  );
  const detail = vi.fn(({ id }: { readonly id: string }) =>
    Promise.resolve({
      request: requests.find((request) => request.id === id) ?? {},
      reserved: 50_000_000,
      rates: [{ part: 'input', nanodollars: 1_250_000_000 }],
      usage: [
        { part: 'input', tokens: 12_345 },
        { part: 'cache_read', tokens: 100 },
        { part: 'output', tokens: 0 },
      ],
      costs: [
        { part: 'input', nanodollars: 8_000_000 },
        { part: 'cache_read', nanodollars: 1_000_000 },
        { part: 'webSearches', nanodollars: 2_000_000 },
      ],
      answered: 'overloaded_error: Overloaded',
      audit: [
        { seq: 7, at: AT, kind: 'request-cut', text: JSON.stringify({ at: AT, kind: 'request-cut', detail: {} }) },
      ],
    }),
  );
  const gateway = { usage: { search: asked, request: detail, sum } } satisfies FakeGateway;
  return { asked, detail, sum, ...draw(<FoundRequests state={state} search={search} />, state, gateway) };
}

const refusedRows = (): readonly HTMLElement[] => screen.queryAllByTestId('refused');
const rows = (): readonly HTMLElement[] => screen.queryAllByTestId('request');
const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Requests' });
const opened = (): HTMLElement => screen.getByRole('complementary', { name: 'The opened request' });

test('what is found is listed and counted', async () => {
  const { asked } = open([aRequest(2, AT + 1_000), aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(screen.getByRole('status').textContent).toBe('2 found. That is all.');
  expect(asked).toHaveBeenCalledExactlyOnceWith({ limit: 100 });
  expect(rows()[0]?.textContent).toContain('gpt-5');
});

test('nothing found is said', async () => {
  open([]);
  expect(await screen.findByText('No requests yet. They appear here when they finish, or are refused.')).toBeDefined();
});

test('filters that nothing passes are said to be the reason', async () => {
  open([], { search: { model: 'gpt-5' } });
  expect(await screen.findByText('No request matches these filters.')).toBeDefined();
});

test('a search that failed is said', async () => {
  const gone = () => Promise.reject(new Error('gone'));
  const gateway = { usage: { search: gone, sum: gone } } satisfies FakeGateway;
  draw(<FoundRequests state={state} search={ANYTHING} />, state, gateway);
  expect(await saidProblem()).toContain('did not answer');
});

test('a request that settles now stands on top, unless it is another one’s', async () => {
  const { session } = open([aRequest(1, AT)], { search: { provider: 'openai' } });
  await waitFor(() => expect(rows()).toHaveLength(1));
  tell(session, { type: 'request', request: { ...aRequest(2, AT + 5_000), model: 'gpt-new' } });
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(rows()[0]?.textContent).toContain('gpt-new');
  tell(session, { type: 'request', request: { ...aRequest(3, AT + 9_000), provider: 'anthropic' } });
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(rows()).toHaveLength(2);
});

test('a click opens a request with all that is known of it, and its cross closes it', async () => {
  open([aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(1));
  fireEvent.click(rows()[0] ?? document.body);
  const cells = (await within(opened()).findAllByRole('cell')).map(({ textContent }) => textContent);
  // Without a rate of its own the cache is read at that of input; what was not used has no line.
  // What the parts leave to what was booked stands by itself.
  const lines = [
    ['12,345', '$1.25', '$0.0080'],
    ['100', '$1.25', '$0.0010'],
    ['', '', '$0.0020'],
    ['-$0.0010'],
    ['$0.0100'],
  ];
  expect(cells).toEqual(lines.flat());
  expect(opened().textContent).toContain('$0.05 was held for it until it ended.');
  expect(within(opened()).getByText('Request cut')).toBeDefined();
  press('Close the request');
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('by keyboard: arrows move, Enter opens, and then the arrows open the next', async () => {
  const { detail } = open([aRequest(3, AT + 2_000), aRequest(2, AT + 1_000), aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(3));
  const key = (name: string): boolean => fireEvent.keyDown(grid(), { key: name });
  const active = (): string | null | undefined =>
    document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex');
  expect(active()).toBe('2');
  key('ArrowDown');
  expect(active()).toBe('3');
  expect(screen.queryByRole('complementary')).toBeNull();
  key('Enter');
  expect(opened()).toBeDefined();
  key('End');
  expect(active()).toBe('4');
  await waitFor(() => expect(detail).toHaveBeenLastCalledWith({ id: aRequest(1, AT).id }));
  key('ArrowDown');
  expect(active()).toBe('4');
  key('Home');
  expect(active()).toBe('2');
  // Anything else is not taken from the page.
  expect(key('Tab')).toBe(true);
});

test('the arrows stay at their request while new ones push it down', async () => {
  const { session } = open([aRequest(2, AT + 1_000), aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(2));
  fireEvent.keyDown(grid(), { key: 'End' });
  const before = grid().getAttribute('aria-activedescendant');
  tell(session, { type: 'request', request: aRequest(3, AT + 5_000) });
  await waitFor(() => expect(rows()).toHaveLength(3));
  expect(grid().getAttribute('aria-activedescendant')).toBe(before);
});

test('a cost that a person sets is seen in the list and beside it', async () => {
  const request = aRequest(1, AT);
  const { session } = open([request]);
  await waitFor(() => expect(rows()).toHaveLength(1));
  fireEvent.click(rows()[0] ?? document.body);
  tell(session, {
    type: 'corrected',
    request: { ...request, basis: 'corrected', cost: aState().spentToday },
  });
  expect(rows()[0]?.textContent).toContain('$0.0000');
  expect(opened().querySelector('.detail-cost')?.textContent).toBe('$0.0000');
});

test('the end of what was read asks for more', async () => {
  const { asked } = open(
    Array.from({ length: 100 }, (_, index) => aRequest(100 - index, AT - index)),
    { next: 'further' },
  );
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('100 listed. Scroll for older ones.'));
  fireEvent.keyDown(grid(), { key: 'End' });
  grid().scrollTop = 4_000;
  fireEvent.scroll(grid());
  await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ limit: 100, cursor: 'further' }));
});

test('a refused request stands among the others, with its rule and the sentence its tool got', async () => {
  open([aRequest(1, AT)], { refusals: [aRefusal(1, AT + 9_000, { count: 12 })] });
  await waitFor(() => expect(refusedRows()).toHaveLength(1));
  expect(grid().querySelector('[aria-rowindex="2"]')).toBe(refusedRows()[0]);
  expect(refusedRows()[0]?.textContent).toContain('Refused: cap ×12');
  fireEvent.click(refusedRows()[0] ?? document.body);
  expect(opened().textContent).toContain('Agent 0 has used $5.00 of its $5.00 for today.');
  expect(opened().textContent).toContain('12 times');
  expect(within(opened()).getByRole('link', { name: 'All its requests' }).getAttribute('href')).toBe(
    '#/requests?key=key_aaaaaaaaaaa0',
  );
});

test('a refusal is listed at once, and its repeats move the same row up', async () => {
  const { session } = open([aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(1));
  tell(session, { type: 'refusal', refusal: aRefusal(1, AT + 5_000) });
  await waitFor(() => expect(refusedRows()).toHaveLength(1));
  tell(session, { type: 'request', request: aRequest(2, AT + 8_000) });
  tell(session, { type: 'refusal', refusal: aRefusal(1, AT + 9_000, { count: 2 }) });
  await waitFor(() => expect(refusedRows()[0]?.textContent).toContain('×2'));
  expect(refusedRows()).toHaveLength(1);
  expect(refusedRows()[0]?.getAttribute('aria-rowindex')).toBe('2');
});

test('Escape closes the opened request, and the arrows go on from the list', async () => {
  open([aRequest(1, AT)]);
  await waitFor(() => expect(rows()).toHaveLength(1));
  fireEvent.click(rows()[0] ?? document.body);
  expect(opened()).toBeDefined();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(grid());
});

test('what was found is added up', async () => {
  const { sum } = open([aRequest(1, AT)], { refusals: [aRefusal(1, AT)] });
  await waitFor(() => expect(screen.getByTestId('sum').textContent).toContain('$1.50spent'));
  expect(screen.getByTestId('sum').textContent).toContain('1request1refused12ktokens in300tokens out');
  expect(sum).toHaveBeenCalledWith({});
});

test('a failed request says what its provider answered, and what was booked for it', async () => {
  open([{ ...aRequest(1, AT), outcome: 'provider-error', status: 529, basis: 'unused', cost: aState().spentToday }]);
  await waitFor(() => expect(rows()).toHaveLength(1));
  fireEvent.click(rows()[0] ?? document.body);
  await within(opened()).findByText('529: overloaded_error: Overloaded');
  expect(opened().textContent).toContain('Exact. Nothing was used: the provider refused it, or never got it.');
});

/** The filters as the page keeps them. */
function Filters({ onFilters }: { onFilters(filters: RequestFilters): void }): ReactNode {
  const [filters, setFilters] = useState({ ...NO_FILTERS, session: 'ses_1' });
  return (
    <FilterBar
      state={state}
      filters={filters}
      onFilters={(next) => {
        setFilters(next);
        onFilters(next);
      }}
    />
  );
}

test('each filter narrows, a session is taken away by itself, and all are cleared by one button', async () => {
  const onFilters = vi.fn();
  const groups = { model: ['gpt-5', 'claude', 'gpt-5'], project: ['', '/home/me/shop'], provider: ['memory'] };
  const series = ({ by }: { readonly by?: string | undefined }) =>
    Promise.resolve({
      points: groups[by === 'project' || by === 'provider' ? by : 'model'].map((group) => ({ group })),
    });
  draw(<Filters onFilters={onFilters} />, state, { usage: { series } } satisfies FakeGateway);
  await screen.findByRole('option', { name: 'claude' });
  expect(screen.getAllByRole('option', { name: 'gpt-5' })).toHaveLength(1);
  // An MCP server stands where providers stand.
  expect(screen.getAllByRole('option', { name: 'memory' })).toHaveLength(1);
  fill('Search', 'codex');
  fill('Agent', 'agt_aaaaaaaaaaa0');
  fill('Provider', 'openai');
  fill('Model', 'gpt-5');
  fill('Outcome', 'cut');
  fill('Time', 'week');
  fill('Sub-key', 'key_aaaaaaaaaaa0');
  fill('Project', '/home/me/shop');
  fill('Cost is', 'estimated');
  press('Show requests of every session, not only ses_1');
  expect(onFilters).toHaveBeenLastCalledWith({
    ...NO_FILTERS,
    text: 'codex',
    agent: 'agt_aaaaaaaaaaa0',
    when: 'week',
    key: 'key_aaaaaaaaaaa0',
    project: '/home/me/shop',
    provider: 'openai',
    model: 'gpt-5',
    outcome: 'cut',
    certainty: 'estimated',
    session: '',
  });
  press('Clear');
  expect(onFilters).toHaveBeenLastCalledWith(NO_FILTERS);
  expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
});
