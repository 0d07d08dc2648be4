import { createContext, useContext } from 'react';

/** A short word about what was just done, with the way back where there is one. */
export interface Toast {
  readonly text: string;
  readonly undo?: () => Promise<void>;
  /** The moment from which on it cannot be undone: then it goes. */
  readonly until?: number;
}

export const ToastsContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says something at the foot of the window. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastsContext);
}
