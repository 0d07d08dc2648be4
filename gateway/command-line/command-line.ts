import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { CommandLineView } from '../../shared/contract/command-line-calls.ts';
import { PurserError } from '../../shared/errors.ts';
import { isLauncher, launcherFile, launcherText } from './launcher.ts';
import type { Started } from './launcher.ts';

export interface CommandLineDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** What it starts; undefined for a build that carries no command line. */
  readonly started: Started | undefined;
  /** Instead of the usual folder. */
  readonly folder?: string | undefined;
  /** The command line is only there while the app runs (an AppImage): a folder to copy, and where to. */
  readonly copy?: { readonly from: string; readonly to: string } | undefined;
}

/** The command `purser` for the terminals of this user. */
export interface CommandLine {
  status(): Promise<CommandLineView>;
  /** @throws PurserError `CONFLICT`, `NOT_FOUND`, `INVALID_INPUT` for a folder that may not be written to */
  install(): Promise<CommandLineView>;
  /** @throws PurserError `CONFLICT` */
  remove(): Promise<CommandLineView>;
}

export function createCommandLine({ env, platform, home, started, folder, copy }: CommandLineDeps): CommandLine {
  const file = launcherFile({ platform, env, home }, folder);
  const state = async (): Promise<CommandLineView['state']> => {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return isLauncher(text) ? 'installed' : 'other';
    return started ? 'not-installed' : 'unavailable';
  };
  const status = async (): Promise<CommandLineView> => ({
    state: await state(),
    file,
    onPath: (env['PATH'] ?? env['Path'] ?? '').split(delimiter).includes(dirname(file)),
  });
  const refuseOther = async (): Promise<void> => {
    if ((await state()) === 'other')
      throw new PurserError('CONFLICT', `${file} is there already, and Purser did not make it. Move it away first.`);
  };
  return {
    status,
    async install() {
      if (!started) throw new PurserError('NOT_FOUND', 'This build of Purser carries no command line.');
      await refuseOther();
      if (copy) await copyOver(copy);
      await writeLauncher(file, launcherText(started, platform)).catch((error: unknown) => explain(error, file));
      return status();
    },
    async remove() {
      await refuseOther();
      await rm(file, { force: true }).catch((error: unknown) => explain(error, file));
      if (copy) await rm(copy.to, { recursive: true, force: true });
      return status();
    },
  };
}

/** The old one stays whole until the new one is there. */
async function copyOver({ from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const next = `${to}.next`;
  await rm(next, { recursive: true, force: true });
  await cp(from, next, { recursive: true });
  await rm(to, { recursive: true, force: true });
  await rename(next, to);
}

async function writeLauncher(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const next = join(dirname(file), '.purser.next');
  await writeFile(next, text, { mode: 0o755 });
  await chmod(next, 0o755);
  await rename(next, file);
}

function explain(error: unknown, file: string): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
  throw new PurserError(
    'INVALID_INPUT',
    `You may not write to ${dirname(file)}. Leave --dir out, or run this with more rights (sudo).`,
    { cause: error },
  );
}
