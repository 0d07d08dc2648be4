import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';

const PASSPHRASE = 'a passphrase that must not stay CANARY';

/** The heap is what a debugger, or a crash report, would find in a gateway that runs. */
it.runIf(process.platform !== 'win32')(
  'the passphrase of the vault does not stay in the memory of a gateway',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'purser-heap-'));
    const file = join(folder, 'passphrase');
    await writeFile(file, PASSPHRASE, { mode: 0o600 });
    const args = [
      join(import.meta.dirname, '..', 'index.ts'),
      'serve',
      '--data-dir',
      join(folder, 'data'),
      '--port',
      '0',
      '--secrets',
      'vault',
      '--passphrase-file',
      file,
      '--json',
    ];
    const serve = spawn(process.execPath, ['--heapsnapshot-signal=SIGUSR2', ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(serve.stdout, 'data');
      serve.kill('SIGUSR2');
      const found = async (): Promise<string | undefined> =>
        (await readdir(folder)).find((name) => name.endsWith('.heapsnapshot'));
      while ((await found()) === undefined) await sleep(100);
      // Its last bytes, so that the whole of it is there.
      const read = async (): Promise<string> => readFile(join(folder, (await found()) ?? ''), 'utf8');
      let heap = await read();
      while (!heap.trimEnd().endsWith(']}')) {
        await sleep(300);
        heap = await read();
      }
      // A text that does stay is found: otherwise this would show nothing.
      expect(heap).toContain('passphrase-file');
      expect([heap.includes(PASSPHRASE), heap.includes('CANARY')]).toEqual([false, false]);
    } finally {
      serve.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
  120_000,
);
