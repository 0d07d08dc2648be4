import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { useSession } from '../../state/session-context.ts';
import { policyText } from '../../state/policy-text.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy-line.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { Problem } from '../../ui/notice.tsx';
import { CapBar } from '../caps/cap-bar.tsx';

interface ProviderRowProps {
  readonly provider: ProviderView;
  readonly now: number;
  readonly timeZone: string;
}

/** One provider. Removing asks once more, because the real key would have to be found again. */
export function ProviderRow({ provider, now, timeZone }: ProviderRowProps): ReactNode {
  const dialogs = useDialogs();
  const rules = policyText(provider.policy);
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);

  const remove = (): Promise<void> =>
    run(async () => {
      await call(({ providers }) => providers.remove({ name: provider.name }));
    });

  return (
    <li className="provider" data-testid="provider">
      <div className="provider-head">
        <h3>{provider.name}</h3>
        <span className="faint provider-target" title={provider.baseUrl}>
          {hostOf(provider.baseUrl)}
        </span>
        <Button kind="quiet" aria-label={`Caps and rules of the provider ${provider.name}`} onClick={() => dialogs.open({ kind: 'policy', scope: scopeOf('provider', provider.name) })}>
          Caps and rules
        </Button>
        {!asking && (
          <Button kind="quiet" aria-label={`Remove the key of ${provider.name}`} onClick={() => setAsking(true)}>
            Remove
          </Button>
        )}
      </div>
      <CopyLine text={provider.gatewayUrl} label={`Copy the base URL of ${provider.name}`} />
      {asking && (
        <div className="provider-ask" role="group" aria-label={`Remove ${provider.name}?`}>
          <span>Forget its key? Requests to {provider.name} will be refused.</span>
          <Button kind="danger" busy={busy} onClick={() => void remove()}>
            Remove
          </Button>
          <Button autoFocus kind="quiet" onClick={() => setAsking(false)}>
            Keep
          </Button>
        </div>
      )}
      {provider.caps.map((cap) => (
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
