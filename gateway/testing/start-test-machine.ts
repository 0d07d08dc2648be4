import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Machine } from '../platform/ports.ts';

/** A home folder of its own, so that no test ever sees the person's. */
export interface TestMachine {
  readonly machine: Machine;
  readonly home: string;
  write(path: string, text: string): Promise<string>;
  /** @returns undefined when there is no such file */
  read(path: string): Promise<string | undefined>;
  remove(): Promise<void>;
}

/** Makes one. `env` starts out empty but for what is given; the PATH leads nowhere. */
export async function startTestMachine(
  env: Readonly<Record<string, string>> = {},
  platform: NodeJS.Platform = 'linux',
): Promise<TestMachine> {
  const home = await mkdtemp(join(tmpdir(), 'purser-home-'));
  return {
    home,
    machine: { home, platform, env: { SHELL: '/bin/bash', ...env } },
    async write(path, text) {
      const file = join(home, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    read: (path) => readFile(join(home, path), 'utf8').catch(() => undefined),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}
