import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import type { Action } from '../../state/live/use-action.ts';
import type { NewProvider } from './read-provider.ts';

export type AddedProvider = Awaited<ReturnType<GatewayClient['providers']['add']>>;

interface Adding extends Pick<Action, 'busy' | 'problem' | 'setProblem'> {
  /** The provider itself refused the key; the person may know better. */
  readonly isRefused: boolean;
  add(provider: NewProvider): void;
}

/**
 * Adds a provider once it was asked about its key. Leaving meanwhile, by whatever way, cancels: then nothing is stored.
 */
export function useAdding(onAdded: (added: AddedProvider) => void): Adding {
  const { call } = useSession();
  const { busy, problem, run, setProblem } = useAction();
  const [isRefused, setRefused] = useState(false);
  const leaving = useRef<AbortController>(undefined);
  useEffect(() => () => leaving.current?.abort(), []);

  const add = async (provider: NewProvider): Promise<void> => {
    const mine = new AbortController();
    leaving.current = mine;
    setRefused(false);
    try {
      onAdded(await call(({ providers }) => providers.add(provider, { signal: mine.signal })));
    } catch (error) {
      if (mine.signal.aborted) return;
      setRefused(error instanceof ORPCError && error.code === 'KEY_REFUSED');
      throw error;
    }
  };
  return { busy, problem, setProblem, isRefused, add: (provider) => void run(() => add(provider)) };
}
