// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { SeriesView } from '../../../shared/contract/usage-views.ts';
import { aSeries, aState } from '../../state/testing.ts';
import type { ChartChoice } from '../../state/chart/chart-choice.ts';
import { choose, draw, giveSize, press, tell } from '../../ui/testing.tsx';
import { ChartPanel } from './chart-panel.tsx';

const NOW = Date.parse('2026-11-21T12:00:30Z');
const MINUTE = 60_000;
const CHART: ChartChoice = { range: 'hour', by: 'agent', zoom: [] };
const [BUSY, CALM] = ['agt_aaaaaaaaaaa0', 'agt_aaaaaaaaaaa1'];
const state = aState({ agents: [{ name: 'Busy' }, { name: 'Calm' }] });
const at = NOW - 30_000;
const two: SeriesView = aSeries(NOW, {
  points: [
    { at: at - MINUTE, group: CALM, nanodollars: 250_000_000 },
    { at, group: BUSY, nanodollars: 1_000_000_000 },
  ],
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  // No layout here: a table in which every row is in sight.
  giveSize(800);
});

function open(view: SeriesView | null = two, chart: ChartChoice = CHART) {
  const drawn = draw(<ChartPanel state={state} />, state);
  tell(drawn.session, { type: 'chart', chart });
  if (view !== null) tell(drawn.session, { type: 'series', chart, view });
  return drawn;
}

const legend = (): readonly (string | null)[] =>
  screen.getAllByRole('button', { pressed: false }).map(({ textContent }) => textContent);

test('the sum, what it is compared with, and who spent it, most first', () => {
  open();
  expect(screen.getByRole('heading').textContent).toBe('$1.25 in the last hour');
  expect(legend()).toEqual(['Busy$1.00', 'Calm$0.25']);
});

test('before anything is read, and when nothing was spent, there is an empty chart that says so', () => {
  open(null);
  expect(screen.getByText('Nothing was spent in the last hour.')).toBeDefined();
  expect(screen.getByRole('heading').textContent).toContain('$0.00');
});

test('a click in the legend shows one alone, without what is of all; another shows all again', () => {
  open();
  const busy = screen.getByRole('button', { name: 'Busy $1.00' });
  fireEvent.click(busy);
  expect(screen.getByRole('heading').textContent).toBe('$1.00 in the last hour');
  expect(screen.getByRole('checkbox', { name: 'Compare with the period before' })).toHaveProperty('disabled', true);
  expect(busy.title).toBe('Show all');
  fireEvent.click(busy);
  expect(screen.getByRole('heading').textContent).toContain('$1.25');
});

test('another range and another grouping are asked of the session', () => {
  const { session } = open();
  choose('Week');
  expect(session.setChart).toHaveBeenCalledWith({ ...CHART, range: 'week' });
  expect(window.location.hash).toBe('#/overview?range=week&by=agent');
  choose('Model');
  expect(session.setChart).toHaveBeenCalledWith({ ...CHART, by: 'model' });
});

test('the same as a table, newest first, only where something was spent', () => {
  open();
  choose('Table');
  const table = screen.getByRole('table', { name: 'Spend as a table' });
  const heads = within(table).getAllByRole('columnheader');
  expect(heads.map(({ textContent }) => textContent)).toEqual(['When', 'Busy', 'Calm', 'Total']);
  const lines = within(table).getAllByRole('row').slice(1);
  expect(
    lines.map((line) =>
      within(line)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ),
  ).toEqual([
    ['$1.00', '–', '$1.00'],
    ['–', '$0.25', '$0.25'],
  ]);
  expect(screen.queryByRole('button', { name: 'Export PNG' })).toBeNull();
});

test('the numbers are saved as a file that is named after what they are', async () => {
  const saved: { readonly name: string; readonly blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    if (content instanceof Blob) blob = content;
    return 'blob:x';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob });
  });
  open();
  press('Export CSV');
  expect(saved[0]?.name).toBe('purser-agent-hour.csv');
  expect(await saved[0]?.blob.text()).toContain('2026-11-21T13:00:00+01:00,1.00,0.00,1.00');
});

test('a stretch that was zoomed into is named, and one step back leads out', () => {
  const zoomed = { ...CHART, zoom: [{ from: at - 2 * MINUTE, to: at + MINUTE }] };
  const { session } = open({ ...two, zoomed: true }, zoomed);
  expect(document.querySelector('.chart-notes p')?.textContent).toMatch(/^Sat 21 Nov, 12:58 to 13:01/);
  expect(screen.getByRole('radio', { name: 'Hour' })).toHaveProperty('checked', false);
  press('Zoom out');
  expect(session.setChart).toHaveBeenCalledWith(CHART);
});

test('a history that cannot be read is said, but not while the link is down: that is said above', () => {
  const { session } = open();
  tell(session, { type: 'history-problem', sentence: 'It broke.' });
  expect(screen.getByRole('alert').textContent).toBe('It broke.');
  tell(session, { type: 'link', link: 'lost' });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a new cost grows the sum before long', async () => {
  const { session } = open();
  const view = { ...two, points: two.points.map((point) => ({ ...point, nanodollars: two.previous.total })) };
  tell(session, { type: 'series', chart: CHART, view });
  await waitFor(() => expect(screen.getByRole('heading').textContent).toContain('$1.02'));
});
