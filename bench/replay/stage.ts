import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_BODY_BYTES, systemClock, systemRandom } from '../../gateway/defaults.ts';
import { createGateway } from '../../gateway/index.ts';
import type { Clock } from '../../gateway/platform/ports.ts';
import { createMemoryStore } from '../../gateway/secrets/memory-store.ts';
import { connectInProcess } from '../../gateway/testing/start-test-gateway.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { RequestView, SubKeyView } from '../../shared/contract/views.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import { OWN_RATES } from './bill/rates.ts';
import type { Home } from './homes.ts';
import { startPlayer } from './player.ts';
import type { Player, Scene } from './player.ts';

export interface Issued {
  readonly id: SubKeyId;
  readonly key: string;
}

/** A real gateway whose providers are one playing server, seen from outside: HTTP, and the contract. */
export interface Stage {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly client: GatewayClient;
  readonly player: Player;
  /** The errors in its log. */
  readonly logged: readonly string[];
  /** Adds the provider record, unless it is there. */
  addHome(home: Home): Promise<void>;
  /** A person's own price at one provider, for a model that no price list has. */
  setOwnPrice(home: Home, model: string): Promise<void>;
  /** A new agent under this cap a day, in dollars, with so many sub-keys; theirs is a million each. */
  issue(usdADay: number, keys?: number): Promise<readonly Issued[]>;
  keyView(id: SubKeyId): Promise<SubKeyView>;
  /** Waits for the row of a session. @returns undefined when there was none in time */
  row(session: string, patienceMs: number): Promise<RequestView | undefined>;
  close(): Promise<void>;
}

const PROVIDER_KEY = 'provider-key-of-the-replay-CANARY';
const MILLION_USD = 1_000_000;
const POLL_MS = 25;

const notFound: Scene = ({ response }) => {
  response.writeHead(404, { 'content-type': 'application/json' });
  response.end('{"error":{"message":"Nothing is recorded for that."}}');
};

interface StageOptions {
  /** The time that the gateway takes for now: prices depend on the day and the hour. */
  readonly clock?: Clock | undefined;
  /** Answers what belongs to no session; left out: nothing is recorded for it. */
  readonly elsewhere?: Scene;
}

/** Opens one on fresh data. */
export async function openStage({ clock = systemClock, elsewhere = notFound }: StageOptions = {}): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-replay-'));
  const subKeys: string[] = [];
  const logged: string[] = [];
  const player = await startPlayer(PROVIDER_KEY, subKeys, elsewhere);
  const gateway = await createGateway(
    {
      clock,
      random: systemRandom,
      secrets: createMemoryStore(),
      connect: player.connect,
      log: {
        log: (level, event, fields = {}) =>
          void (level === 'error' && logged.push(JSON.stringify({ event, ...fields }))),
      },
    },
    {
      dataFolder,
      port: 0,
      timeZone: 'Etc/UTC',
      version: '0.0.0-replay',
      simulated: false,
      maxBodyBytes: MAX_BODY_BYTES,
    },
  );
  const { client: whole, close } = connectInProcess(gateway);
  const client = whole.gateway;
  const homes = new Map<string, Promise<unknown>>();
  const ownPrices = new Set<string>();
  let agents = 0;
  const keyView = async (id: SubKeyId): Promise<SubKeyView> => {
    const view = (await client.keys.list()).find((key) => key.id === id);
    if (!view) throw new Error(`${id} is gone`);
    return view;
  };
  // The loop detector may take a recording that is there twice for an agent out of hand.
  await client.policies.set({ scope: EVERYTHING, policy: { brake: { velocity: 'off', loop: 'off' } } });
  return {
    url: gateway.url,
    client,
    player,
    logged,
    keyView,
    async addHome({ name, kind, baseUrl }) {
      const provider = providerNameSchema.parse(name);
      const add = async (): Promise<void> => {
        const address = baseUrl === undefined ? {} : { baseUrl };
        await client.providers.add({ kind, name: provider, key: PROVIDER_KEY, unchecked: true, ...address });
        // The bill is at the ordinary price.
        if (kind === 'azure') await client.providers.set({ name: provider, deploymentType: 'global' });
      };
      const added = homes.get(name) ?? add();
      homes.set(name, added);
      await added;
    },
    async setOwnPrice({ name }, model) {
      const id = `${name} ${model}`;
      if (model === '' || ownPrices.has(id)) return;
      ownPrices.add(id);
      await client.prices.set({
        model,
        provider: providerNameSchema.parse(name),
        input: usdOf(OWN_RATES.input_mtok),
        output: usdOf(OWN_RATES.output_mtok),
        cacheRead: null,
        cacheWrite: null,
      });
    },
    async issue(usdADay, keys = 1) {
      agents += 1;
      const agent = await client.agents.add({ name: `Agent ${agents}` });
      await client.policies.set({
        scope: scopeOf('agent', agent.id),
        policy: { caps: [{ window: 'day', rolling: false, amount: usdOf(usdADay) }] },
      });
      const issued: Issued[] = [];
      for (let index = 0; index < keys; index += 1) {
        const { id, key } = await client.keys.issue({
          agent: agent.name,
          caps: [{ window: 'day', rolling: false, amount: usdOf(MILLION_USD) }],
        });
        subKeys.push(key);
        issued.push({ id, key });
      }
      return issued;
    },
    async row(session, patienceMs) {
      const deadline = performance.now() + patienceMs;
      for (let pause = 1; ; pause = Math.min(2 * pause, POLL_MS)) {
        const [found] = (await client.usage.search({ session, limit: 1 })).requests;
        if (found || performance.now() > deadline) return found;
        await sleep(pause);
      }
    },
    async close() {
      close();
      await gateway.stop(0);
      await player.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function usdOf(usd: number): Nanodollars {
  return nanodollarsOf(Math.round(usd * 1e9));
}
