import { createRevokedLately } from './accounts/life/revoked-lately.ts';
import { resumeMerges } from './engine/agents/merge-agents.ts';
import type { ProviderName } from '../shared/ids.ts';
import { DEFAULT_PORT } from './defaults.ts';
import type { Engine } from './engine/engine.ts';
import { correctAssumed } from './engine/money/correct-assumed.ts';
import { startDailyBills } from './engine/bills/daily-bills.ts';
import { startRotation } from './engine/keys/rotate-due.ts';
import { startDeletingOld } from './engine/history.ts';
import { startPriceCheck } from './engine/money/price-check.ts';
import { followPort } from './engine/follow-port.ts';
import { openConnections } from './engine/open-connections.ts';
import { startSealing } from './engine/seal-record.ts';
import { createViews } from './engine/views.ts';
import { openMoney } from './open/open-money.ts';
import type { Money } from './open/open-money.ts';
import { openProxy } from './open/open-proxy.ts';
import { openStore } from './open/open-store.ts';
import type { Store } from './open/open-store.ts';
import { openUpstreamSide } from './open/open-upstream-side.ts';
import type { UpstreamSide } from './open/open-upstream-side.ts';
import { createUndo } from './open/undo.ts';
import type { Undo } from './open/undo.ts';
import type { GatewayConfig, GatewayDeps } from './open/gateway-deps.ts';
import type { Mcp } from './mcp/mcp.ts';
import { within } from './platform/within.ts';
import { askProvider } from './providers/ask-provider.ts';
import { askBill } from './reconcile/ask-bill.ts';
import type { ProxyServer } from './proxy/arrive/proxy-server.ts';

/** A listening gateway from the inside, and a way to stop it. */
export interface OpenEngine {
  readonly engine: Engine;
  /**
   * Takes no new requests, lets running ones finish for `drainMs` milliseconds, cuts the rest, and writes everything
   * down.
   */
  stop(drainMs: number): Promise<void>;
}

const SHUTTING_DOWN = { code: 'shutting-down', message: 'Purser is shutting down.' } as const;
/**
 * Every step of a stop takes milliseconds; one that hangs must not keep the folder locked, nor delay the next start.
 */
const STEP_MS = 5_000;

/** All the parts of a running gateway. */
type Parts = Store & Money & UpstreamSide & { readonly proxy: ProxyServer; readonly mcp: Mcp };

/**
 * Opens a data folder and listens: lock and ledger, providers, accounts, sockets, in this order; closes them in
 * reverse.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE`, `PORT_TAKEN`
 */
export async function openEngine(deps: GatewayDeps, config: GatewayConfig): Promise<OpenEngine> {
  const undo = createUndo(STEP_MS, deps.log);
  try {
    const store = await openStore(deps, config, undo);
    const upstream = await openUpstreamSide(deps, config, store, undo);
    const money = await openMoney(deps, config, store, undo);
    const port = config.port ?? store.ledger.contents.settings.port ?? DEFAULT_PORT;
    const { proxy, mcp } = await openProxy(deps, { ...config, port }, { ...store, ...upstream, ...money }, undo);
    await store.begin();
    void money.bodies.tidy();
    const parts = { ...store, ...upstream, ...money, proxy, mcp };
    return {
      engine: await openInside(deps, config, parts, undo),
      stop: (drainMs) => stop(deps, parts, undo, drainMs),
    };
  } catch (error) {
    await undo.all();
    throw error;
  }
}

/** Builds the engine, which the contract is implemented on. */
async function openInside(deps: GatewayDeps, config: GatewayConfig, parts: Parts, undo: Undo): Promise<Engine> {
  const { clock, log } = deps;
  const { egress, authorizeFor, proxy, arrived } = parts;
  const priceCheck = await startPriceCheck({ ...parts, clock }, log, config.priceCheckAfterMs);
  undo.add('price-check', () => priceCheck?.stop());
  const seal = startSealing({ ...parts, ...deps });
  undo.add('seal', seal.stop);
  const closing = new AbortController();
  const inside = {
    ...parts,
    seal,
    clock,
    revokedLately: createRevokedLately(clock),
    priceCheck,
    askProvider: (...asked: Parameters<Engine['askProvider']>) => askProvider({ ...egress, authorizeFor }, ...asked),
    askBill: (question: Parameters<Engine['askBill']>[0]) => askBill(egress, question, closing.signal),
    billFailures: new Map<ProviderName, string>(),
    gateway: {
      version: config.version,
      url: `http://127.0.0.1:${proxy.port}`,
      dataFolder: config.dataFolder,
      pid: process.pid,
      secretStore: deps.secrets.kind,
      timeZone: config.timeZone,
      simulated: config.simulated,
      wayOut: egress.view,
    },
  };
  const connected = { ...inside, connections: openConnections(inside, deps, arrived) };
  if (config.port === undefined) void followPort(connected, log);
  undo.add('rotation', startRotation(connected, log));
  undo.add('old-history', startDeletingOld(inside, log));
  undo.add('bills', startDailyBills(inside, { afterMs: config.billCheckAfterMs, random: deps.random, log }));
  undo.add('bills-under-way', () => closing.abort());
  const engine = { ...connected, views: createViews(connected) };
  resumeMerges(engine, log);
  // A newer version may know what an older one assumed.
  await correctAssumed(engine).catch(() => log.log('warn', 'assumed-prices-not-corrected'));
  return engine;
}

async function stop({ log }: GatewayDeps, parts: Parts, undo: Undo, drainMs: number): Promise<void> {
  const { proxy, running, retry, note } = parts;
  const late = (step: string) => (): void => log.log('error', 'stop-was-late', { step });
  proxy.close();
  await within(drainMs, running.idle(), () => undefined);
  running.close(SHUTTING_DOWN);
  const cut = running.cut(() => true, SHUTTING_DOWN);
  await within(STEP_MS, cut, late('cut'));
  retry.stop();
  proxy.destroy();
  await within(STEP_MS, running.idle(), late('idle'));
  await within(STEP_MS, note('gateway-stopped'), () => log.log('error', 'stop-not-audited'));
  await undo.all();
}
