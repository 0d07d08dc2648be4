import type { ReactNode } from 'react';
import { useDashboard, useSession } from '../state/live/session-context.ts';
import { useAction } from '../state/live/use-action.ts';
import { say } from '../strings/say.ts';
import { Button } from '../ui/button.tsx';
import { useDialogs } from '../ui/dialogs.ts';
import { Problem } from '../ui/notice.tsx';
import { useToast } from '../ui/toasts.ts';

/** The name of the page and what is always at hand: pause everything, revoke everything, issue a sub-key. */
export function PageHeader({ title }: { readonly title: string }): ReactNode {
  const { call } = useSession();
  const { state } = useDashboard();
  const dialogs = useDialogs();
  const toast = useToast();
  const { busy, problem, run } = useAction();
  const paused = state?.everythingPaused === true;

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ everything }) => (paused ? everything.resume() : everything.pause()));
      if (paused) toast({ text: say.shell.resumedEverything });
      else
        toast({
          text: say.shell.pausedEverything,
          undo: async () => void (await call(({ everything }) => everything.resume())),
        });
    });

  return (
    <div className="page-header">
      <h1>{title}</h1>
      {state !== undefined && state.keys.length > 0 && (
        <div className="page-actions">
          <Button icon={paused ? 'play' : 'pause'} shrinks busy={busy} onClick={() => void toggle()}>
            {paused ? say.shell.resumeEverything : say.shell.pauseEverything}
          </Button>
          {state.keys.some((key) => key.state !== 'revoked') && (
            <Button
              kind="danger-lined"
              icon="stop"
              shrinks="last"
              title={say.shell.revokeEverythingHint}
              onClick={() => dialogs.open({ kind: 'revoke-everything' })}
            >
              {say.shell.revokeEverything}
            </Button>
          )}
          <Button kind="primary" icon="plus" shrinks onClick={() => dialogs.open({ kind: 'issue-key' })}>
            {say.shell.issueSubKey}
          </Button>
        </div>
      )}
      <Problem sentence={problem} />
    </div>
  );
}
