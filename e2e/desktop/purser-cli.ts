import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './runtime.ts';

/**
 * Runs the built `purser` against the gateway of a data folder and reads the JSON it prints.
 * Rejects with what it said on stderr when it fails.
 */
export async function runPurser<Result>(dataFolder: string, args: readonly string[], stdin = ''): Promise<Result> {
  const command = [join(root, 'out', 'cli', 'purser.js'), ...args, '--json'];
  const child = spawn(process.execPath, command, { env: { ...process.env, PURSER_DATA_DIR: dataFolder } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`purser ${args.join(' ')} ended with ${code}: ${stderr || stdout}`);
  const result: Result = JSON.parse(stdout);
  return result;
}
