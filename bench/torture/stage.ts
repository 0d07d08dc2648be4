import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withGateway } from '../../cli/connect.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { SubKeyId } from '../../shared/ids.ts';
import { startMarkedProvider } from './marked-provider.ts';
import type { MarkedProvider } from './marked-provider.ts';
import { send } from './client.ts';
import type { Ending } from './client.ts';
import { KEYS, SHARED_CAPS } from './plan.ts';
import { cutPower } from './power/cut-power.ts';
import type { KeyPlan, Vendor, RequestPlan } from './request.ts';
import { startTortureServe } from './serve.ts';
import type { TortureServe } from './serve.ts';

export interface IssuedKey {
  readonly plan: KeyPlan;
  readonly id: SubKeyId;
  readonly secret: string;
}

export type Phase = 'storm' | 'revoke' | 'calm';

/** One request, and what happened to the gateway while it ran. */
export interface Performed extends Ending {
  readonly phase: Phase;
  /** The days, counted from the first, that the gateway's clock had reached. */
  readonly days: readonly number[];
  readonly metKill: boolean;
}

/** A provider, a gateway process that can be killed and whose clock can be moved, and agents to send requests. */
export interface Stage {
  readonly provider: MarkedProvider;
  readonly keys: readonly IssuedKey[];
  readonly performed: readonly Performed[];
  /** Uses the contract over the gateway's private socket. */
  ask<T>(use: (gateway: GatewayClient) => Promise<T>): Promise<T>;
  issue(plan: KeyPlan): Promise<IssuedKey>;
  readonly dataFolder: string;
  /** Sends one request when the gateway is up, and waits for its end. */
  perform(plan: RequestPlan, phase: Phase): Promise<Performed>;
  /** The same for requests that something else sends to this URL. */
  around(
    plans: readonly RequestPlan[],
    phase: Phase,
    run: (url: string) => Promise<readonly Ending[]>,
  ): Promise<readonly Performed[]>;
  /** `kill -9`, or a power cut, and a new gateway on the same data. @returns frames of the log that the cut took */
  killAndRestart(): Promise<number>;
  /** Moves the gateway's clock, which runs on from there. */
  jump(byMs: number): Promise<void>;
  /** SIGTERM, and a new gateway that knows nothing but the ledger. @returns how the old one ended */
  restart(): ReturnType<TortureServe['end']>;
  /** Nano-dollars still held when nothing runs any more; what is held after ten seconds is held for ever. */
  heldWhenQuiet(): Promise<number>;
  close(): Promise<void>;
}

const PROVIDER_KEY = 'key-of-the-tortured-provider';
/** At the vendors' own hosts; the paths of the last one are as the simulated provider has them. */
const OWN_PROVIDERS = [
  { kind: 'openai', name: 'own-openai' },
  { kind: 'anthropic', name: 'own-anthropic' },
  { kind: 'gemini', name: 'own-gemini' },
  { kind: 'qwen', name: 'own-qwen', baseUrl: 'https://dashscope-intl.aliyuncs.com/v1' },
] as const satisfies readonly { readonly kind: ProviderKind; readonly name: Vendor; readonly baseUrl?: string }[];
const DAY_MS = 86_400_000;
const QUIET_MS = 10_000;

export interface StageOptions {
  readonly mutant?: string | undefined;
  /** A kill takes with it whatever was not on the disk. */
  readonly powerCut?: boolean | undefined;
}

