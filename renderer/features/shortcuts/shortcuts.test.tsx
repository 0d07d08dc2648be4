// @vitest-environment happy-dom
import { fireEvent, renderHook, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PAGE_IDS } from '../../../shared/page-routes.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { PAGE_LETTERS } from './shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

afterEach(() => {
  document.body.innerHTML = '';
  window.location.hash = '';
});
const type = (...keys: readonly string[]): void => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

test('g and a letter goes to a page, and every page has one of its own', () => {
  renderHook(() => useShortcuts(vi.fn()));
  type('g', 'r');
  expect(window.location.hash).toBe('#/requests');
  type('g', 's');
  expect(window.location.hash).toBe('#/settings');
  type('a');
  expect(window.location.hash).toBe('#/settings');
  expect(new Set(Object.values(PAGE_LETTERS)).size).toBe(PAGE_IDS.length);
});

test('? opens the list, and / goes to the field of the page or else searches everywhere', () => {
  const onSearch = vi.fn();
  const { result } = renderHook(() => useShortcuts(onSearch));
  type('/');
  expect(onSearch).toHaveBeenCalledOnce();
  const main = document.createElement('main');
  main.innerHTML = '<input type="search">';
  document.body.append(main);
  type('/');
  expect(document.activeElement?.tagName).toBe('INPUT');
  // Who types means letters.
  type('?', 'g', 'a');
  expect([result.current.isListed, window.location.hash]).toEqual([false, '']);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  type('?');
  expect(result.current.isListed).toBe(true);
});

test('the list names every page', () => {
  draw(<ShortcutList />, aState());
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Show these shortcuts', 'Go to Overview', 'Go to Settings']),
  );
});
