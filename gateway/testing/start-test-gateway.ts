import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { buildConnector } from 'undici';
import { parseCap } from '../../shared/cap.ts';
import type { PurserClient } from '../../shared/contract/contract.ts';
import type { RequestView } from '../../shared/contract/views.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { systemClock, systemRandom } from '../defaults.ts';
import type { EgressConfig } from '../egress/egress-config.ts';
import { createGateway } from '../index.ts';
import type { Gateway } from '../index.ts';
import type { GatewayConfig } from '../open/gateway-deps.ts';
import type { Clock, Logger, Machine } from '../platform/ports.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import type { ScriptChoice } from '../simulation/script.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import { startSimulatedProvider } from '../simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../simulation/simulated-provider.ts';

export const PROVIDER_KEY = 'provider-key-that-must-never-leave-CANARY';

/** The third host: in process, port 0, memory secrets, temporary ledger, a simulated provider on a real socket. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly client: PurserClient;
  readonly provider: SimulatedProvider;
  readonly dataFolder: string;
  /** Everything that was logged. */
  readonly logged: readonly string[];
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** A new agent with a sub-key, such as `5/day`. */
  issue(...caps: readonly string[]): Promise<{ readonly id: SubKeyId; readonly key: string; readonly agent: string }>;
  /** Waits until so many requests have settled. @returns them, oldest first */
  settled(count: number): Promise<readonly RequestView[]>;
  /** Ends this gateway and starts another one on the same folder, with the same secrets. */
  restart(): Promise<TestGateway>;
  stop(): Promise<void>;
}

interface Left {
  readonly provider: SimulatedProvider;
  readonly dataFolder: string;
  readonly secrets: SecretStore;
}

interface TestGatewayOptions {
  /** What an earlier one left: its folder, its provider and its secrets. */
  readonly from?: Left;
  /** Left out: in memory. */
  readonly secrets?: SecretStore;
  readonly script?: ScriptChoice;
  readonly clock?: Clock;
  readonly maxBodyBytes?: number;
  /** Where newer published prices are. */
  readonly priceDataUrl?: string;
  readonly secondPriceDataUrl?: string;
  /** How long after the start prices are looked at; left out: never. */
  readonly priceCheckAfterMs?: number;
  /** How long after the start bills are looked at that are due, and how often; left out: never. */
  readonly billCheckAfterMs?: number;
  /** A machine whose tools may be connected: a temporary home folder. */
  readonly machine?: Machine;
  readonly approvalMs?: number;
  readonly toolCallMs?: number;
  /** Proxies and certificates on the way to providers. */
  readonly egress?: EgressConfig;
  /**
   * Opens the connections to providers: they are then set up at the vendors' own hosts, and this must lead somewhere.
   */
  readonly connect?: buildConnector.connector;
}

/** Starts one with both providers set up. Stop it in `afterEach`. */
export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const provider =
    options.from?.provider ?? (await startSimulatedProvider({ key: PROVIDER_KEY, script: options.script ?? {} }));
  const dataFolder = options.from?.dataFolder ?? (await mkdtemp(join(tmpdir(), 'purser-test-')));
  const secrets = options.from?.secrets ?? options.secrets ?? createMemoryStore();
  const logged: string[] = [];
  const log: Logger = {
    log: (level, event, fields = {}) => void logged.push(JSON.stringify({ level, event, ...fields })),
  };
  const gateway = await createGateway(
    {
      clock: options.clock ?? systemClock,
      random: systemRandom,
      log,
      secrets,
      ...(options.machine ? { machine: options.machine } : {}),
      ...(options.connect ? { connect: options.connect } : {}),
    },
    {
      dataFolder,
      port: 0,
      timeZone: 'Europe/Berlin',
      version: '0.0.0-test',
      simulated: false,
      maxBodyBytes: options.maxBodyBytes ?? 2 ** 20,
      ...pick(options),
      ...(options.billCheckAfterMs !== undefined && { billCheckAfterMs: options.billCheckAfterMs }),
      ...(options.egress && { egress: options.egress }),
      approvalMs: options.approvalMs ?? 60_000,
      ...(options.toolCallMs !== undefined && { toolCallMs: options.toolCallMs }),
    },
  );
  const { client, close } = connectInProcess(gateway);
  // What the provider saw is what a test asked for: not its own setting up.
  const at = (baseUrl: string) => (options.connect ? {} : { baseUrl, stopsWhenLeft: 'yes' as const });
  for (const kind of options.from ? [] : (['openai', 'anthropic'] as const))
    await client.gateway.providers.add({
      kind,
      ...at(kind === 'openai' ? provider.openaiBaseUrl : provider.anthropicBaseUrl),
      key: PROVIDER_KEY,
      unchecked: true,
    });
  let agents = 0;
  return {
    gateway,
    client,
    provider,
    dataFolder,
    logged,
    openaiUrl: `${gateway.url}/openai/v1`,
    anthropicUrl: `${gateway.url}/anthropic`,
    async issue(...caps) {
      agents += 1;
      const agent = await client.gateway.agents.add({ name: `Agent ${agents}` });
      return client.gateway.keys.issue({ agent: agent.name, caps: caps.map(capOf) });
    },
    async settled(count) {
      for (;;) {
        const recent = await client.gateway.usage.recent({ limit: 500 });
        if (recent.length >= count) return recent.toReversed();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async restart() {
      close();
      await gateway.stop(0);
      return startTestGateway({ ...options, from: { provider, dataFolder, secrets } });
    },
    async stop() {
      close();
      await gateway.stop(0);
      await provider.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A client of the contract over a real message channel, as the desktop has it. */
export function connectInProcess(gateway: Gateway): { readonly client: PurserClient; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  gateway.acceptPort(port1);
  const client: PurserClient = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  return { client, close: () => port2.close() };
}

/** What a test wants of published prices. Without an address they are never looked at: a test reaches no network. */
function pick({
  priceDataUrl,
  secondPriceDataUrl,
  priceCheckAfterMs,
}: TestGatewayOptions): Pick<GatewayConfig, 'priceDataUrl' | 'secondPriceDataUrl' | 'priceCheckAfterMs'> {
  return {
    ...(priceDataUrl !== undefined && { priceDataUrl }),
    ...(secondPriceDataUrl !== undefined && { secondPriceDataUrl }),
    ...(priceCheckAfterMs !== undefined && priceDataUrl !== undefined && { priceCheckAfterMs }),
  };
}

function capOf(text: string): NonNullable<ReturnType<typeof parseCap>> {
  const cap = parseCap(text);
  if (!cap) throw new Error(`not a cap: ${text}`);
  return cap;
}
