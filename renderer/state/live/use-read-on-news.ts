import { useEffect, useRef } from 'react';
import { useDashboard } from './session-context.ts';
import { useRead } from './use-read.ts';

type Ask<T> = Parameters<typeof useRead<T>>[0];

/**
 * Reads something, and again when the gateway has news: news may come with every request, so not more often than every
 * `leastMs` milliseconds.
 */
export function useReadOnNews<T>(ask: Ask<T>, leastMs: number): ReturnType<typeof useRead<T>> {
  const read = useRead(ask);
  const { refetch } = read;
  const { state } = useDashboard();
  const seen = useRef(state);
  const lookedAt = useRef(0);
  useEffect(() => {
    if (seen.current === state) return undefined;
    const look = (): void => {
      seen.current = state;
      lookedAt.current = Date.now();
      refetch();
    };
    const timer = setTimeout(look, Math.max(0, lookedAt.current + leastMs - Date.now()));
    return () => clearTimeout(timer);
  }, [state, refetch, leastMs]);
  return read;
}
