import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CommandLineDeps } from '../../gateway/command-line/command-line.ts';

/** Where this build lies: beside its resources when it is packaged, else in a checkout. */
export interface BuildPlace {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Electron's; in a checkout that of the runtime. */
  readonly resources: string;
  /** The folder of this file when it is built. */
  readonly built: string;
  readonly dataFolder: string;
}

/**
 * The command line that the app carries, with a Node of its own: Electron's own door for scripts stays shut. An
 * AppImage is only there while it runs, so its command line is copied.
 */
export function carriedCommandLine({ env, platform, resources, built, dataFolder }: BuildPlace): CommandLineDeps {
  const home = homedir();
  const packaged = join(resources, 'cli');
  const program = platform === 'win32' ? 'node.exe' : 'node';
  if (existsSync(join(packaged, program))) {
    const to = join(dataFolder, 'command-line');
    const isTemporary = (env['APPIMAGE'] ?? '') !== '';
    const folder = isTemporary ? to : packaged;
    const started = { node: join(folder, program), script: join(folder, 'out', 'cli', 'purser.js') };
    return { env, platform, home, started, copy: isTemporary ? { from: packaged, to } : undefined };
  }
  const script = join(built, '..', 'cli', 'purser.js');
  const node = join(built, '..', '..', 'node_modules', 'node', 'bin', program);
  return { env, platform, home, started: existsSync(script) && existsSync(node) ? { node, script } : undefined };
}
