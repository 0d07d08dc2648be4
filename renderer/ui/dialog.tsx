import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../strings/say.ts';
import { Icon } from './icon.tsx';
import { plainText } from '../state/words/plain-text.ts';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Escape is ignored while this is true: something on the dialog would be lost. */
  readonly holds?: boolean;
  readonly wide?: boolean;
  onClose(): void;
}

/**
 * A modal dialog: the focus stays inside, Escape closes it, and the focus goes back to where it was. It begins on the
 * element with `autoFocus`, else on the dialog itself.
 */
export function Dialog({ title, children, holds = false, wide = false, onClose }: DialogProps): ReactNode {
  return (
    <ModalOverlay
      isOpen
      className="dialog-backdrop"
      isKeyboardDismissDisabled={holds}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={wide ? 'dialog dialog-wide' : 'dialog'}>
        <AriaDialog className="dialog-body">
          <header className="dialog-header">
            <Heading slot="title" level={2}>
              {plainText(title)}
            </Heading>
            {!holds && (
              <button type="button" className="icon-button" aria-label={say.common.close} onClick={onClose}>
                <Icon name="close" />
              </button>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
