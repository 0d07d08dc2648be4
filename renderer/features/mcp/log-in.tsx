import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { askDesktop, isInDesktop } from '../../state/desktop/desktop.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { Problem } from '../../ui/notice.tsx';

interface LogInProps {
  readonly name: string;
  onChanged(): void;
}

/**
 * Logs in at a server elsewhere: its page opens in the person's own browser, and comes back to the gateway. In a
 * browser the person opens it, so that nothing keeps it from opening.
 */
export function LogIn({ name, onChanged }: LogInProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [page, setPage] = useState<string>();
  const left = useRef<AbortController>(undefined);
  useEffect(() => () => left.current?.abort(), []);

  const logIn = (): Promise<void> =>
    run(async () => {
      const { signal } = (left.current = new AbortController());
      try {
        for await (const step of await call(({ mcp }) => mcp.login({ name }, { signal })))
          if ('url' in step) {
            setPage(step.url);
            if (isInDesktop()) askDesktop({ ask: 'open-login', url: step.url });
          }
        onChanged();
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        setPage(undefined);
      }
    });

  return (
    <div className="mcp-login">
      {page === undefined && (
        <Button busy={busy} aria-label={say.mcp.logInAt(name)} onClick={() => void logIn()}>
          {say.mcp.logIn}
        </Button>
      )}
      {page !== undefined && (
        <div role="status">
          {isInDesktop() ? (
            <>
              <p className="soft">{say.mcp.loginOpened}</p>
              <CopyLine text={page} label={say.mcp.copyLogin} />
            </>
          ) : (
            <a className="button" href={page} target="_blank" rel="noreferrer">
              {say.mcp.openLogin}
            </a>
          )}
        </div>
      )}
      <Problem sentence={problem} />
    </div>
  );
}
