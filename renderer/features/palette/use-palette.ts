import { useEffect, useState } from 'react';

/** Macs have a key of their own for this. */
export const PALETTE_SHORTCUT = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

interface PaletteSwitch {
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** Opens the palette on Ctrl K or ⌘ K, wherever the keyboard is. */
export function usePalette(): PaletteSwitch {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return { isOpen, open: () => setOpen(true), close: () => setOpen(false) };
}
