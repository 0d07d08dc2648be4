import { useCallback, useState } from 'react';
import { sentenceOf } from '../words/sentence.ts';

/** A call that a person starts: whether it runs, and the sentence it failed with. */
export interface Action {
  readonly busy: boolean;
  readonly problem: string | undefined;
  run(work: () => Promise<void>): Promise<void>;
  /** Says what is wrong with the form before anything is asked, or takes it back. */
  setProblem(problem: string | undefined): void;
}

/** Keeps the busy flag and the failure of one button or form, so that the sentence stands beside it. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, problem, run, setProblem };
}