/** Sets it up on fresh data, at noon of today, so that only a jump reaches another day. */
export async function openStage({ mutant, powerCut }: StageOptions): Promise<Stage> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-torture-'));
  const provider = await startMarkedProvider(PROVIDER_KEY);
  let clockOffset = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2 - Date.now();
  let day = 0;
  let kills = 0;
  const keys: IssuedKey[] = [];
  const performed: Performed[] = [];
  const start = (): Promise<TortureServe> =>
    startTortureServe({
      dataFolder,
      clockOffset,
      providerPort: Number(new URL(provider.url).port),
      powerCut: powerCut === true,
      mutant,
    });
  let up = start();

  const stage: Stage = {
    provider,
    keys,
    performed,
    dataFolder,
    ask: (use) => withGateway(dataFolder, use),
    async issue(plan) {
      const { id, key } = await stage.ask((gateway) =>
        gateway.keys.issue({ agent: plan.agent, caps: plan.caps.map(capOf) }),
      );
      const issued = { plan, id, secret: key };
      keys.push(issued);
      return issued;
    },
    async perform(plan, phase) {
      const key = keys.find((issued) => issued.plan.name === plan.key.name);
      if (!key) throw new Error(`no key was issued for ${plan.key.name}`);
      const [done] = await stage.around([plan], phase, async (url) => [await send(plan, url, key.secret).ended]);
      if (!done) throw new Error(`${plan.marker} has no end`);
      return done;
    },
    async around(plans, phase, run) {
      const { url } = await up;
      for (const plan of plans) provider.expect(plan);
      const before = { day, kills };
      const endings = await run(url);
      const days = Array.from({ length: day - before.day + 1 }, (_, index) => before.day + index);
      const done = endings.map((ending) => ({ ...ending, phase, days, metKill: kills !== before.kills }));
      performed.push(...done);
      return done;
    },
    async killAndRestart() {
      const victim = await up;
      kills += 1;
      let lost = 0;
      up = victim.end('SIGKILL').then(() => {
        if (powerCut === true) lost = cutPower(join(dataFolder, 'ledger.sqlite'));
        return start();
      });
      await up;
      return lost;
    },
    async jump(byMs) {
      // Counted before the gateway knows: a request that begins in between may fall on either day.
      if (byMs > 0) day += 1;
      clockOffset += byMs;
      await (await up).moveClock(clockOffset);
    },
    async restart() {
      const ended = await (await up).end('SIGTERM');
      up = start();
      await up;
      return ended;
    },
    async heldWhenQuiet() {
      const held = async (): Promise<number> =>
        (await stage.ask((gateway) => gateway.keys.list()))
          .flatMap(({ caps }) => caps)
          .reduce((sum, cap) => sum + cap.reserved, 0);
      await until(async () => provider.openStreams() === 0 && (await held()) === 0, QUIET_MS);
      return held();
    },
    async close() {
      await up.then((serve) => serve.end('SIGKILL')).catch(() => undefined);
      await provider.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  try {
    await up;
    await stage.ask(async (gateway) => {
      await gateway.providers.add({
        kind: 'openai',
        baseUrl: provider.openaiBaseUrl,
        key: PROVIDER_KEY,
        stopsWhenLeft: 'yes',
      });
      await gateway.providers.add({ kind: 'gemini', baseUrl: provider.url, key: PROVIDER_KEY, stopsWhenLeft: 'yes' });
      await gateway.providers.add({
        kind: 'anthropic',
        baseUrl: provider.anthropicBaseUrl,
        key: PROVIDER_KEY,
        stopsWhenLeft: 'yes',
      });
      for (const { name, ...own } of OWN_PROVIDERS)
        await gateway.providers.add({ ...own, name: providerNameSchema.parse(name), key: PROVIDER_KEY });
      for (const name of new Set(KEYS.map(({ agent }) => agent))) await gateway.agents.add({ name });
      await setSharedCaps(gateway);
    });
    await Promise.all(KEYS.map((plan) => stage.issue(plan)));
    return stage;
  } catch (error) {
    await stage.close();
    throw error;
  }
}

/** One cap for two agents together, and one for some models of one of them. */
async function setSharedCaps(gateway: GatewayClient): Promise<void> {
  const [group, models] = SHARED_CAPS;
  const agents = await gateway.agents.list();
  await gateway.policies.set({ scope: scopeOf('group', 'dark'), policy: { caps: [capOf(group.cap)] } });
  for (const { id, name } of agents.filter((agent) => group.agents.some((one) => one === agent.name))) {
    const isCapped = models.agents.some((one) => one === name);
    const modelCaps = isCapped ? [{ models: models.models, caps: [capOf(models.cap)] }] : [];
    await gateway.policies.set({ scope: scopeOf('agent', id), policy: { group: 'dark', modelCaps } });
  }
}

/** Waits for something to become true, and gives up after `ms`. @returns whether it did */
export async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** Reads a cap of a plan. */
export function capOf(text: string): NonNullable<ReturnType<typeof parseCap>> {
  const cap = parseCap(text);
  if (!cap) throw new Error(`not a cap: ${text}`);
  return cap;
}
