import { useEffect, useState } from 'react';
import { useDashboard, useSession } from '../../../state/live/session-context.ts';
import { useThrottled } from '../../../state/time-and-money/use-throttled.ts';
import type { Search } from '../pager.ts';
import { sumOf } from './sum-of.ts';
import type { Sum } from './sum-of.ts';

/** It is added up anew at most this often while requests come in, in milliseconds. */
const LEAST_REST_MS = 1_000;
/** A sum that took long is left alone for so many times as long. */
const REST = 10;

/**
 * What a search adds up to, kept up to date.
 * @param turn another value whenever a request that matches has ended
 * @returns undefined before the first answer, and where it failed
 */
export function useSum(search: Search, turn: string): Sum | undefined {
  const { call } = useSession();
  const { link, corrected } = useDashboard();
  const [shown, setShown] = useState<{ readonly of: Search; readonly sum: Sum }>();
  const [restMs, setRestMs] = useState(LEAST_REST_MS);
  const calm = useThrottled(turn, search, restMs);
  const [newest] = corrected;
  useEffect(() => {
    if (link !== 'live') return undefined;
    let isCurrent = true;
    const began = performance.now();
    const show = (sum: Sum): void => {
      // A sum so far replaces only one of another search: figures that shrink for a moment would be wrong.
      setShown((before) =>
        sum.isWhole || before?.of !== search || !before.sum.isWhole ? { of: search, sum } : before,
      );
      if (sum.isWhole) setRestMs(Math.max(LEAST_REST_MS, Math.round(REST * (performance.now() - began))));
    };
    // The list says why it could not be read.
    sumOf(call, search, show, () => isCurrent).catch(() => undefined);
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what has ended since makes another sum
  }, [call, search, link, calm, newest]);
  return shown?.of === search ? shown.sum : undefined;
}
