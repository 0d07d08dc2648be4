// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { draw, fill, press, saidProblem } from '../../ui/testing.tsx';
import type { FakeGateway } from '../../ui/testing.tsx';
import { PricesPanel } from './prices-panel.tsx';

const state = aState({ providers: [{ name: 'openai' }, { name: 'house' }] });
const PRICE = {
  model: 'my-model',
  provider: null,
  input: 2_500_000_000,
  output: 10_000_000_000,
  cacheRead: null,
  cacheWrite: null,
  assumed: false,
};

function open(prices: NonNullable<FakeGateway['prices']>) {
  return draw(<PricesPanel />, state, { prices });
}
const listing = (...prices: readonly object[]) => vi.fn(() => Promise.resolve(prices));

test('without a price of one’s own, what counts then is said', async () => {
  open({ list: listing() });
  expect(await screen.findByText(/^None set\. In dollars per million tokens/)).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

test('each price on a line, with what a cache costs and whether it is known', async () => {
  open({ list: listing({ ...PRICE, provider: 'house', cacheRead: 250_000_000, assumed: true }) });
  const row = (await screen.findAllByRole('row'))[1] ?? document.body;
  const cells = within(row).getAllByRole('cell');
  expect(within(row).getByRole('rowheader').textContent).toBe('my-model assumed');
  expect(cells.slice(0, 5).map(({ textContent }) => textContent)).toEqual([
    'house',
    '$2.50',
    '$10.00',
    '$0.25',
    'as input',
  ]);
});

test('a new price is set for the provider that was picked', async () => {
  const [list, set] = [listing(), vi.fn(() => Promise.resolve({}))];
  open({ list, set });
  press('Set a price');
  fill('Model', ' my-model ');
  fill('Provider', 'house');
  fill('Input', '2.50');
  fill('Output', '10');
  list.mockResolvedValue([PRICE]);
  press('Save price');
  await waitFor(() => expect(set).toHaveBeenCalledExactlyOnceWith({ ...PRICE, provider: 'house' }));
  expect(await screen.findByRole('rowheader', { name: 'my-model' })).toBeDefined();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each([
  [['', '1', '1'], 'Enter the model, by the name that the tool sends.'],
  [['m', '', '1'], 'Enter a price for input and output. It may be 0.'],
  [['m', '1', 'much'], 'Enter a price of $0 or more, such as 2.50.'],
])('%j is no price', async ([model = '', input = '', output = ''], sentence) => {
  open({ list: listing() });
  press('Set a price');
  fill('Model', model);
  fill('Input', input);
  fill('Output', output);
  press('Save price');
  expect(await saidProblem()).toBe(sentence);
});

test('a price is changed without asking for its model again', async () => {
  const set = vi.fn(() => Promise.resolve({}));
  open({ list: listing(PRICE), set });
  await screen.findByRole('table');
  press('Change the price of my-model');
  expect(screen.getByRole('dialog', { name: 'Price of my-model' })).toBeDefined();
  expect(screen.queryByLabelText('Model')).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Input'));
  fill('Cache read', '0.25');
  press('Save price');
  await waitFor(() => expect(set).toHaveBeenCalledExactlyOnceWith({ ...PRICE, cacheRead: 250_000_000 }));
});

test('a price is removed with the way back', async () => {
  const list = listing(PRICE);
  const [set, remove] = [vi.fn(() => Promise.resolve({})), vi.fn(() => Promise.resolve({}))];
  const { toasts } = open({ list, set, remove });
  await screen.findByRole('table');
  list.mockResolvedValue([]);
  press('Remove the price of my-model');
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  expect(remove).toHaveBeenCalledExactlyOnceWith({ model: 'my-model', provider: null });
  expect(toasts[0]?.text).toBe('Removed your price of my-model.');
  await toasts[0]?.undo?.();
  expect(set).toHaveBeenCalledExactlyOnceWith(PRICE);
});

test('a price that could not be saved stays in its dialog', async () => {
  open({ list: listing(PRICE), set: () => Promise.reject(new Error('gone')) });
  await screen.findByRole('table');
  press('Change the price of my-model');
  press('Save price');
  expect(await saidProblem()).toContain('did not answer');
  expect(screen.getByRole('dialog')).toBeDefined();
});

test('prices that cannot be read are said to be', async () => {
  open({ list: () => Promise.reject(new Error('gone')) });
  expect(await saidProblem()).toContain('did not answer');
});
