import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Dashboard } from './dashboard.ts';
import type { Session } from './session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session: calls, range, simulation. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession needs a SessionContext around it.');
  return session;
}

/** Everything on the screen, drawn anew when it changes. */
export function useDashboard(): Dashboard {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, store.get);
}
