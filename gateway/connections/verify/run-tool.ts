import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Environment } from './terminal-environment.ts';

/** An agent thinks before its first request, and a first start unpacks things. */
const SELF_TEST_MS = 90_000;

interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Environment;
  /** Null: an empty folder, which is removed afterwards. */
  readonly project: string | null;
}

/** Runs a tool as a new terminal would, until it ends or `signal` is aborted. How it ends does not matter. */
export async function runTool({ command, args, env, project }: ToolRun, signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-verify-'));
  // A tool that is a script is started by a program that often lives beside it.
  const path = [env['PATH'], dirname(command)].filter(Boolean).join(delimiter);
  try {
    await new Promise<void>((resolve) => {
      const child = spawn(command, args, {
        cwd: project ?? folder,
        env: { ...env, PATH: path },
        stdio: 'ignore',
        signal: AbortSignal.any([signal, AbortSignal.timeout(SELF_TEST_MS)]),
        windowsHide: true,
      });
      child.on('error', () => resolve());
      child.on('close', () => resolve());
    });
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
