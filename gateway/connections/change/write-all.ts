import type { ConfigFiles } from '../files/config-files.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** A file as it is, or undefined when there is none, and as it is to be. */
export interface FileWrite {
  readonly file: string;
  readonly text: string | undefined;
  readonly after: string;
}

/**
 * Writes all of these files or none: when one cannot be written, those before it are put back.
 * @returns what was asked for
 * @throws PurserError `CONFLICT` of the file that stood in the way
 */
export async function writeAll(
  { files }: Pick<ConnectionDeps, 'files'>,
  writes: readonly FileWrite[],
): Promise<readonly FileWrite[]> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { file, text, after } of writes) {
      if (after === text) continue;
      const made = await files.write(file, after, text);
      undo.unshift(() => putBack(files, { file, text, after }, made));
    }
    return writes;
  } catch (error) {
    // A file that somebody changed in this very moment stays as they left it.
    for (const back of undo) await back().catch(() => undefined);
    throw error;
  }
}

async function putBack(files: ConfigFiles, { file, text, after }: FileWrite, made: readonly string[]): Promise<void> {
  if (text === undefined) await files.remove(file, after, made);
  else await files.write(file, text, after);
}
