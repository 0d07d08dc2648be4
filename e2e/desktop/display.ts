import { spawn } from 'node:child_process';

export interface Display {
  readonly name: string | undefined;
  readonly close: () => void;
}

/** On Linux a screen of the tests' own (Xvfb picks a free number itself), so that nothing pops up on the person's. */
export async function openDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { name: undefined, close: () => undefined };
  // -ac: the sandboxed project's ordinary user connects too.
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.on('error', () => reject(new Error('Xvfb is not installed. Get it with: apt-get install xvfb')));
    xvfb.on('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it had a display`)));
    xvfb.stdio[3]?.on('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return { name: `:${number}`, close: () => xvfb.kill() };
}
