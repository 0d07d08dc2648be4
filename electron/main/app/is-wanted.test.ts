import { expect, test } from 'vitest';
import type { Settings } from '../../../shared/settings/settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings/settings.ts';
import { isWanted } from './is-wanted.ts';
import { aState } from './testing.ts';

const NIGHT = Date.parse('2026-11-21T23:30:00Z');
const having = (changes: Partial<Settings['notifications']>) =>
  aState({ settings: { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_SETTINGS.notifications, ...changes } } });

test('notifications are told unless they are off, muted, or come in quiet hours', () => {
  expect(isWanted(having({}), 'caps', NIGHT)).toBe(true);
  expect(isWanted(having({ on: false }), 'caps', NIGHT)).toBe(false);
  expect(isWanted(having({ muted: ['caps'] }), 'caps', NIGHT)).toBe(false);
  expect(isWanted(having({ muted: ['caps'] }), 'brakes', NIGHT)).toBe(true);
  // From 22:00 to 07:00, over midnight; the time zone of the state is UTC.
  const quiet = { from: 22 * 60, to: 7 * 60 };
  expect(isWanted(having({ quiet }), 'caps', NIGHT)).toBe(false);
  expect(isWanted(having({ quiet }), 'caps', NIGHT + 8 * 3_600_000)).toBe(true);
  expect(isWanted(having({ quiet: { from: 9 * 60, to: 17 * 60 } }), 'caps', NIGHT)).toBe(true);
  expect(isWanted(having({ quiet, on: false }), undefined, NIGHT)).toBe(true);
});
