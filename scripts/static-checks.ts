/** A check that needs no build: it holds when its command ends with 0. */
export interface StaticCheck {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** It is made of unit tests, so a run of all of them has it already. */
  readonly isUnitTest?: true;
}

/** In the order in which a person wants to hear of them. */
export const CHECKS: readonly StaticCheck[] = [
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'types', command: 'tsc', args: ['-b', '--noEmit', '--pretty', 'false'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  {
    name: 'walls, READMEs, links',
    command: 'vitest',
    args: ['run', 'scripts/walls', 'scripts/dead-links', 'scripts/dependencies'],
    isUnitTest: true,
  },
];
