import type { ReactNode } from 'react';
import type { ToolView } from '../../../../shared/contract/connection-views.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Instructions } from '../instructions.tsx';

interface ConnectedProps {
  readonly tool: ToolView;
  /** Hold the sub-key, this once, where the person has to enter it by hand. */
  readonly instructions: string | null;
  readonly reload: string;
  onClose(): void;
}

/** Tells what is left to do after the change was made. */
export function Connected({ tool, instructions, reload, onClose }: ConnectedProps): ReactNode {
  return (
    <Dialog wide title={say.connections.connectedTitle(tool.title)} holds={instructions !== null} onClose={onClose}>
      <div className="form">
        {instructions !== null && <Instructions text={instructions} />}
        <p className="soft">
          {say.connections.takesEffect(say.connections.ofTool(reload))} {say.connections.thenUseIt}
        </p>
        <div className="form-end">
          <Button kind="primary" autoFocus onClick={onClose}>
            {say.common.done}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
