import { homedir } from 'node:os';
import type { CommandLineDeps } from '../../gateway/command-line/command-line.ts';

/** The command line that runs now, as a launcher starts it again. */
export function thisCommandLine(folder?: string): CommandLineDeps {
  const { env, platform, execPath, argv } = process;
  return { env, platform, home: homedir(), started: { node: execPath, script: argv[1] ?? '' }, folder };
}
