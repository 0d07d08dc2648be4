import type { ReactNode } from 'react';
import type { KeyFromView } from '../../../shared/key-source/key-source-views.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { agoText, momentText } from '../../state/time-and-money/format.ts';
import { plainText } from '../../state/words/plain-text.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';

interface KeyOriginProps {
  readonly name: ProviderView['name'];
  readonly keyFrom: KeyFromView;
  readonly now: number;
  readonly timeZone: string;
}

/** Where a key comes from that a secret manager keeps, how old it is, and why it could not be read. Never the key. */
export function KeyOrigin({ name, keyFrom, now, timeZone }: KeyOriginProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const { failure, state } = keyFrom;
  const refresh = (): Promise<void> =>
    run(async () => void (await call(({ providers }) => providers.refresh({ name }))));
  return (
    <div className="provider-left">
      <p className="faint">
        {textOf(keyFrom, now, timeZone)}{' '}
        <Button
          kind="quiet"
          busy={busy}
          aria-label={say.providers.origin.refreshOf(name)}
          onClick={() => void refresh()}
        >
          {say.providers.origin.refresh}
        </Button>
      </p>
      {failure !== null && (
        <Notice tone="warning">
          {state === 'failed' ? say.providers.origin.failed(failure) : say.providers.origin.stillUsed(failure)}
        </Notice>
      )}
      {failure === null && <Problem sentence={problem} />}
    </div>
  );
}

function textOf({ reference, fetchedAt, nextAt }: KeyFromView, now: number, timeZone: string): string {
  const from = plainText(reference);
  if (fetchedAt === null) return say.providers.origin.unread(from);
  const ago = agoText(fetchedAt, now);
  return nextAt === null
    ? say.providers.origin.read(from, ago)
    : say.providers.origin.readAgain(from, ago, momentText(nextAt, now, timeZone));
}
