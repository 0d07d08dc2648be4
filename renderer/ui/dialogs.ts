import { createContext, useContext } from 'react';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import type { AgentId, SubKeyId } from '../../shared/ids.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';

/** The dialogs that can be opened from several places. */
export type OpenDialog =
  | { readonly kind: 'issue-key'; readonly agent?: string }
  | { readonly kind: 'add-provider'; readonly provider?: ProviderKind }
  /** `of` is given where the state of the page does not have it. */
  | {
      readonly kind: 'policy';
      readonly scope: PolicyScope;
      readonly of?: { readonly name: string; readonly policy: Policy };
    }
  | { readonly kind: 'rotate-key'; readonly id: SubKeyId }
  | { readonly kind: 'keep-bodies'; readonly id: AgentId }
  | { readonly kind: 'rename-agent' | 'merge-agent' | 'delete-agent'; readonly id: AgentId }
  | { readonly kind: 'rename-key'; readonly id: SubKeyId }
  | { readonly kind: 'revoke-everything' }
  | { readonly kind: 'revoke-agent'; readonly id: AgentId };

export interface Dialogs {
  open(dialog: OpenDialog): void;
}

export const DialogsContext = createContext<Dialogs>({ open: () => undefined });

/** Opens the dialogs that belong to the whole page. */
export function useDialogs(): Dialogs {
  return useContext(DialogsContext);
}
