import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy/copy-text.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { CapBar } from '../caps/cap-bar.tsx';
import { PartBars } from '../caps/part-bars.tsx';
import { raiseText, useRaise } from '../caps/use-raise.ts';
import type { Revoked } from './revoked.ts';
import { SubKeyNotes } from './sub-key-notes.tsx';
import { UsedUp } from './used-up.tsx';

interface SubKeyRowProps {
  readonly subKey: SubKeyView;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/** One sub-key: its caps, pause, and revoke. Revoking takes one click, because it is for emergencies. */
// oxlint-disable-next-line eslint/max-lines-per-function -- one row, drawn from top to bottom
export function SubKeyRow({ subKey, now, timeZone, onRevoked }: SubKeyRowProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const { id, hint, agent } = subKey;
  const dialogs = useDialogs();
  const toast = useToast();
  const raise = useRaise();
  const paused = subKey.state === 'paused';

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ keys }) => (paused ? keys.resume({ id }) : keys.pause({ id })));
      if (!paused)
        toast({
          text: say.agents.keyPaused(hint, agent),
          undo: async () => void (await call(({ keys }) => keys.resume({ id }))),
        });
    });
  const revoke = (): Promise<void> =>
    run(async () => {
      const { cutRequests, cutMs, undo } = await call(({ keys }) => keys.revoke({ id }));
      onRevoked({ agent, hint, cutRequests, cutMs, undo });
    });

  return (
    <li className="sub-key" data-testid="sub-key">
      <div className="sub-key-name">
        <span className="faint">{say.agents.subKey}</span>
        <KeyName subKey={subKey} />
        {paused && <span className="chip chip-warn">{say.agents.paused}</span>}
        {subKey.notYetStored === true && <span className="chip chip-warn">{say.agents.notYetStored}</span>}
      </div>
      <div className="sub-key-caps">
        {subKey.caps.map((cap) => (
          <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
        ))}
        <PartBars parts={subKey.parts} now={now} timeZone={timeZone} />
        <SubKeyNotes subKey={subKey} now={now} timeZone={timeZone} />
        <UsedUp caps={subKey.caps} scope={scopeOf('key', id)}>
          <button type="button" className="text-button" onClick={() => dialogs.open({ kind: 'issue-key', agent })}>
            {say.agents.issueInstead}
          </button>
        </UsedUp>
        <Problem sentence={problem} />
      </div>
      <div className="sub-key-actions">
        <Button
          kind="quiet"
          busy={busy}
          aria-label={paused ? say.agents.resumeKey(hint, agent) : say.agents.pauseKey(hint, agent)}
          onClick={() => void toggle()}
        >
          {paused ? say.agents.resume : say.agents.pause}
        </Button>
        <Button
          kind="danger-quiet"
          busy={busy}
          aria-label={say.agents.revokeKey(hint, agent)}
          title={say.agents.revokeHint}
          onClick={() => void revoke()}
        >
          {say.agents.revoke}
        </Button>
        <Menu
          label={say.agents.moreKey(hint, agent)}
          items={[
            ...subKey.caps.map((cap) => ({ text: raiseText(cap), onPick: () => raise(scopeOf('key', id), cap) })),
            { text: say.agents.keyRules, onPick: () => dialogs.open({ kind: 'policy', scope: scopeOf('key', id) }) },
            { text: say.agents.rotate, onPick: () => dialogs.open({ kind: 'rotate-key', id }) },
            { text: say.subKeys.rename, onPick: () => dialogs.open({ kind: 'rename-key', id }) },
            { text: say.agents.copyId, onPick: () => void copyText(id) },
          ]}
        />
      </div>
    </li>
  );
}

/** The person's own name for it, and its last letters. */
function KeyName({ subKey }: Pick<SubKeyRowProps, 'subKey'>): ReactNode {
  const { id, hint, name } = subKey;
  return (
    <>
      {name !== null && <bdi>{plainText(name)}</bdi>}
      <code title={say.agents.subKeyHint(id, hint)}>{say.agents.ends(hint)}</code>
    </>
  );
}
