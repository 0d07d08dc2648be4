import type { ComponentProps, ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { AgentLifeDialog } from '../features/agent-life/agent-life-dialog.tsx';
import { KeepBodiesDialog } from '../features/bodies/keep-bodies-dialog.tsx';
import { IssueKeyDialog } from '../features/issue-key/issue-key-dialog.tsx';
import { PolicyDialog } from '../features/policy/policy-dialog.tsx';
import { scopesOf } from '../features/policy/policy-scopes.ts';
import { AddProviderDialog } from '../features/providers/add-provider-dialog.tsx';
import { RevokeDialog } from '../features/revoke/revoke-dialog.tsx';
import { RenameKeyDialog } from '../features/sub-keys/rename-key-dialog.tsx';
import { RotateKeyDialog } from '../features/rotate-key/rotate-key-dialog.tsx';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import type { OpenDialog } from '../ui/dialogs.ts';

interface AppDialogsProps {
  readonly dialog: OpenDialog;
  readonly state: StateView;
  onClose(): void;
}

/**
 * The dialogs that can be opened from several places. What they are about may have gone meanwhile; then there is none.
 */
// oxlint-disable-next-line eslint/complexity -- one case for each dialog
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
      const { scope, of } = dialog;
      const scoped = of ? { scope, ...of, isKey: false } : scopesOf(state).find((one) => one.scope === scope);
      return scoped && <PolicyDialog key={scoped.scope} state={state} scoped={scoped} onClose={onClose} />;
    }
    case 'rename-agent':
    case 'merge-agent':
    case 'delete-agent':
      return <LifeDialog kind={dialog.kind} id={dialog.id} agents={state.agents} onClose={onClose} />;
    case 'rename-key':
      return <NameDialog id={dialog.id} keys={state.keys} onClose={onClose} />;
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

interface LifeDialogProps extends Omit<ComponentProps<typeof AgentLifeDialog>, 'agent'> {
  readonly id: AgentId;
}

function LifeDialog({ id, ...props }: LifeDialogProps): ReactNode {
  const agent = props.agents.find((one) => one.id === id);
  return agent && <AgentLifeDialog agent={agent} {...props} />;
}

interface NameDialogProps {
  readonly id: SubKeyId;
  readonly keys: StateView['keys'];
  onClose(): void;
}

function NameDialog({ id, keys, onClose }: NameDialogProps): ReactNode {
  const subKey = keys.find((key) => key.id === id);
  return subKey && <RenameKeyDialog subKey={subKey} onClose={onClose} />;
}
