import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Notice, Problem } from '../../ui/notice.tsx';
import { revokedSentence } from './revoked.ts';
import type { Revoked } from './revoked.ts';

interface RevokedNoticeProps {
  readonly revoked: Revoked;
  onGone(): void;
}

/** What a revocation did, until it is read or taken back; the way back is there as long as the gateway allows it. */
export function RevokedNotice({ revoked, onGone }: RevokedNoticeProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const dialogs = useDialogs();
  const { agent, undo } = revoked;
  const [tooLate, setTooLate] = useState<Revoked['undo']>();
  useEffect(() => {
    if (!undo) return undefined;
    const timer = setTimeout(() => setTooLate(undo), Math.max(0, undo.until - Date.now()));
    return () => clearTimeout(timer);
  }, [undo]);
  const takeBack = (ids: NonNullable<Revoked['undo']>['ids']): Promise<void> =>
    run(async () => {
      await call(({ keys }) => keys.undoRevoke({ ids }));
      onGone();
    });
  return (
    <Notice
      tone="good"
      onDismiss={onGone}
      action={
        <>
          {undo && undo !== tooLate && (
            <Button kind="quiet" busy={busy} onClick={() => void takeBack(undo.ids)}>
              {say.common.undo}
            </Button>
          )}
          <Button kind="quiet" onClick={() => dialogs.open({ kind: 'issue-key', agent })}>
            {say.agents.issueAnother}
          </Button>
          <Problem sentence={problem} />
        </>
      }
    >
      {revokedSentence(revoked)}
    </Notice>
  );
}
