import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * The control that made a change may be gone after it. The focus then goes to what it belonged to, not to the top of
 * the page. @param step is another one whenever a control may have gone
 */
export function useKeptFocus(home: RefObject<HTMLElement | null>, step: string): void {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return undefined;
    last.current = step;
    // A dialog that closes gives the focus back in a frame of its own, which was asked for before this one.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) home.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [home, step]);
}
