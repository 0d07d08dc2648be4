import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { parseCap } from '../../shared/cap.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { systemClock, systemRandom } from '../defaults.ts';
import { createGateway } from '../index.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { connectInProcess } from './start-test-gateway.ts';

/**
 * A gateway in a thread of its own, that tells for how long it heard nothing: by the time that its thread computed
 * between two ticks of a clock, so that a busy machine is no stall. Speaks with `measure-stalls.ts`.
 */
const TICK_MS = 1;
const { providerUrl, maxBodyBytes } = z.object({ providerUrl: z.string(), maxBodyBytes: z.number() }).parse(workerData);
// oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin; only windows have

let longest = 0;
let last = process.threadCpuUsage();
setInterval(() => {
  const spent = process.threadCpuUsage(last);
  last = process.threadCpuUsage();
  longest = Math.max(longest, (spent.user + spent.system) / 1_000);
}, TICK_MS);

const dataFolder = await mkdtemp(join(tmpdir(), 'purser-stall-'));
const gateway = await createGateway(
  { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
  { dataFolder, port: 0, timeZone: 'UTC', version: '0.0.0-test', simulated: false, maxBodyBytes, approvalMs: 60_000 },
);
const { client, close } = connectInProcess(gateway);
for (const kind of ['openai', 'anthropic', 'gemini'] as const) {
  await client.gateway.providers.add({
    kind,
    name: providerNameSchema.parse(kind),
    baseUrl: `${providerUrl}/${kind}`,
    key: 'provider-key',
    unchecked: true,
    stopsWhenLeft: 'yes',
  });
}
await client.gateway.agents.add({ name: 'Hostile' });
const cap = parseCap('50/day');
const { key } = await client.gateway.keys.issue({ agent: 'Hostile', caps: cap ? [cap] : [] });
parentPort?.on('message', (message: 'read' | 'stop') => {
  if (message === 'read') {
    parentPort?.postMessage({ longest });
    longest = 0;
    return;
  }
  close();
  void gateway
    .stop(0)
    .then(() => rm(dataFolder, { recursive: true, force: true }))
    .then(() => process.exit());
});
parentPort?.postMessage({ url: gateway.url, key });
