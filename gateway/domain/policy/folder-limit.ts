import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { tell } from '../words/tell.ts';
import type { RuleRefusal } from './decide.ts';
import { whoseOf } from './policy.ts';
import type { PolicyLevel } from './policy.ts';

/** One level's limit to a folder. */
export interface FolderLimit extends Omit<PolicyLevel, 'policy'> {
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
  for (const limit of limits) {
    const { folder, real } = limit;
    const refuse = (why: WhyNot): RuleRefusal => ({
      rule: 'folder',
      ...tell({ code: 'folder', whose: whoseOf(limit), folder, why }),
    });
    if (real === undefined) return refuse({ seen: 'no-folder' });
    if ('unknown' in caller)
      return { rule: 'folder', message: `${limit.whose} may be used only in ${folder}, and ${caller.unknown}` };
    const outside = caller.folders.find((path) => !isInside(path, real));
    if (outside !== undefined) return refuse({ seen: 'outside', path: outside });
    if (caller.folders.length === 0) return refuse({ seen: 'no-process' });
  }
  return undefined;
}

type WhyNot = Extract<RefusalFact, { code: 'folder' }>['why'];

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
