import type { GitStatus } from './git-status.ts';
import { gitStatusOf } from './git-status.ts';
import { SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import type { FileWant } from '../change/want.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** A file that will hold, or holds, a sub-key, and that git would take. */
export interface Exposed {
  readonly file: string;
  readonly status: GitStatus & { readonly state: 'open' | 'tracked' };
}

/** Those of these files that git would take with the sub-key in them. */
export async function exposedToGit(
  deps: ConnectionDeps,
  wants: readonly { readonly file: string }[],
): Promise<readonly Exposed[]> {
  const found: Exposed[] = [];
  for (const want of wants) {
    if (!JSON.stringify(want).includes(SUB_KEY_MARK)) continue;
    const status = await gitStatusOf(deps, want.file);
    if (status && status.state !== 'ignored')
      found.push({ file: want.file, status: { ...status, state: status.state } });
  }
  return found;
}

/**
 * The lines that keep a project's new files out of its repository, in the one list that is not shared with others. With
 * the connection they come and go. No line keeps out a file that is in the repository already.
 * @param before files of this connection as it stands, whose lines are there already and stay
 */
export async function excludeWants(
  deps: ConnectionDeps,
  wants: readonly FileWant[],
  before: readonly { readonly file: string }[],
): Promise<readonly FileWant[]> {
  const lines = new Map<string, string[]>();
  for (const want of wants) {
    if (!JSON.stringify(want).includes(SUB_KEY_MARK)) continue;
    const status = await gitStatusOf(deps, want.file);
    if (status?.exclude === undefined || status.state === 'tracked') continue;
    const isOurs = before.some(({ file }) => file === status.exclude);
    if (status.state === 'ignored' && !isOurs) continue;
    lines.set(status.exclude, [...(lines.get(status.exclude) ?? []), status.line]);
  }
  return [...lines].map(([file, all]) => ({ kind: 'block', file, lines: `${all.join('\n')}\n` }));
}

/** The warning about such a file, and the remedy. */
export function exposedText(
  { file, status: { state, line, root, exclude } }: Exposed,
  when: 'will hold' | 'holds',
): { readonly text: string; readonly byHand: string } {
  if (state === 'tracked') {
    return {
      text:
        `${file} ${when} a sub-key, and it is in the git repository ${root}: the sub-key would go with the next ` +
        `commit.`,
      byHand:
        `Take it out of the repository (git rm --cached) and keep it out with the line ${line} in .gitignore, ` +
        `or disconnect.`,
    };
  }
  return {
    text: `${file} ${when} a sub-key, and git would take it into the repository ${root}.`,
    byHand:
      `Put the line ${line} into ${exclude === undefined ? '' : `${exclude} (yours alone) or into `}its ` +
      `.gitignore.`,
  };
}
