import ignore from 'ignore';

/** One list of patterns, and the folder it speaks for: `''` for the root, else `a/b`. */
interface PatternList {
  readonly at: string;
  readonly text: string;
}

/**
 * True for a file that git would ignore, by lists of patterns in the order in which later ones win. For machines
 * without git; patterns for all repositories of a person are not known here. Source: git-scm.com/docs/gitignore.
 * @param name from the root of the repository, with slashes
 */
export function isIgnoredBy(lists: readonly PatternList[], name: string): boolean {
  const known = lists.map(({ at, text }) => ({ at, patterns: ignore({ ignorecase: false }).add(text) }));
  const steps = name.split('/');
  // A file in an ignored folder cannot be taken back in.
  return steps.some((_, index) => {
    const path = steps.slice(0, index + 1).join('/');
    const asked = index < steps.length - 1 ? `${path}/` : path;
    const answers = known
      .filter(({ at }) => at === '' || path.startsWith(`${at}/`))
      .map(({ at, patterns }) => patterns.test(at === '' ? asked : asked.slice(at.length + 1)));
    return answers.findLast(({ ignored, unignored }) => ignored || unignored)?.ignored ?? false;
  });
}
