import type { ReactNode } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { capLevel } from '../../state/allowance.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { Menu } from '../../ui/menu.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';
import { CapBar } from '../caps/cap-bar.tsx';
import { raiseText, useRaise } from '../caps/use-raise.ts';
import type { Revoked } from './revoked.ts';
import { SubKeyNotes } from './sub-key-notes.tsx';

interface SubKeyRowProps {
  readonly subKey: SubKeyView;
  readonly now: number;
  readonly timeZone: string;
  onRevoked(revoked: Revoked): void;
}

/** One sub-key: its caps, pause, and revoke. Revoking takes one click, because it is for emergencies. */
export function SubKeyRow({ subKey, now, timeZone, onRevoked }: SubKeyRowProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const { id, hint, agent } = subKey;
  const dialogs = useDialogs();
  const toast = useToast();
  const raise = useRaise();
  const usedUp = subKey.caps.find((cap) => capLevel(cap) === 'full');
  const paused = subKey.state === 'paused';
  const name = `sub-key ending in ${hint} of ${agent}`;

  const toggle = (): Promise<void> =>
    run(async () => {
      await call(({ keys }) => (paused ? keys.resume({ id }) : keys.pause({ id })));
      if (!paused) toast({ text: `The ${name} is paused.`, undo: async () => void (await call(({ keys }) => keys.resume({ id }))) });
    });
  const revoke = (): Promise<void> =>
    run(async () => {
      const { cutRequests, cutMs } = await call(({ keys }) => keys.revoke({ id }));
      onRevoked({ agent, hint, cutRequests, cutMs });
    });

  return (
    <li className="sub-key" data-testid="sub-key">
      <div className="sub-key-name">
        <span className="faint">Sub-key</span>
        <code title={`Sub-key ${id}, ends in ${hint}`}>…{hint}</code>
        {paused && <span className="chip chip-warn">Paused</span>}
      </div>
      <div className="sub-key-caps">
        {subKey.caps.map((cap) => (
          <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
        ))}
        <SubKeyNotes subKey={subKey} now={now} timeZone={timeZone} />
        {usedUp !== undefined && (
          <p className="faint">
            Requests that may cost more than what is left are refused.{' '}
            <button type="button" className="text-button" onClick={() => raise(scopeOf('key', id), usedUp)}>
              {raiseText(usedUp)}
            </button>{' '}
            or{' '}
            <button type="button" className="text-button" onClick={() => dialogs.open({ kind: 'issue-key', agent })}>
              issue another sub-key
            </button>
            .
          </p>
        )}
        <Problem sentence={problem} />
      </div>
      <div className="sub-key-actions">
        <Button kind="quiet" busy={busy} aria-label={`${paused ? 'Resume' : 'Pause'} the ${name}`} onClick={() => void toggle()}>
          {paused ? 'Resume' : 'Pause'}
        </Button>
        <Button
          kind="danger"
          busy={busy}
          aria-label={`Revoke the ${name}`}
          title="Ends this sub-key for good and cuts its running requests"
          onClick={() => void revoke()}
        >
          Revoke
        </Button>
        <Menu
          label={`More for the ${name}`}
          items={[
            ...subKey.caps.map((cap) => ({ text: raiseText(cap), onPick: () => raise(scopeOf('key', id), cap) })),
            { text: 'Change its caps and rules…', onPick: () => dialogs.open({ kind: 'policy', scope: scopeOf('key', id) }) },
            { text: 'Rotate its secret…', onPick: () => dialogs.open({ kind: 'rotate-key', id }) },
            { text: 'Copy its id', onPick: () => void copyText(id) },
          ]}
        />
      </div>
    </li>
  );
}
