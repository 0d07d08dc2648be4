import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { freePort, startChild } from '../child.ts';
import type { Contender } from '../contenders.ts';

const CLI = join(import.meta.dirname, '..', '..', '..', 'out', 'cli', 'purser.js');
const run = promisify(execFile);
const issued = z.object({ key: z.string() });

/** Caps of every window, rates and rules on every level, as a person can set them. Nothing of it refuses anything. */
const GOVERNED = `version: 1
everything:
  caps: [9000000/hour, 9000000/day, 9000000/week, 9000000/month]
  requestsPerMinute: 90000000
providers:
  openai:
    caps: [9000000/rolling-hour, 9000000/rolling-day, 9000000/rolling-week, 9000000/rolling-month]
    models: { deny: ["*-opus-*"] }
agents:
  bench:
    caps: [9000000/hour, 9000000/day, 9000000/month, 9000000/total]
    calls: [900000000/day]
    models: { allow: ["gpt-*", "claude-*"] }
    tokensPerMinute: 900000000000
    parallelRequests: 4096
    maxCost: $100
`;

/** Purser as a person runs it without a desktop, with one cap and its ledger on disk. */
export const purser: Contender = { name: 'Purser', start: ({ upstreamPort }) => startPurser(upstreamPort) };

/** The same, with {@link GOVERNED}. */
export const purserGoverned: Contender = {
  name: 'Purser, governed on every level',
  start: ({ upstreamPort }) => startPurser(upstreamPort, GOVERNED),
};

async function startPurser(upstreamPort: number, policy?: string): ReturnType<Contender['start']> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  const port = await freePort();
  const child = await startChild({
    command: process.execPath,
    args: [CLI, 'serve', '--data-dir', dataFolder, '--secrets', 'memory', '--port', String(port)],
    port,
  });
  const cli = (...args: readonly string[]): Promise<{ stdout: string }> =>
    run(process.execPath, [CLI, ...args, '--data-dir', dataFolder, '--json']);
  await addProvider(dataFolder, `http://127.0.0.1:${upstreamPort}/v1`);
  await cli('provider', 'set', 'openai', '--stops-when-left', 'yes');
  await cli('agent', 'add', 'bench');
  const { stdout } = await cli('key', 'issue', '--agent', 'bench', '--cap', '1000000/day');
  if (policy !== undefined) {
    const file = join(dataFolder, 'policy.yaml');
    await writeFile(file, policy);
    await cli('policy', 'apply', file);
  }
  return {
    pid: child.pid,
    async stop() {
      await child.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
    target: {
      port,
      path: '/openai/v1/chat/completions',
      headers: { authorization: `Bearer ${issued.parse(JSON.parse(stdout)).key}` },
    },
  };
}

/** Its key comes from stdin, as ever. */
async function addProvider(dataFolder: string, baseUrl: string): Promise<void> {
  const args = [CLI, 'provider', 'add', 'openai', '--base-url', baseUrl, '--unchecked', '--data-dir', dataFolder];
  const added = run(process.execPath, args);
  added.child.stdin?.end('bench-key\n');
  await added;
}
