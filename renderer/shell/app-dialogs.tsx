import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { KeepBodiesDialog } from '../features/bodies/keep-bodies-dialog.tsx';
import { IssueKeyDialog } from '../features/issue-key/issue-key-dialog.tsx';
import { PolicyDialog } from '../features/policy/policy-dialog.tsx';
import { scopesOf } from '../features/policy/policy-scopes.ts';
import { AddProviderDialog } from '../features/providers/add-provider-dialog.tsx';
import { RevokeDialog } from '../features/revoke/revoke-dialog.tsx';
import { RotateKeyDialog } from '../features/rotate-key/rotate-key-dialog.tsx';
import type { OpenDialog } from '../ui/dialogs.ts';

interface AppDialogsProps {
  readonly dialog: OpenDialog;
  readonly state: StateView;
  onClose(): void;
}

/**
 * The dialogs that can be opened from several places. What they are about may have gone meanwhile; then there is none.
 */
export function AppDialogs({ dialog, state, onClose }: AppDialogsProps): ReactNode {
  switch (dialog.kind) {
    case 'add-provider':
      return <AddProviderDialog kind={dialog.provider} onClose={onClose} />;
    case 'issue-key':
      return <IssueKeyDialog state={state} agent={dialog.agent} onClose={onClose} />;
    case 'keep-bodies': {
      const agent = state.agents.find(({ id }) => id === dialog.id);
      return agent && <KeepBodiesDialog state={state} agent={agent} onClose={onClose} />;
    }
    case 'policy': {
      const scoped = scopesOf(state).find(({ scope }) => scope === dialog.scope);
      return scoped && <PolicyDialog key={scoped.scope} state={state} scoped={scoped} onClose={onClose} />;
    }
    case 'revoke-everything':
      return <RevokeDialog state={state} agent={undefined} onClose={onClose} />;
    case 'revoke-agent': {
      const agent = state.agents.find(({ id }) => id === dialog.id);
      return agent && <RevokeDialog state={state} agent={agent} onClose={onClose} />;
    }
    case 'rotate-key': {
      const subKey = state.keys.find(({ id }) => id === dialog.id);
      return subKey && <RotateKeyDialog state={state} subKey={subKey} onClose={onClose} />;
    }
  }
}
