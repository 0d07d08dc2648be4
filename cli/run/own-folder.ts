import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one run, and how to take it away. */
export interface OwnFolder {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Files of a folder by their path in it, with `/`; null for one that must not be there. */
export type Replaced = Readonly<Record<string, string | null>>;

/**
 * Makes a folder that looks like the person's own, but for these files: links to everything else, so that histories and
 * memories go where they always do. It can hold a sub-key, so nobody else can read it.
 * @param own the person's; need not be there
 * @param under where in the new folder its contents go
 */
export async function makeOwnFolder(own: string, replaced: Replaced, under = ''): Promise<OwnFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-run-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const target = join(folder, under);
    await linkAll(own, target, Object.keys(replaced));
    for (const [path, text] of Object.entries(replaced)) {
      if (text === null) continue;
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeFile(join(target, path), text, { mode: 0o600 });
    }
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Links to everything in a folder but these paths; what leads to one of them is a folder of ours. */
async function linkAll(own: string, target: string, but: readonly string[]): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(own, { withFileTypes: true }).catch(() => [])) {
    if (but.includes(entry.name)) continue;
    const deeper = but.flatMap((path) =>
      path.startsWith(`${entry.name}/`) ? [path.slice(entry.name.length + 1)] : [],
    );
    if (deeper.length > 0) await linkAll(join(own, entry.name), join(target, entry.name), deeper);
    else await symlink(join(own, entry.name), join(target, entry.name), entry.isDirectory() ? 'junction' : 'file');
  }
}
