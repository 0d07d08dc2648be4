import { useCallback, useEffect, useState } from 'react';
import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import { sentenceOf } from '../words/sentence.ts';
import { useDashboard, useSession } from './session-context.ts';

/** A question to the gateway, with the answer as far as it is known. */
interface Read<Data> {
  /** The last answer; kept while it is asked again. */
  readonly data: Data | undefined;
  readonly problem: string | undefined;
  /** Asks once more, after something was changed. */
  refetch(): void;
}

/**
 * Asks the gateway when the page opens, when `read` changes, and when the link comes back.
 * @param read must be stable: made by `useCallback`, or outside a component
 */
export function useRead<Data>(read: (gateway: GatewayClient, host: PurserClient) => Promise<Data>): Read<Data> {
  const { call } = useSession();
  const { scene, link } = useDashboard();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ readonly data?: Data; readonly problem?: string }>({});
  useEffect(() => {
    if (link !== 'live') return undefined;
    let isCurrent = true;
    call(read).then(
      (data) => isCurrent && setAnswer({ data }),
      (error: unknown) => isCurrent && setAnswer((before) => ({ ...before, problem: sentenceOf(error) })),
    );
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another scene, or a person, asks the same again
  }, [call, read, scene, link, turn]);
  // A line above the page says once that the gateway is silent.
  return {
    data: answer.data,
    problem: link === 'live' ? answer.problem : undefined,
    refetch: useCallback(() => setTurn((before) => before + 1), []),
  };
}
