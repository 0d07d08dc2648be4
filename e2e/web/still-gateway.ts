import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createSeeded } from '../../bench/seeded.ts';
import type { Engine } from '../../gateway/engine/engine.ts';
import { implementContract } from '../../gateway/api/implement-contract.ts';
import { implementGateway } from '../../gateway/api/implement-gateway.ts';
import { createBrowserAccess } from '../../gateway/api/transports/browser-access.ts';
import { serveDashboard } from '../../gateway/api/transports/serve-dashboard.ts';
import { openEngine } from '../../gateway/open-engine.ts';
import type { Random } from '../../gateway/platform/ports.ts';
import { createMemoryStore } from '../../gateway/secrets/memory-store.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { startPerson } from './person.ts';

/** When every picture is taken: a Thursday afternoon. */
export const NOW = Date.parse('2026-11-19T14:32:00Z');
/** The only key the simulated provider accepts. */
export const STILL_KEY = 'simulated-provider-key';

/** A gateway whose clock stands, in this process, with its dashboard served to a real browser. */
export interface StillGateway {
  readonly client: GatewayClient;
  readonly provider: SimulatedProvider;
  readonly random: Random;
  /** Moves the clock to a moment; it never runs by itself. */
  readonly setClock: (epochMs: number) => void;
  readonly advanceClock: (milliseconds: number) => void;
  /** A fresh login link. It ends every earlier session. */
  readonly loginLink: () => string;
  readonly stop: () => Promise<void>;
}

/**
 * Opens one on data of its own, on the machine of a person with tools. Values that this run made by chance (ports,
 * folders, the process) are shown as a person would have it, so that two pictures of the same thing are the same.
 * @param startedAt where its clock stands, in milliseconds since the Unix epoch
 */
export async function openStillGateway(startedAt = NOW): Promise<StillGateway> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-still-'));
  const person = await startPerson();
  const provider = await startSimulatedProvider({ key: STILL_KEY });
  let now = startedAt;
  const random = seededRandom(1);
  const machine = { home: person.home, platform: 'linux', env: person.environment } as const;
  const deps = {
    clock: { now: () => now },
    random,
    log: { log: () => undefined },
    secrets: createMemoryStore(),
    machine,
  };
  const config = { dataFolder, port: 0, timeZone: 'UTC', version: '1.0.0', simulated: false, maxBodyBytes: 2 ** 20 };
  const { engine, stop } = await openEngine(deps, config);
  const shown = retold(engine, (text) =>
    text
      .replaceAll(engine.gateway.url, 'http://127.0.0.1:4141')
      .replaceAll(provider.openaiBaseUrl, 'https://api.openai.com/v1')
      .replaceAll(provider.anthropicBaseUrl, 'https://api.anthropic.com')
      .replaceAll(dataFolder, '/home/ada/.local/share/purser')
      .replaceAll(person.home, '/home/ada')
      .replaceAll(`"pid":${process.pid}`, '"pid":4711'),
  );
  // Logins must not take numbers from the gateway's row.
  const access = createBrowserAccess({ clock: deps.clock, random: seededRandom(2) });
  const none = {
    running: () => false,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    engine: () => engine,
    leak: () => undefined,
  };
  const dashboard = await serveDashboard(
    implementContract(() => shown, none, access),
    access,
    {
      assetsFolder: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
      port: 0,
    },
  );
  return {
    // With the addresses that really answer.
    client: createRouterClient(implementGateway(() => engine)),
    provider,
    random,
    setClock: (epochMs) => void (now = epochMs),
    advanceClock: (milliseconds) => void (now += milliseconds),
    loginLink() {
      // The settings show who is logged in: the same whatever was looked at before.
      access.endAll();
      return access.link().link;
    },
    async stop() {
      await dashboard.close();
      await stop(0);
      await provider.stop();
      await person.remove();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The same engine, with everything it shows told anew wherever something of this machine would be visible. */
function retold(engine: Engine, tell: (json: string) => string): Engine {
  const { views, connections, ledger } = engine;
  const retell = <T>(value: T): T => JSON.parse(tell(JSON.stringify(value)));
  if (!connections) throw new Error('This gateway was opened without a machine.');
  return {
    ...engine,
    gateway: retell(engine.gateway),
    views: { ...views, provider: (record) => retell(views.provider(record)), state: () => retell(views.state()) },
    ledger: { ...ledger, newestAuditLinks: (...asked) => ledger.newestAuditLinks(...asked).then(retell) },
    connections: {
      ...connections,
      list: () => connections.list().then(retell),
      plan: (ask) => connections.plan(ask).then(retell),
      doctor: (ask) => connections.doctor(ask).then(retell),
    },
  };
}

function seededRandom(seed: number): Random {
  const seeded = createSeeded(seed);
  return { bytes: (count) => Uint8Array.from({ length: count }, () => seeded.between(0, 255)) };
}
