import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';

let folder: string;
let stop: () => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-audit-cli-'));
  const serve = await startServe(join(folder, 'data'));
  stop = () => serve.end('SIGTERM');
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]): ReturnType<typeof runCli> =>
  runCli([...args, '--data-dir', join(folder, 'data')]);
const audit = (...args: readonly string[]): ReturnType<typeof runCli> => cli('audit', ...args);
const headIn = z.object({ head: z.string(), entries: z.number() });

// Eleven processes, one after the other.
it(
  'the record is checked against a head that was kept, and an export without a gateway',
  { timeout: 120_000 },
  async () => {
    await cli('agent', 'add', 'Codex');
    const kept = headIn.parse(JSON.parse((await audit('verify', '--json')).stdout));
    await cli('agent', 'add', 'Claude Code');
    expect(await audit('verify', '--head', kept.head)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`The hash you saved is that of entry ${kept.entries}.`),
    });
    expect(await audit('verify', '--head', 'f'.repeat(64))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('NOT AMONG THEM'),
    });
    expect((await audit('verify', '--head', 'short')).stderr).toContain('A hash is 64 hexadecimal digits');

    const file = join(folder, 'export.jsonl');
    const { stdout } = await audit('export');
    const script = fileURLToPath(new URL('../../docs/verify-record.mjs', import.meta.url));
    const checkWithout = async (text: string, ...more: readonly string[]): Promise<string> => {
      await writeFile(file, text);
      const { stdout: said, stderr } = spawnSync(process.execPath, [script, file, ...more], { encoding: 'utf8' });
      return said + stderr;
    };
    expect(await checkWithout(stdout)).toContain('entries, unchanged. The last hash is');
    expect(await checkWithout(stdout, kept.head)).toContain('unchanged');
    expect(await checkWithout(stdout, 'f'.repeat(64))).toContain('not among them');
    expect(await checkWithout(stdout.replace('gateway-started', 'gateway-stopped'))).toBe(
      'Entry 1, or one before it, was changed.\n',
    );
    const check = async (text: string, ...more: readonly string[]): ReturnType<typeof runCli> => {
      await writeFile(file, text);
      return audit('verify', file, ...more);
    };
    expect(await check(stdout, '--head', kept.head)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Audit log verified'),
    });
    expect(
      await check(
        stdout
          .split('\n')
          .slice(0, kept.entries - 1)
          .join('\n'),
        '--head',
        kept.head,
      ),
    ).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT AMONG THEM') });
    expect(await check(stdout.replace('Codex', 'Codec'))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('CHANGED outside Purser: entry'),
    });
    expect(await check('no export')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Line 1 is not an entry. Make one: purser audit export'),
    });
  },
);
