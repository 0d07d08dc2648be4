import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What a prompt waits for: the built command, asked over the private socket. Node's own start is most of it.
const MOST_MS = 30;
const TIMES = 25;
const PURSER = join(import.meta.dirname, '..', 'out', 'cli', 'purser.js');

const folder = mkdtempSync(join(tmpdir(), 'purser-bench-line-'));
const serve = spawn(process.execPath, [PURSER, 'serve', '--data-dir', folder, '--port', '0', '--secrets', 'memory'], {
  stdio: ['ignore', 'pipe', 'ignore'],
});

/** The median of the times that a command takes, in milliseconds. */
function median(...args: readonly string[]): number {
  const times = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - began;
  });
  return times.toSorted((left, right) => left - right)[Math.floor(TIMES / 2)] ?? Infinity;
}

try {
  await once(serve.stdout, 'data');
  const bare = median('-e', '0');
  const line = median(PURSER, 'status', '--line', '--data-dir', folder);
  const more = line - bare;
  console.log(`  node alone                 ${bare.toFixed(0).padStart(4)} ms`);
  console.log(`  purser status --line       ${line.toFixed(0).padStart(4)} ms`);
  console.log(`  of that, Purser            ${more.toFixed(0).padStart(4)} ms  ${more <= MOST_MS ? 'ok' : 'TOO SLOW'}`);
  if (more > MOST_MS) process.exitCode = 1;
} finally {
  serve.kill('SIGTERM');
  await once(serve, 'exit');
  rmSync(folder, { recursive: true, force: true });
}
