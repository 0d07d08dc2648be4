import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './run-command.ts';

const readyLine = z.object({ event: z.literal('ready'), url: z.string(), ui: z.string().nullish(), pid: z.int() });
const errorCode = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const PURSER = join(root, 'out', 'cli', 'purser.js');

/** How a run of `purser serve` ended. */
export interface Served {
  readonly code: number | null;
  /** Stable code of the error it ended with, when it said one. */
  readonly error: string | undefined;
}

/**
 * Runs `purser serve --ui` until it ends, tells the person where it is, and passes on Ctrl-C.
 * The error's own words go to stderr unless `quietCode` is its code: then the caller has something to say.
 */
export function serveHeadless(args: readonly string[], quietCode?: string): Promise<Served> {
  return new Promise((done) => {
    const child = spawn('node', [PURSER, 'serve', '--ui', '--json', ...args], { cwd: root, stdio: ['inherit', 'pipe', 'pipe'] });
    const errors: string[] = [];
    const lines = { rest: '' };
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (lines.rest + text).split('\n');
      lines.rest = parts.pop() ?? '';
      for (const line of parts) if (!announce(line)) errors.push(`${line}\n`);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    child.once('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      const said = findError(errors.join('') + lines.rest);
      if (code !== 0 && (quietCode === undefined || said?.code !== quietCode)) console.error(said?.message ?? errors.join('').trim());
      done({ code, error: said?.code });
    });
  });
}

function announce(line: string): boolean {
  const ready = readyLine.safeParse(parseJson(line));
  if (!ready.success) return false;
  console.log(`Purser is running (pid ${ready.data.pid}).`);
  console.log(`  Gateway:   ${ready.data.url}`);
  if (ready.data.ui) console.log(`  Dashboard: ${ready.data.ui}`);
  console.log('Ctrl-C drains running requests and stops it.');
  return true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The CLI's last JSON line, or the whole text when it is one document. */
function findError(text: string): z.infer<typeof errorCode>['error'] | undefined {
  const candidates = [text, ...text.trim().split('\n').toReversed()];
  for (const candidate of candidates) {
    const said = errorCode.safeParse(parseJson(candidate));
    if (said.success) return said.data.error;
  }
  return undefined;
}
