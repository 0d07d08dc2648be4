import type { Coverage, MachinePaths, ToolSpec } from '../tool-spec.ts';

interface Impossible {
  readonly id: string;
  readonly title: string;
  readonly group: ToolSpec['group'];
  readonly words: string;
  readonly evidence: Coverage['evidence'];
  readonly commands: readonly string[];
  readonly paths: (paths: MachinePaths) => readonly string[];
}

/**
 * A tool whose model calls cannot come through a program on this machine. It is listed, so that nobody believes
 * otherwise.
 */
export function notPossible({ id, title, group, words, evidence, commands, paths }: Impossible): ToolSpec {
  const coverage: Coverage = { level: 'not-possible', words, evidence };
  return {
    id,
    title,
    group,
    coverage,
    detect: { commands, paths },
    speaks: [],
    scope: 'machine',
    reload: '',
    cap: '5/day',
    variables: [],
  };
}
