// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Theme } from '../../shared/settings/settings.ts';
import { aState } from '../state/testing.ts';
import { draw, press } from '../ui/testing.tsx';
import { applyTheme } from '../ui/theme/theme.ts';
import { useKeptTheme, useTheme } from './use-theme.ts';

const shown = (): string | undefined => document.documentElement.dataset['theme'];
afterEach(() => act(() => applyTheme('system')));

function Follower({ first }: { readonly first: Theme | undefined }): ReactNode {
  const [kept, setKept] = useState(first);
  useKeptTheme(kept);
  const { theme, pick } = useTheme();
  return (
    <>
      <button type="button" onClick={() => pick('dark')}>
        Pick
      </button>
      <button type="button" onClick={() => setKept('light')}>
        Light, elsewhere
      </button>
      <p>It is {theme}.</p>
    </>
  );
}

test('a window follows the theme that another one picked', () => {
  draw(<Follower first={undefined} />, aState());
  expect(shown()).toBeUndefined();
  press('Light, elsewhere');
  expect(shown()).toBe('light');
  expect(screen.getByText('It is light.')).toBeDefined();
});

test('a theme that the gateway could not keep goes back, and the page says why', async () => {
  const set = vi.fn(() => Promise.reject(new Error('gone')));
  const { toasts } = draw(<Follower first="light" />, aState(), { settings: { set } });
  press('Pick');
  expect(shown()).toBe('dark');
  await waitFor(() => expect(shown()).toBe('light'));
  expect(toasts[0]?.text).toContain('did not answer');
});
