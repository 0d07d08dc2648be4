import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { ToolView } from '../../../../shared/contract/connection-views.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { CommandField, McpField, PresetFields, ProjectField } from './connect-fields.tsx';
import { Connected } from './connected.tsx';
import { PlannedChange } from './planned-change.tsx';
import { useConnectionPlan } from './use-connection-plan.ts';
import { usePreset } from './use-preset.ts';

interface ConnectDialogProps {
  readonly tool: ToolView;
  /** The project folder it begins with. */
  readonly project?: string;
  onClose(): void;
  onConnected(): void;
}

/** Shows the exact change to the tool's own files, asks for the caps, and makes it. */
export function ConnectDialog({ tool, project: begun = '', onClose, onConnected }: ConnectDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run, setProblem } = useAction();
  const [typed, setTyped] = useState(begun);
  const [project, setProject] = useState(begun);
  const [asks, setAsks] = useState(false);
  const [mcp, setMcp] = useState<boolean>();
  const [done, setDone] = useState<{ readonly instructions: string | null }>();
  const preset = usePreset(tool, project);
  const plan = useConnectionPlan(tool, project, { asks, mcp });
  const { change } = plan;
  // The change on the screen must be the one for the folder in the field.
  const isShown = typed.trim() === project;

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!isShown) return setProject(typed.trim());
    const { read, presetId, isChosen } = preset;
    if ('problem' in read) return setProblem(read.problem);
    void run(async () => {
      const answer = await call(({ connections }) =>
        connections.connect({
          ...plan.wanted,
          preset: presetId,
          // Without caps, those of the agent hold, and else those of the preset.
          ...(isChosen && { caps: [...read.caps] }),
          ...(change !== undefined && { fingerprint: change.fingerprint }),
        }),
      ).finally(plan.refetch);
      onConnected();
      setDone({ instructions: answer.instructions });
    });
  }

  if (done !== undefined)
    return <Connected tool={tool} instructions={done.instructions} reload={plan.reload} onClose={onClose} />;
  return (
    <Dialog wide title={say.connections.connectTitle(tool.title)} holds={busy} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <ProjectField tool={tool} project={typed} onProject={setTyped} />
        <PresetFields tool={tool} preset={preset} />
        <CommandField tool={tool} asks={asks} onAsks={setAsks} />
        <McpField tool={tool} checked={mcp ?? change?.mcp ?? false} onMcp={setMcp} />
        {change !== undefined && <PlannedChange plan={change} />}
        <Problem sentence={plan.problem ?? problem} />
        <div className="form-end">
          <Button disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={isShown && change === undefined}>
            {isShown ? say.connections.doConnect : say.connections.showChange}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
