// @vitest-environment happy-dom
import { useState } from 'react';
import type { ReactNode } from 'react';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aState } from '../../state/testing.ts';
import { preferFormats, writeAs } from '../../state/time-and-money/locale.ts';
import { draw, fillTime } from '../testing.tsx';
import { MomentInput, TimeInput } from './time-input.tsx';

afterEach(() => {
  writeAs({ numbers: 'en-US', words: 'en-GB' });
  preferFormats({ clock: 'region', money: 'region' });
});

const shown = (): string => (screen.getByRole('group').textContent ?? '').replaceAll(/[\u2066-\u2069\u200e]/g, '');

test.each([
  ['en-US', 'region', '10:05 PM'],
  ['en-US', 'h24', '22:05'],
  ['de-DE', 'region', '22:05'],
  ['de-DE', 'h12', '10:05 PM'],
  ['zh-CN', 'region', '22:05'],
] as const)('a time is asked for by the clock of the person: %s, %s', (words, clock, text) => {
  writeAs({ numbers: words, words });
  preferFormats({ clock, money: 'region' });
  draw(<TimeInput label="From" value="22:05" onText={() => undefined} />, aState());
  expect(shown().replaceAll(/\s/g, ' ')).toBe(text);
});

test('a time that is typed is told in 24 hours', () => {
  const told = vi.fn<(text: string) => void>();
  const Asked = (): ReactNode => {
    const [value, setValue] = useState('');
    return <TimeInput label="From" value={value} onText={(text) => (setValue(text), told(text))} />;
  };
  draw(<Asked />, aState());
  fillTime('From', '08:30');
  expect(told).toHaveBeenLastCalledWith('08:30');
});

test('a moment has its day, too', () => {
  const told = vi.fn<(text: string) => void>();
  draw(<MomentInput label="From" value="2026-11-30T22:05" onText={told} />, aState());
  expect(within(screen.getByRole('group')).getAllByRole('spinbutton')).toHaveLength(5);
  expect(shown()).toBe('30/11/2026, 22:05');
});
