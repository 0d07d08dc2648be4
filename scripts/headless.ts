import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { passSignals, root } from './run-command.ts';

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
    const child = spawn('node', [PURSER, 'serve', '--ui', '--json', ...args], {
      cwd: root,
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    // Output from before it ran: either nobody needs it, or it is why it did not run.
    const held: string[] = [];
    let isRunning = false;
    const signalsOff = passSignals(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (announce(line)) isRunning = true;
      else if (!isRunning) held.push(`${line}\n`);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // Live, because a passphrase is asked for on stderr too.
      if (isRunning || (quietCode === undefined && !text.startsWith('{'))) process.stderr.write(text);
      else held.push(text);
    });
    child.once('close', (code) => {
      signalsOff();
      const text = held.join('').trim();
      const said = findError(text);
      const words = said?.message ?? text;
      if (code !== 0 && words !== '' && (quietCode === undefined || said?.code !== quietCode)) console.error(words);
      done({ code, error: said?.code });
    });
  });
}

function announce(line: string): boolean {
  const ready = readyLine.safeParse(parseJson(line));
  if (!ready.success) return false;
  console.log(`Purser is running (pid ${ready.data.pid}).`);
  console.log(`  Gateway:   ${ready.data.url}`);
  // Others may read anything but a terminal, and the first to open the link is in.
  if (ready.data.ui)
    console.log(
      `  Dashboard: ${process.stdout.isTTY ? ready.data.ui : 'npx purser open --print makes a link to log in with'}`,
    );
  console.log('Ctrl+C drains running requests and stops it.');
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
