import { createContext, useContext } from 'react';

/** The dialogs that can be opened from several places. */
export type OpenDialog = { readonly kind: 'issue-key'; readonly agent?: string } | { readonly kind: 'add-provider' };

export interface Dialogs {
  open(dialog: OpenDialog): void;
}

export const DialogsContext = createContext<Dialogs>({ open: () => undefined });

/** Opens the dialogs that belong to the whole page. */
export function useDialogs(): Dialogs {
  return useContext(DialogsContext);
}
