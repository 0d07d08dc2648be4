import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

const SOURCES = ['shared', 'gateway', 'cli', 'electron', 'renderer', 'resources'];
const CONFIGS = ['package-lock.json', 'electron.vite.config.ts', 'vite.cli.config.ts'];
const BUILT = ['out/main/index.js', 'out/renderer/index.html', 'out/cli/purser.js'];

/** True when something that goes into the build is newer than what came out of it, or nothing came out yet. */
export function isBuildStale(): boolean {
  const oldest = Math.min(...BUILT.map((file) => changedAt(join(root, file)) ?? 0));
  const newest = Math.max(...[...SOURCES, ...CONFIGS].map((source) => newestIn(join(root, source))));
  return newest > oldest;
}

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Folders count too: a deleted file changes only its folder. */
function newestIn(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inner = readdirSync(path, { withFileTypes: true, recursive: true });
  return Math.max(stats.mtimeMs, ...inner.map((entry) => changedAt(join(entry.parentPath, entry.name)) ?? 0));
}
