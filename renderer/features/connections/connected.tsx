import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { takesEffect } from './tool-words.ts';

interface ConnectedProps {
  readonly tool: ToolView;
  /** Hold the sub-key, this once, where the person has to enter it by hand. */
  readonly instructions: string | null;
  readonly reload: string;
  onClose(): void;
}

/** What is left to do after the change was made. */
export function Connected({ tool, instructions, reload, onClose }: ConnectedProps): ReactNode {
  return (
    <Dialog wide title={`${tool.title} is connected`} holds={instructions !== null} onClose={onClose}>
      <div className="form">
        {instructions !== null && (
          <div className="instructions-box">
            <pre className="instructions">{instructions}</pre>
            <CopyButton text={instructions} label="Copy the instructions" />
          </div>
        )}
        <p className="soft">{takesEffect(reload)} Then use it: Purser turns it green when the first request with its sub-key arrives.</p>
        <div className="form-end">
          <Button kind="primary" autoFocus onClick={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
