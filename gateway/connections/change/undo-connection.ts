import { hashOf } from '../connection-record.ts';
import type { Before, ConnectionRecord, RecordedFile } from '../connection-record.ts';
import { diffOf } from './plan-connection.ts';
import { undoFile } from './undo-file.ts';
import type { IsSubKey } from '../verify/sub-key-mark.ts';
import { faultIn, isSubKeyOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** One file, and what it becomes without us. */
export interface Undoing {
  readonly recorded: RecordedFile;
  readonly text: string | undefined;
  /** Undefined when the file goes away. */
  readonly after: string | undefined;
  readonly how: 'restored' | 'edited' | 'deleted' | 'untouched';
  readonly stays: readonly string[];
}

/** Finds out how each file of a connection is put back. Nothing is written. @throws PurserError `CONFLICT` */
export async function planUndo(deps: ConnectionDeps, record: ConnectionRecord): Promise<readonly Undoing[]> {
  const before = await deps.book.beforeOf(record.id);
  const isSubKey = isSubKeyOf(deps, record.subKeyId);
  const undoings: Undoing[] = [];
  for (const [index, recorded] of record.files.entries()) {
    const { file } = recorded.done;
    const text = await deps.files.read(file);
    try {
      undoings.push(undoOne(recorded, before?.[index], text, isSubKey));
    } catch (error) {
      throw faultIn(file, error);
    }
  }
  return undoings;
}

/** Restores a file byte for byte where nothing else changed since, else value by value. */
function undoOne(
  recorded: RecordedFile,
  before: Before[number] | undefined,
  text: string | undefined,
  isSubKey: IsSubKey,
): Undoing {
  if (text === undefined)
    return {
      recorded,
      text,
      after: undefined,
      how: 'untouched',
      stays: recorded.made ? [] : ['the file was deleted, and its contents are not restored'],
    };
  const untouched = recorded.hash !== null && hashOf(text) === recorded.hash;
  if (untouched && recorded.made) return { recorded, text, after: undefined, how: 'deleted', stays: [] };
  if (untouched && typeof before?.text === 'string')
    return { recorded, text, after: before.text, how: 'restored', stays: [] };
  const { after, stays } = undoFile(text, { done: recorded.done, made: recorded.made, olds: before?.olds, isSubKey });
  return { recorded, text, after, how: howOf(text, after, before), stays };
}

/** A file that was undone value by value is often the earlier one to the byte, and is then called restored. */
function howOf(text: string, after: string | undefined, before: Before[number] | undefined): Undoing['how'] {
  if (after === undefined) return 'deleted';
  if (after === text) return 'untouched';
  return after === before?.text ? 'restored' : 'edited';
}

/**
 * Does what was planned, last file first. @throws PurserError `CONFLICT` when a file changed meanwhile; asking again
 * goes on
 */
export async function carryOutUndo(deps: ConnectionDeps, undoings: readonly Undoing[]): Promise<void> {
  for (const { recorded, text, after } of undoings.toReversed()) {
    if (text === undefined || after === text) continue;
    if (after === undefined) await deps.files.remove(recorded.done.file, text, recorded.madeFolders);
    else await deps.files.write(recorded.done.file, after, text);
  }
}

/** The undoing of one file as a person is shown it. */
export function describeUndo({ recorded, text, after, how, stays }: Undoing): {
  file: string;
  how: Undoing['how'];
  diff: string;
  stays: string[];
} {
  return { file: recorded.done.file, how, diff: diffOf(text, after), stays: [...stays] };
}
