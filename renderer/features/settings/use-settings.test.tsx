// @vitest-environment happy-dom
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import type { Settings, SettingsChange } from '../../../shared/settings/settings.ts';
import { SessionContext } from '../../state/live/session-context.ts';
import { aState } from '../../state/testing.ts';
import { draw } from '../../ui/testing.tsx';
import { useSettings } from './use-settings.ts';

const { settings: first } = aState();
const quiet: SettingsChange = { notifications: { ...first.notifications, muted: ['prices'] } };

/** The settings as they are shown, while the test says what the gateway tells and when it answers. */
function open() {
  const answers: (() => void)[] = [];
  const set = vi.fn(() => new Promise<Settings>((resolve) => void answers.push(() => resolve(first))));
  const { session } = draw(null, aState(), { settings: { set } });
  const hand: { now?: ReturnType<typeof useSettings> } = {};
  function Part({ kept }: { readonly kept: Settings }): ReactNode {
    const settings = useSettings(kept);
    hand.now = settings;
    return null;
  }
  const page = (kept: Settings): ReactNode => (
    <SessionContext value={session}>
      <Part kept={kept} />
    </SessionContext>
  );
  const { rerender } = render(page(first));
  return {
    shown: () => hand.now?.settings,
    change: (change: SettingsChange) => act(() => hand.now?.change(change)),
    tell: (kept: Settings) => rerender(page(kept)),
    answerAll: () => act(async () => answers.forEach((answer) => answer())),
  };
}

test('what the gateway tells of an earlier change takes back no later one', async () => {
  const { shown, change, tell, answerAll } = open();
  change(quiet);
  change({ clock: 'h24' });
  tell({ ...first, ...quiet });
  expect(shown()).toEqual({ ...first, ...quiet, clock: 'h24' });
  await answerAll();
  expect(shown()).toEqual({ ...first, ...quiet, clock: 'h24' });
});

test('once all is answered, what the gateway tells next is true', async () => {
  const { shown, change, tell, answerAll } = open();
  change({ clock: 'h24' });
  await answerAll();
  tell({ ...first, clock: 'h12' });
  expect(shown()?.clock).toBe('h12');
});
