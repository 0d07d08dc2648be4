import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { providerName } from '../providers/provider-names.ts';
import { kindFor } from './found-tools.ts';

interface KeyStepProps {
  readonly state: StateView;
  /** The first tool of this machine: its provider's key is the one to begin with. */
  readonly first: ToolView | undefined;
}

/** The provider key, and which one to begin with. */
export function KeyStep({ state: { gateway, providers }, first }: KeyStepProps): ReactNode {
  const dialogs = useDialogs();
  const kind = first && kindFor(first);
  if (providers.length > 0) {
    return (
      <p className="soft welcome-line">
        {say.welcome.keysAre(providers.map(({ name }) => name))}
        <Button kind="quiet" onClick={() => dialogs.open({ kind: 'add-provider' })}>
          {say.welcome.addAnother}
        </Button>
      </p>
    );
  }
  return (
    <>
      <p className="soft">
        {first && kind && say.welcome.keyFor(first.title, providerName(kind))}{' '}
        {say.welcome.keyMeans[gateway.secretStore]}
      </p>
      <Button kind="primary" onClick={() => dialogs.open({ kind: 'add-provider', ...(kind && { provider: kind }) })}>
        {say.welcome.addKey}
      </Button>
    </>
  );
}
