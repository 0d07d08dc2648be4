// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { choose, fill, press } from '../../ui/testing.tsx';
import { CapRows } from './cap-rows.tsx';
import { HoldSwitch } from './hold-switch.tsx';
import { FIRST_CAP, readCaps } from './read-caps.ts';
import type { CapRow } from './cap-row.ts';

/** The rows as a form keeps them. */
function Form({ begin, mayBeNone, onShown }: FormProps): ReactNode {
  const [rows, setRows] = useState(begin);
  useEffect(() => onShown(rows), [rows, onShown]);
  return (
    <>
      <CapRows rows={rows} startsHere mayBeNone={mayBeNone} onRows={setRows} />
      <HoldSwitch rows={rows} onRows={setRows} />
    </>
  );
}

interface FormProps {
  readonly begin: readonly CapRow[];
  readonly mayBeNone: boolean;
  onShown(rows: readonly CapRow[]): void;
}

/** Draws a form that begins with one cap. @returns its rows at any moment */
function open(mayBeNone = false): () => readonly CapRow[] {
  let shown: readonly CapRow[] = [];
  render(<Form begin={[FIRST_CAP]} mayBeNone={mayBeNone} onShown={(rows) => void (shown = rows)} />);
  return () => shown;
}

test('one cap is enough, and it cannot be taken away from a sub-key', () => {
  open();
  expect(document.activeElement).toBe(screen.getByLabelText('Cap in dollars'));
  expect(screen.queryByRole('button', { name: 'Remove cap' })).toBeNull();
});

test('further caps get the windows that have none yet', () => {
  const rows = open();
  press('Add another cap');
  press('Add another cap');
  expect(rows().map(({ choice }) => choice)).toEqual(['day', 'week', 'month']);
  expect(document.activeElement).toBe(screen.getByLabelText('Cap 3 in dollars'));
  fill('Cap 2 in dollars', '20');
  fill('Window of cap 2', 'rolling-day');
  fill('Cap 3 in dollars', '');
  expect(readCaps(rows())).toEqual({
    caps: [
      { window: 'day', rolling: false, amount: 5_000_000_000 },
      { window: 'day', rolling: true, amount: 20_000_000_000 },
    ],
  });
});

test('a cap that goes away leaves the keyboard where it can go on', () => {
  open();
  press('Add another cap');
  press('Remove cap 2');
  expect(screen.queryByLabelText('Cap 2 in dollars')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Add another cap');
});

test('an agent may have none at all', () => {
  const rows = open(true);
  press('Remove cap');
  expect(readCaps(rows(), true)).toEqual({ caps: [] });
  expect(screen.queryByRole('checkbox')).toBeNull();
  press('Add a cap');
  expect(screen.getByLabelText('Cap in dollars')).toBeDefined();
});

test('holding in full is one wish for all caps, and survives the cap that carried it', () => {
  const rows = open();
  choose('Hold every request in full', 'checkbox');
  press('Add another cap');
  expect(rows().map(({ hold }) => hold)).toEqual(['full', 'full']);
  press('Remove cap');
  expect(rows().map(({ hold }) => hold)).toEqual(['full']);
  choose('Hold every request in full', 'checkbox');
  expect(rows()).toEqual([expect.not.objectContaining({ hold: 'full' })]);
});

test('two caps for one window are told apart by nobody', () => {
  const rows = open();
  press('Add another cap');
  fill('Cap 2 in dollars', '7');
  fireEvent.change(screen.getByLabelText('Window of cap 2'), { target: { value: 'day' } });
  expect(readCaps(rows())).toEqual({ problem: expect.stringContaining('There are two caps a day.') });
});
