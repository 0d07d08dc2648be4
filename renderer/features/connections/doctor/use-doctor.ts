import { useCallback, useEffect, useState } from 'react';
import type { Diagnosis } from '../../../../shared/contract/connection-views.ts';
import { useDashboard, useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';

/** Findings to put right, and the files in projects whose keys are the person's own. */
interface DoctorOptions {
  readonly fix?: readonly string[];
  readonly importFrom?: readonly string[];
}

export interface Doctor {
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** Undefined until it has looked for the first time. */
  readonly diagnosis: Diagnosis | undefined;
  readonly project: string;
  setProject(project: string): void;
  /** Looks, and puts right what is asked for. @returns once it has */
  look(wish?: DoctorOptions): Promise<void>;
}

/** The doctor looks when the page opens, and again whenever something was changed. */
export function useDoctor(): Doctor {
  const { call } = useSession();
  const { state } = useDashboard();
  const { busy, problem, run } = useAction();
  const [diagnosis, setDiagnosis] = useState<Diagnosis>();
  const [project, setProject] = useState('');
  const ask = useCallback(
    (folder: string, { fix = [], importFrom = [] }: DoctorOptions = {}) =>
      run(async () => {
        const projects = folder === '' ? [] : [folder];
        setDiagnosis(
          await call(({ connections }) => connections.doctor({ fix: [...fix], importFrom: [...importFrom], projects })),
        );
      }),
    [call, run],
  );
  // In a simulation there is no machine to look into.
  const hasMachine = state !== undefined && !state.gateway.simulated;
  useEffect(() => {
    if (hasMachine) void ask('');
  }, [hasMachine, ask]);
  return { busy, problem, diagnosis, project, setProject, look: (wish) => ask(project.trim(), wish) };
}
