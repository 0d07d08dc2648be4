import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectNewest, ownServer } from '../../gateway/mcp/whole-way/testing.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { EVERYTHING } from '../../shared/policy.ts';
import { withGateway } from '../connect.ts';

const TOOLS = providerNameSchema.parse('tools');
const OPENAI = providerNameSchema.parse('openai');
/** What a call of any tool costs: as much as a web search, in nano-dollars. */
const PRICE = nanodollarsOf(20_000_000);
/** One of the tools has a limit on its calls, which no crash may forget. */
const MOST_ANSWERS = 4;
const RUNS = Number(process.env['PURSER_MODEL_RUNS'] ?? 5);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('call' as const), tool: fc.constantFrom('answer', 'fail') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), tokens: fc.integer({ min: 1, max: 400 }) }) },
  // Under way when something else happens.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hang' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('server-crash' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A gateway in a process of its own, which can be killed as nothing else can. */
interface Scene {
  readonly folder: string;
  readonly provider: SimulatedProvider;
  serve: ServeProcess;
}

const speak = <T>({ folder }: Scene, use: (gateway: GatewayClient) => Promise<T>): Promise<T> =>
  withGateway(folder, use);

/** Keys that are kept in memory are gone with a killed process. */
async function addProvider(scene: Scene): Promise<void> {
  await speak(scene, async ({ providers }) => {
    await providers.remove({ name: OPENAI }).catch(() => undefined);
    const { openaiBaseUrl: baseUrl } = scene.provider;
    await providers.add({ kind: 'openai', baseUrl, key: 'real-key', unchecked: true, stopsWhenLeft: 'yes' });
  });
}

/** What the server of the tools has heard of. */
async function heard({ folder }: Scene): Promise<readonly string[]> {
  return (await readFile(join(folder, 'heard'), 'utf8').catch(() => '')).split('\n');
}

/** What the tools would bill: every call that their server has heard of. */
async function toolBill(scene: Scene): Promise<number> {
  return (await heard(scene)).filter((line) => line.startsWith('called ')).length * PRICE;
}

const bill = async (scene: Scene): Promise<number> => scene.provider.bill() + (await toolBill(scene));

async function play(steps: readonly Step[], cents: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-mixed-'));
  const provider = await startSimulatedProvider({ key: 'real-key' });
  const scene: Scene = { folder, provider, serve: await startServe(folder) };
  try {
    await addProvider(scene);
    const { key, id } = await speak(scene, async ({ mcp, agents, keys, policies }) => {
      const way = ownServer('misbehaving-runner.ts', 'good', join(folder, 'heard'));
      await mcp.add({ name: TOOLS, way, prices: [{ tools: '*', call: PRICE, unit: null }] });
      await agents.add({ name: 'Mixed' });
      const calls = [{ window: 'total' as const, rolling: false, count: MOST_ANSWERS }];
      await policies.set({ scope: EVERYTHING, policy: { mcp: { calls: [{ tools: 'tools/answer', calls }] } } });
      return keys.issue({
        agent: 'Mixed',
        caps: [parseCap(`${cents / 100}/total`)].filter((cap) => cap !== undefined),
      });
    });
    const cap = cents * 1e7;
    let client = await connectNewest(`${scene.serve.url}/mcp/tools`, key);
    const under: Promise<unknown>[] = [];
    for (const step of steps) {
      if (step.kind === 'ask') under.push(ask(scene, key, step.tokens));
      if (step.kind === 'call') under.push(client.callTool({ name: step.tool, arguments: {} }));
      if (step.kind === 'hang') under.push(client.callTool({ name: 'hang', arguments: {} }));
      if (step.kind === 'server-crash') under.push(client.callTool({ name: 'crash', arguments: {} }));
      // A failure is an answer, too.
      under.at(-1)?.catch(() => undefined);
      if (step.kind === 'wait') await new Promise((resolve) => setTimeout(resolve, 60));
      if (step.kind === 'kill') {
        await scene.serve.end('SIGKILL');
        await Promise.allSettled(under.splice(0));
        await client.close().catch(() => undefined);
        scene.serve = await startServe(folder);
        await addProvider(scene);
        client = await connectNewest(`${scene.serve.url}/mcp/tools`, key);
      }
      expect(await bill(scene)).toBeLessThanOrEqual(cap);
      expect((await heard(scene)).filter((line) => line.startsWith('called answer')).length).toBeLessThanOrEqual(
        MOST_ANSWERS,
      );
    }
    await client.close().catch(() => undefined);
    await scene.serve.end('SIGTERM');
    await Promise.allSettled(under);
    scene.serve = await startServe(folder);
    const kept = await speak(scene, ({ keys }) => keys.list());
    const spent = kept.find((one) => one.id === id)?.caps[0]?.spent ?? -1;
    expect(spent).toBeGreaterThanOrEqual(await bill(scene));
    expect(await bill(scene)).toBeLessThanOrEqual(cap);
    expect(spent).toBeLessThanOrEqual(cap);
  } finally {
    await scene.serve.end('SIGKILL');
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask({ serve }: Scene, key: string, tokens: number): Promise<void> {
  const reply = await fetch(`${serve.url}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gpt-4o', max_tokens: tokens, messages: [{ role: 'user', content: 'Hello.' }] }),
  });
  await reply.arrayBuffer();
}

test('tokens and tools together never pass a cap, whatever is cut off or killed', { timeout: 300_000 }, () =>
  fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), fc.integer({ min: 4, max: 30 }), play), {
    numRuns: RUNS,
    endOnFailure: true,
  }),
);
