import { checkFile } from '../files/check-file.ts';
import { pathText } from '../files/path-text.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { faultIn, isSubKeyOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { fillSubKey, findSubKey } from '../verify/sub-key-mark.ts';
import { planFile } from './plan-file.ts';
import type { DoneFile, FileWant } from './want.ts';

/** True when nothing would change: the wants are those on record, and the files hold them. */
export async function isInPlace(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  wants: readonly FileWant[],
): Promise<boolean> {
  if (record.files.length !== wants.length || wants.length === 0) return false;
  const isSubKey = isSubKeyOf(deps, record.subKeyId);
  for (const [index, want] of wants.entries()) {
    const recorded = record.files[index];
    const text = await deps.files.read(want.file);
    if (recorded?.done.file !== want.file || text === undefined || checkFile(text, recorded.done, isSubKey).length > 0)
      return false;
    if (hasMore(recorded.done, want)) return false;
    const secret = findSubKey(text, isSubKey);
    try {
      if (fillSubKey(planFile(text, want, record.id).after, secret ?? '') !== text) return false;
    } catch (error) {
      throw faultIn(want.file, error);
    }
  }
  return true;
}

/** True when something of ours is in the file that is not wanted any more. */
function hasMore(done: DoneFile, want: FileWant): boolean {
  if (done.kind !== 'entries' || want.kind !== 'entries') return done.kind !== want.kind;
  const wanted = want.entries.map(({ at }) => pathText(at));
  return done.edits.some(({ at }) => {
    const path = pathText(at);
    return !wanted.some((one) => path === one || path.startsWith(`${one}.`));
  });
}
