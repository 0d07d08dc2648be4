import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape is ignored while this is true: something on the dialog would be lost. */
  readonly holds?: boolean;
  onClose(): void;
}

/**
 * A modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back. It begins on the
 * element with `data-first-focus`: React's `autoFocus` sets no attribute, and showModal would move the focus away.
 */
export function Dialog({ title, children, holds = false, onClose }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A layout effect: it ends before the element leaves the page, else the browser cannot give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!holds) onClose();
      }}
      onClose={() => {
        // Chromium closes on a second Escape whatever the page says.
        if (element.current?.open === true) return;
        if (holds) element.current?.showModal();
        else onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={titleId}>{title}</h2>
        {!holds && (
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
