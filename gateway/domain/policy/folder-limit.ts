import type { RuleRefusal } from './decide.ts';

/** One level's limit to a folder. */
export interface FolderLimit {
  /** As a sentence names it: `Claude Code`. */
  readonly whose: string;
  /** As the policy says it. */
  readonly folder: string;
  /** The same with symbolic links resolved; undefined when there is no such folder. */
  readonly real: string | undefined;
}

/**
 * Where a request comes from: the working folders of every process that holds its connection, links resolved; or why
 * they are unknown.
 */
export type CallerFolders = { readonly folders: readonly string[] } | { readonly unknown: string };

/**
 * Checks that the caller works in the folder that every level wants. An unknown folder is refused.
 * @returns the first level that refuses
 */
export function checkFolders(limits: readonly FolderLimit[], caller: CallerFolders): RuleRefusal | undefined {
  for (const { whose, folder, real } of limits) {
    const refuse = (why: string): RuleRefusal => ({
      rule: 'folder',
      message: `${whose} may be used only in ${folder}, and ${why}`,
    });
    if (real === undefined) return refuse('there is no such folder. Make it, or change its policy.');
    if ('unknown' in caller) return refuse(caller.unknown);
    const outside = caller.folders.find((path) => !isInside(path, real));
    if (outside !== undefined)
      return refuse(`this tool runs in ${outside}. Start it in that folder, or give it another sub-key.`);
    if (caller.folders.length === 0)
      return refuse('Purser found no process behind this connection. Start the tool again.');
  }
  return undefined;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
