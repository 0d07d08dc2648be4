import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const RUNNER = join(import.meta.dirname, 'end-with-parent-runner.ts');

// Windows tells nobody that a parent is gone.
const isTold = process.platform !== 'win32';

it.skipIf(!isTold)('what a shell ran is asked to stop, once, when the shell is killed, as npm does to it', async () => {
  // With something to do afterwards the shell does not become the program.
  const args = ['-c', '"$0" "$1"; exit 0', process.execPath, RUNNER];
  const shell = spawn('sh', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(shell, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: shell.stdout })) {
    lines.push(line);
    if (line === 'runs') shell.kill('SIGTERM');
  }
  await closed;
  expect(lines).toEqual(['runs', 'asked to stop']);
});
