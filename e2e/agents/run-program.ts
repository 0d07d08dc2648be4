import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended, and what it said. */
export interface Ended {
  /** Exit code; null when it was still running at the deadline and was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** A tool that still runs then hangs, or hammers. */
const DEADLINE_MS = 100_000;

/** Runs a program to its end, without a terminal and with nothing on its stdin. */
export async function runProgram(command: string, args: readonly string[], { env, cwd }: Surroundings): Promise<Ended> {
  // A session of its own: a shell that thinks it is interactive must not take the terminal, and what it leaves behind
  // dies too.
  const child = spawn(command, [...args], { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const timer = setTimeout(() => killAll(child.pid), DEADLINE_MS);
  try {
    // Not `close`: a background process of the tool may hold its output open.
    await once(child, 'exit');
    return { code: child.exitCode, stdout, stderr };
  } finally {
    clearTimeout(timer);
    killAll(child.pid);
  }
}

function killAll(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody of its session is left.
  }
}
