import { ORPCError } from '@orpc/client';
import { useEffect, useRef, useState } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import type { Action } from '../../../state/live/use-action.ts';
import type { NewServer } from './read-server.ts';

interface Adding extends Pick<Action, 'busy' | 'problem' | 'setProblem'> {
  /** It could not be reached; the person may want it all the same. */
  readonly isUnreached: boolean;
  /** @param file the description of an API */
  add(server: NewServer, file: File | undefined): void;
}

/** Adds a server once it was reached. A dialog that was left meanwhile hears nothing of it. */
export function useAddingServer(onAdded: (added: McpServerView) => void): Adding {
  const { call } = useSession();
  const { busy, problem, run, setProblem } = useAction();
  const [isUnreached, setUnreached] = useState(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  const add = async (asked: NewServer, file: File | undefined): Promise<void> => {
    setUnreached(false);
    const server = file ? { ...asked, description: await file.text() } : asked;
    try {
      const added = await call(({ mcp }) => mcp.add(server));
      if (!isLeft.current) onAdded(added);
    } catch (error) {
      setUnreached(error instanceof ORPCError && error.code === 'INVALID_INPUT');
      throw error;
    }
  };
  return { busy, problem, setProblem, isUnreached, add: (server, file) => void run(() => add(server, file)) };
}
