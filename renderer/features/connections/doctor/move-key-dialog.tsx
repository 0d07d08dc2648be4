import { useState } from 'react';
import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** A finding, and the file that has to be named to a person. */
export interface KeyInProject {
  readonly id: string;
  readonly file: string;
}

interface MoveKeyDialogProps {
  readonly file: string;
  onClose(): void;
  /** Settles when it was tried; what failed is said on the page. */
  onMove(): Promise<void>;
}

/** A repository can bring a key of its author's. Nobody but the person can say whose it is. */
export function MoveKeyDialog({ file, onClose, onMove }: MoveKeyDialogProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const move = (): void => {
    setBusy(true);
    void onMove().then(onClose);
  };
  return (
    <Dialog title={say.doctor.moveTitle} holds={busy} onClose={onClose}>
      <div className="form">
        <p className="move-file">{say.doctor.moveWhat(file)}</p>
        <p className="soft">{say.doctor.moveWarning}</p>
        <div className="form-end">
          <Button autoFocus disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="primary" busy={busy} onClick={move}>
            {say.doctor.moveYes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
