import { useEffect } from 'react';

/** Where Escape means something else: it empties a field, closes a list or a dialog. */
const TAKEN = 'input, select, textarea, [role=dialog], [role=menu], [role=listbox]';

/** Calls `leave` when somebody presses Escape and nothing else is open that it would close. */
export function useEscape(isOpen: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const isTaken = event.target instanceof Element && event.target.closest(TAKEN) !== null;
      if (!isTaken && document.querySelector('[role=dialog]') === null) leave();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOpen, leave]);
}
