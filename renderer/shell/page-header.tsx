import type { ReactNode } from 'react';
import { useDashboard, useSession } from '../state/session-context.ts';
import { useAction } from '../state/use-action.ts';
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
      if (paused) toast({ text: 'Agents may spend again.' });
      else toast({ text: 'Everything is paused, and what ran was cut.', undo: async () => void (await call(({ everything }) => everything.resume())) });
    });

  return (
    <div className="page-header">
      <h1>{title}</h1>
      {state !== undefined && state.keys.length > 0 && (
        <div className="page-actions">
          <Button icon={paused ? 'play' : 'pause'} shrinks busy={busy} onClick={() => void toggle()}>
            {paused ? 'Resume everything' : 'Pause everything'}
          </Button>
          {state.keys.some((key) => key.state !== 'revoked') && (
            <Button
              kind="danger-lined"
              icon="stop"
              shrinks
              title="Ends every sub-key for good and cuts whatever runs. Asks first."
              onClick={() => dialogs.open({ kind: 'revoke-everything' })}
            >
              Revoke everything
            </Button>
          )}
          <Button kind="primary" icon="plus" shrinks onClick={() => dialogs.open({ kind: 'issue-key' })}>
            Issue sub-key
          </Button>
        </div>
      )}
      <Problem sentence={problem} />
    </div>
  );
}
