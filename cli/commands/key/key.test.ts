import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';

let folder: string;
let stop: () => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-key-cli-'));
  const serve = await startServe(folder);
  stop = () => serve.end('SIGTERM');
});
afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...args: readonly string[]): ReturnType<typeof runCli> => runCli([...args, '--data-dir', folder]);

// Eight processes, one after the other.
it(
  'a sub-key is issued with what a tool needs beside it, and listed with what a person must know of it',
  { timeout: 120_000 },
  async () => {
    await cli('agent', 'add', 'Codex');
    const first = await cli('key', 'issue', '--agent', 'Codex', '--cap', '5/day');
    expect(first.stdout).toContain('Before it can be used, add a provider: purser provider add openai');
    await cli('provider', 'add', 'ollama');
    const { stdout } = await cli(
      'key',
      'issue',
      '--agent',
      'Codex',
      '--cap',
      '5/day',
      '--expires',
      '8h',
      '--rotate',
      '30d',
    );
    expect(stdout).toMatch(/Base URL: http:\/\/127\.0\.0\.1:\d+\/ollama\/v1/);
    expect((await cli('key', 'issue', '--agent', 'Codex', '--cap', '5/day', '--rotate', '12h')).stderr).toContain(
      'Give whole days, such as 30d.',
    );

    const [id] = /key_[a-z0-9]{12}/.exec(stdout) ?? [];
    const rotated = await cli('key', 'rotate', z.string().parse(id), '--grace', '7d');
    expect(rotated.code).toBe(0);
    const { stdout: list } = await cli('key', 'list');
    expect(list.split('\n').find((line) => line.startsWith(String(id)))).toMatch(
      /active, ends .*, old secret until .*, new secret due /,
    );
  },
);
