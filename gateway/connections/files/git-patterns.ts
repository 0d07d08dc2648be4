/** One list of patterns, and the folder it speaks for: `''` for the root, else `a/b`. */
interface PatternList {
  readonly at: string;
  readonly text: string;
}

/**
 * Whether git would ignore a file, by lists of patterns in the order in which later ones win. For machines without git;
 * what is excluded for all repositories is not known here. Source: git-scm.com/docs/gitignore.
 * @param name from the root of the repository, with slashes
 */
export function isIgnoredBy(lists: readonly PatternList[], name: string): boolean {
  const steps = name.split('/');
  // A file in an ignored folder cannot be taken back in.
  return steps.some((_, index) => lastWord(lists, steps.slice(0, index + 1).join('/'), index < steps.length - 1));
}

function lastWord(lists: readonly PatternList[], path: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { at, text } of lists) {
    if (at !== '' && !path.startsWith(`${at}/`)) continue;
    const inside = at === '' ? path : path.slice(at.length + 1);
    for (const line of text.split(/\r?\n/)) {
      const [, not, pattern, folder] = /^(!?)(.*?)(\/?)\s*$/.exec(line.startsWith('#') ? '' : line) ?? [];
      if (!pattern || (folder === '/' && !isFolder)) continue;
      if (shapeOf(pattern).test(inside)) ignored = not !== '!';
    }
  }
  return ignored;
}

/** A pattern with a slash is for its own folder; one without, for every folder below. */
function shapeOf(pattern: string): RegExp {
  const anchored = pattern.includes('/');
  const body = pattern
    .replace(/^\//, '')
    .replaceAll(/\\(.)|\/\*\*\/|\*\*\/|\/\*\*|\*+|\?|\[!?[^\]]+\]|[.+^${}()|[\]\\]/g, (found, escaped?: string) => {
      if (escaped !== undefined) return `\\${escaped}`.replace(/\\([\w ])/, '$1');
      if (found === '/**/') return '(?:/.*)?/';
      if (found === '**/') return '(?:.*/)?';
      if (found === '/**') return '/.*';
      if (found.startsWith('*')) return '[^/]*';
      if (found === '?') return '[^/]';
      return found.length > 2 && found.startsWith('[') ? found.replace('[!', '[^') : `\\${found}`;
    });
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}$`);
}
