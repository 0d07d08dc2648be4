import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { KeyCheck } from '../../../shared/contract/key-check-views.ts';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { useSession } from '../../state/live/session-context.ts';
import { policyText } from '../../state/words/policy-text.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Notice, Problem } from '../../ui/notice.tsx';
import { CapBar } from '../caps/cap-bar.tsx';
import { Deployments } from './deployments.tsx';
import { KeyOrigin } from './key-origin.tsx';
import { RemoveProvider } from './remove-provider.tsx';
import { StopsWhenLeft } from './stops-when-left.tsx';
import { plainText } from '../../state/words/plain-text.ts';

interface ProviderRowProps {
  readonly provider: ProviderView;
  /** The address names it: it is brought into sight, and asks whether it stops when it is left. */
  readonly isAsked: boolean;
  readonly now: number;
  readonly timeZone: string;
}

/** One provider: where it is, whether it takes its key, what it does when left, what it may cost, and the end of it. */
export function ProviderRow({ provider, isAsked, now, timeZone }: ProviderRowProps): ReactNode {
  const { name, kind, baseUrl, gatewayUrl, caps, policy, deployments, keyFrom } = provider;
  const dialogs = useDialogs();
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [isRemoving, setRemoving] = useState(false);
  const [check, setCheck] = useState<KeyCheck>();
  const rules = policyText(policy);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  const ask = (): Promise<void> => run(async () => setCheck(await call(({ providers }) => providers.check({ name }))));

  return (
    <li ref={place} className="provider" data-testid="provider">
      <div className="provider-head">
        <h3>{name}</h3>
        <span className="faint provider-target" title={plainText(baseUrl)}>
          {plainText(hostOf(baseUrl))}
        </span>
        <div className="provider-actions">
          {kind !== 'http' && (
            <Button
              kind="quiet"
              busy={busy}
              aria-label={say.providers.checkKeyOf(name)}
              title={say.providers.checkHint}
              onClick={() => void ask()}
            >
              {say.providers.check}
            </Button>
          )}
          <Button
            kind="quiet"
            aria-label={say.providers.rulesOf(name)}
            onClick={() => dialogs.open({ kind: 'policy', scope: scopeOf('provider', name) })}
          >
            {say.providers.rules}
          </Button>
          {!isRemoving && (
            <Button kind="quiet" aria-label={say.providers.removeKeyOf(name)} onClick={() => setRemoving(true)}>
              {say.providers.remove}
            </Button>
          )}
        </div>
      </div>
      <CopyLine text={gatewayUrl} label={say.providers.copyBaseUrl(name)} />
      {isRemoving && <RemoveProvider name={name} onKeep={() => setRemoving(false)} />}
      {check !== undefined && (
        <Notice tone={check.verdict === 'accepted' ? 'good' : 'warning'} onDismiss={() => setCheck(undefined)}>
          {say.told(check.sentence)}
        </Notice>
      )}
      {keyFrom && <KeyOrigin name={name} keyFrom={keyFrom} now={now} timeZone={timeZone} />}
      {kind !== 'http' && <StopsWhenLeft provider={provider} isAsked={isAsked} />}
      {deployments && <Deployments name={name} deployments={deployments} />}
      {caps.map((cap) => (
        <CapBar key={`${cap.window} ${cap.rolling}`} cap={cap} now={now} timeZone={timeZone} />
      ))}
      {rules !== '' && <p className="faint">{rules}</p>}
      <Problem sentence={problem} />
    </li>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
