import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Hundreds of tests start the command line from its sources. Compiled once, each start takes a third of the time.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'purser-compiled');

export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'out/**', 'dist/**', 'e2e/**'],
    environment: 'node',
    // Real sockets, SQLite files and child processes: a native crash takes one worker, not the run.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // One second is the default: too little for real processes on a machine that does other things too.
    expect: { poll: { timeout: 10_000 } },
    // A test that was left on `.only` would silently skip the others.
    allowOnly: false,
    restoreMocks: true,
  },
});
