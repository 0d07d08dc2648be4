import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { implementContract } from '../gateway/api/implement-contract.ts';
import { createBrowserAccess } from '../gateway/api/transports/browser-access.ts';
import { serveDashboard } from '../gateway/api/transports/serve-dashboard.ts';
import { systemClock, systemRandom } from '../gateway/defaults.ts';
import { openEngine } from '../gateway/open-engine.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { capsSchema } from '../shared/cap.ts';
import type { RequestView } from '../shared/contract/views.ts';
import { requestIdSchema } from '../shared/ids.ts';
import { nanodollarsOf } from '../shared/money.ts';
import { scopeOf } from '../shared/policy.ts';

const MODELS = ['gpt-5', 'gpt-5-mini', 'claude-sonnet-5', 'claude-opus-5-5'] as const;

/** A gateway with many agents, and its built dashboard. */
export interface BusyGateway {
  readonly loginLink: string;
  /**
   * Tells every dashboard of so many more settled requests. They are told, not sent: the page is what is measured.
   * @returns the agent of the last one
   */
  tell(count: number): string;
  stop(): Promise<void>;
}

/** Opens one on data of its own. @param agents how many, each with a sub-key of two caps */
export async function openBusyGateway(agents: number): Promise<BusyGateway> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-load-'));
  const config = {
    dataFolder,
    port: 0,
    timeZone: 'Europe/Berlin',
    version: '0.0.0-bench',
    simulated: true,
    maxBodyBytes: 2 ** 20,
  };
  const { engine, stop } = await openEngine(
    { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() },
    config,
  );
  const none = {
    running: () => false,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    engine: () => engine,
    leak: () => undefined,
  };
  const access = createBrowserAccess({ clock: systemClock, random: systemRandom });
  const dashboard = await serveDashboard(
    implementContract(() => engine, none, access),
    access,
    { assetsFolder: join(import.meta.dirname, '..', 'out', 'renderer'), port: 0 },
  );
  const keys: Pick<RequestView, 'agentId' | 'agent' | 'subKeyId'>[] = [];
  for (let index = 0; index < agents; index += 1) {
    const agent = await engine.directory.addAgent(`Agent ${index}`);
    const caps = capsSchema.parse([
      { window: 'day', amount: 50_000_000_000 },
      { window: 'month', amount: 500_000_000_000 },
    ]);
    const { key } = await engine.directory.issue(agent, { caps });
    engine.spend.setCaps(scopeOf('key', key.id), caps);
    keys.push({ agentId: agent.id, agent: agent.name, subKeyId: key.id });
  }
  let told = 0;
  return {
    loginLink: access.link().link,
    tell(count) {
      let last = '';
      for (let sent = 0; sent < count; sent += 1) {
        const key = keys[told % keys.length];
        if (key === undefined) break;
        const now = Date.now();
        engine.settled.emit({
          ...key,
          id: requestIdSchema.parse(`req_${String(told).padStart(16, '0')}`),
          provider: 'openai',
          model: MODELS[told % MODELS.length] ?? 'gpt-5',
          stream: true,
          startedAt: now - 900,
          settledAt: now,
          inputTokens: 9_000,
          cacheReadTokens: 0,
          cacheWriteTokens: 0,
          outputTokens: 300,
          usageParts: {},
          tier: null,
          endpoint: 'chat/completions',
          session: null,
          cost: nanodollarsOf(1_000_000 + (told % 977)),
          certainty: 'exact',
          basis: 'usage',
          outcome: 'served',
          status: 200,
          loweredOutput: false,
          outputLimit: null,
        });
        told += 1;
        last = key.agent;
      }
      return last;
    },
    async stop() {
      await dashboard.close();
      await stop(0);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
