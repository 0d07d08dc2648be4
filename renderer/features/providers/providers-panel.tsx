import type { ReactNode } from 'react';
import type { GatewayView, StateView } from '../../../shared/contract/views.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { ProviderRow } from './provider-row.tsx';
import './providers.css';

const STORES: Readonly<Record<GatewayView['secretStore'], string>> = {
  keychain: 'Provider keys are in the keychain of this computer.',
  vault: 'Provider keys are in an encrypted vault file.',
  memory: 'Provider keys are kept in memory and forgotten when Purser quits.',
};

/** The provider keys Purser holds, and the base URLs that tools are given instead. */
export function ProvidersPanel({ state }: { readonly state: StateView }): ReactNode {
  const dialogs = useDialogs();
  const now = useNow(30_000);
  return (
    <section className="section" aria-labelledby="providers-title">
      <header className="section-head">
        <h2 id="providers-title">Providers</h2>
        <Button kind="quiet" icon="plus" onClick={() => dialogs.open({ kind: 'add-provider' })}>
          Add provider key
        </Button>
      </header>
      <ul>
        {state.providers.map((provider) => (
          <ProviderRow key={provider.name} provider={provider} now={now} timeZone={state.gateway.timeZone} />
        ))}
      </ul>
      {state.providers.length === 0 && <p className="soft">No provider key yet, so requests are refused.</p>}
      <p className="faint providers-store">{STORES[state.gateway.secretStore]} No tool ever sees them.</p>
    </section>
  );
}
