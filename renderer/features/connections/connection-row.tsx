import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ConnectionView, Disconnected, Verdict } from '../../../shared/contract/connection-views.ts';
import { agoText } from '../../state/time-and-money/format.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { plainText } from '../../state/words/plain-text.ts';

interface ConnectionRowProps {
  readonly connection: ConnectionView;
  /** Purser can make the tool ask one small thing by itself. */
  readonly canTest: boolean;
  onChanged(): void;
}

/**
 * A change that Purser made to a tool: whether it still stands, whether a request came through it, and the way back.
 */
export function ConnectionRow({ connection, canTest, onChanged }: ConnectionRowProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const now = useNow(30_000);
  const [verdict, setVerdict] = useState<Verdict>();
  const [undoing, setUndoing] = useState<Disconnected>();
  const words = say.connections;
  const { id, title, project, agent, files, state, differences, past, verified } = connection;

  const verify = (): Promise<void> =>
    run(async () => {
      setVerdict(await call(({ connections }) => connections.verify({ id, run: canTest })));
      onChanged();
    });
  const repair = (): Promise<void> =>
    run(async () => {
      await call(({ connections }) => connections.repair({ id }));
      setVerdict(undefined);
      onChanged();
    });
  const askToUndo = (): Promise<void> =>
    run(async () => setUndoing(await call(({ connections }) => connections.disconnect({ id, dryRun: true }))));

  return (
    <div className="connection" data-testid="connection">
      <p>
        {project === null ? words.spendsAs(agent) : words.spendsAsIn(agent, project)}
        <span className="faint">
          {' '}
          · {verified === null ? words.noProof : words.proved(words.proof[verified.how], agoText(verified.at, now))}
        </span>
      </p>
      <p className="faint">{plainText(files.join(', '))}</p>
      {differences.map(({ file, text }) => (
        <p key={`${file} ${text}`} className="soft">
          {plainText(say.told(text))} <span className="faint">({plainText(file)})</span>
        </p>
      ))}
      {past.map(({ file, text, byHand }) => (
        <p key={`${file} ${text}`} className="soft">
          {`${say.told(`${text}.`)} ${say.told(byHand)} `}
          <span className="faint">({file})</span>
        </p>
      ))}
      {state === 'revoked' && <p className="soft">{words.revoked}</p>}
      {verdict !== undefined && (state === 'connected' || !verdict.ok) && (
        <Notice tone={verdict.ok ? 'good' : 'warning'} onDismiss={() => setVerdict(undefined)}>
          {plainText(say.told(verdict.text))}
        </Notice>
      )}
      <Problem sentence={problem} />
      <div className="connection-actions">
        <Button
          busy={busy}
          aria-label={words.verifyTool(title)}
          title={canTest ? words.verifyByRun : words.verifyInPlace}
          onClick={() => void verify()}
        >
          {words.verify}
        </Button>
        {state === 'changed-outside' && (
          <Button busy={busy} aria-label={words.repairTool(title)} onClick={() => void repair()}>
            {words.repair}
          </Button>
        )}
        <Button kind="danger" busy={busy} aria-label={words.disconnectTool(title)} onClick={() => void askToUndo()}>
          {words.disconnect}
        </Button>
      </div>
      {undoing !== undefined && (
        <DisconnectDialog title={title} plan={undoing} onClose={() => setUndoing(undefined)} onDone={onChanged} />
      )}
    </div>
  );
}
