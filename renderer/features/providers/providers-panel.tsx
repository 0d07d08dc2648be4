import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { ProviderRow } from './provider-row.tsx';
import './providers.css';

interface ProvidersPanelProps {
  readonly state: StateView;
  /** The provider that the address names. */
  readonly asked: string | undefined;
}

/** The provider keys Purser holds, and the base URLs that tools are given instead. */
export function ProvidersPanel({ state, asked }: ProvidersPanelProps): ReactNode {
  const dialogs = useDialogs();
  const now = useNow(30_000);
  const { timeZone } = state.gateway;
  return (
    <section className="section" aria-labelledby="providers-title">
      <header className="section-head">
        <h2 id="providers-title">{say.providers.title}</h2>
        <Button kind="quiet" icon="plus" onClick={() => dialogs.open({ kind: 'add-provider' })}>
          {say.providers.add}
        </Button>
      </header>
      <ul>
        {state.providers.map((provider) => (
          <ProviderRow
            key={provider.name}
            provider={provider}
            isAsked={provider.name === asked}
            now={now}
            timeZone={timeZone}
          />
        ))}
      </ul>
      {state.providers.length === 0 && <p className="soft">{say.providers.none}</p>}
      <p className="faint providers-store">{say.providers.stores[state.gateway.secretStore]}</p>
    </section>
  );
}
