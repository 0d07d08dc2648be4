import { useMemo, useRef } from 'react';
import type { RefObject } from 'react';

/** Remembers where the focus was when a dialog was opened. */
interface FocusRestore {
  remember(): void;
  /** Gives the focus back to it, where nobody else did. */
  restore(): void;
}

/**
 * One dialog may follow on another; then the first has given the focus to nobody, and the last does not know where it
 * was before. Without this, somebody without a mouse would begin at the top of the page again.
 * @param page what takes the focus when what had it is gone; it must be able to
 */
export function useFocusRestore(page: RefObject<HTMLElement | null>): FocusRestore {
  const noted = useRef<Element | null>(null);
  return useMemo(
    () => ({
      remember() {
        noted.current = document.activeElement;
      },
      restore() {
        const opener = noted.current;
        // A dialog that closes gives the focus back in a frame of its own, which is asked for after this one.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            if (document.activeElement !== document.body) return;
            // The button may have gone with the change of the dialog; the page it was on is still there.
            const home = opener instanceof HTMLElement && opener.isConnected ? opener : page.current;
            home?.focus({ preventScroll: true });
          }),
        );
      },
    }),
    [page],
  );
}
