// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aState } from '../state/testing.ts';
import { draw } from '../ui/testing.tsx';
import { LinkNotice, PausedNotice } from './link-notice.tsx';

test.each([
  [{}, false, 0],
  [{ keys: [{ state: 'revoked', notYetStored: true }] }, true, 1],
  [{ agents: [{ paused: true, notYetStored: true }], everythingPaused: true }, true, 2],
])(
  'what is stopped and not on disk is said above every page, beside a pause of everything: %j',
  (changes, isSaid, lines) => {
    draw(
      <>
        <PausedNotice />
        <LinkNotice />
      </>,
      aState(changes),
    );
    expect(screen.queryByText(/is not saved on disk yet/) !== null).toBe(isSaid);
    expect([...screen.queryAllByRole('status'), ...screen.queryAllByRole('alert')]).toHaveLength(lines);
  },
);
