import type { RequestView } from '../shared/contract/views.ts';
import { createApprovals } from './accounts/approvals.ts';
import { createDirectory } from './accounts/directory.ts';
import { createEmitter } from './platform/emitter.ts';
import { createNotices } from './accounts/notices.ts';
import { createProviderBook } from './accounts/provider-book.ts';
import { createSettlementRetry } from './accounts/settlement-retry.ts';
import { createSpendBook } from './accounts/spend-book.ts';
import { createStopBook } from './accounts/stop-book.ts';
import { createTokenIssuer } from './accounts/token-issuer.ts';
import { createWatch, PAST_MS } from './accounts/watch.ts';
import type { Engine } from './engine/engine.ts';
import { pauseAgent } from './engine/keys/revoke.ts';
import { contradictStops } from './engine/money/contradict-stops.ts';
import { openConnections } from './engine/open-connections.ts';
import { startPriceCheck } from './engine/money/price-check.ts';
import { startRotation } from './engine/keys/rotate-due.ts';
import { createViews } from './api/views.ts';
import type { AuditKind } from './audit/entry.ts';
import { createRefusalRecord } from './audit/refusal-record.ts';
import { openBodies } from './bodies/bodies.ts';
import type { Arrival } from './connections/verify/arrival.ts';
import { createByteBudget } from './domain/caps/byte-budget.ts';
import { createEgress } from './egress/egress.ts';
import { holdDataFolder } from './platform/hold-folder.ts';
import { createWindowCalendar } from './domain/time/windows.ts';
import { explainReplaced, keepWitness, checkWitness } from './ledger/ledger-witness.ts';
import { openLedger } from './ledger/ledger.ts';
import { statements } from './ledger/statements.ts';
import type { GatewayConfig, GatewayDeps } from './platform/ports.ts';
import { openPriceBook } from './prices/price-book.ts';
import { askProvider } from './providers/ask-provider.ts';
import type { Asked } from './providers/ask-provider.ts';
import { createAttribution } from './proxy/caller/attribute.ts';
import { createBackground } from './proxy/settle/background.ts';
import { createCallerFinder } from './proxy/caller/caller-folder.ts';
import { startProxyServer } from './proxy/arrive/proxy-server.ts';
import { createRunningRequests } from './proxy/running/running-requests.ts';
import { createTokenCounter } from './tokenizer/token-counter.ts';
import { within } from './platform/within.ts';

/** A gateway that listens, from the inside, and how to end it. */
export interface OpenEngine {
  readonly engine: Engine;
  /** Takes no new requests, lets running ones finish for `drainMs`, cuts the rest, writes everything down. */
  stop(drainMs: number): Promise<void>;
}

const SHUTTING_DOWN = { code: 'shutting-down', message: 'Purser is shutting down.' } as const;
/** How long a person has to answer; shorter than what SDKs wait for a first byte. */
const APPROVAL_MS = 120_000;
/**
 * Every step of a stop is over in milliseconds; one that is not must not keep the folder, nor the next start waiting.
 */
const STEP_MS = 5_000;
/** Bodies of requests, as they are sent and decompressed; read, they take about four times as much. */
const MOST_MEMORY = { all: 192 * 2 ** 20, each: 96 * 2 ** 20 };

/**
 * Opens a data folder and listens: lock, ledger, accounts, sockets, in this order, undone in the other.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE`, `PORT_TAKEN`
 */
export async function openEngine(deps: GatewayDeps, config: GatewayConfig): Promise<OpenEngine> {
  const undo: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed())
      await within(STEP_MS, step(), () => deps.log.log('error', 'stop-was-late', { step: step.name }));
  };
  try {
    const folder = await holdDataFolder(config.dataFolder, deps.log);
    undo.push(folder.release);
    const ledger = await openLedger(config.dataFolder);
    undo.push(() => ledger.close());
    const standing = await checkWitness(config.dataFolder, ledger);
    const note = (kind: AuditKind): Promise<void> =>
      ledger.write([], [{ at: deps.clock.now(), kind, detail: { version: config.version, pid: process.pid } }]);

    const onFault = (): void => deps.log.log('error', 'listener-failed');
    const settled = createEmitter<RequestView>(onFault);
    const corrected = createEmitter<RequestView>(onFault);
    const changed = createEmitter<void>(onFault);
    const arrived = createEmitter<Arrival>(onFault);
    const calendar = createWindowCalendar(config.timeZone);
    const notices = createNotices(() => changed.emit());
    const stops = createStopBook({ ledger, notices, clock: deps.clock, log: deps.log, changed: () => changed.emit() });
    undo.push(() => stops.close().then(() => undefined));
    const directory = createDirectory({ ledger, stops, clock: deps.clock, random: deps.random });
    const egress = createEgress(config.egress, deps.connect);
    undo.push(egress.close);
    for (const problem of egress.view.problems) deps.log.log('warn', 'way-out', { problem });
    const priceBook = await openPriceBook({
      dataFolder: config.dataFolder,
      clock: deps.clock,
      log: deps.log,
      egress,
      url: config.priceDataUrl,
      secondUrl: config.secondPriceDataUrl,
    });
    const providers = createProviderBook({
      ledger,
      secrets: deps.secrets,
      clock: deps.clock,
      library: () => priceBook.library(),
    });
    const retry = createSettlementRetry(ledger, deps.log);
    const nameOf = (id: Parameters<typeof directory.agent>[0]): string => directory.agent(id).name;
    const spend = await createSpendBook({
      ledger,
      retry,
      clock: deps.clock,
      random: deps.random,
      calendar,
      settled,
      nameOf,
    });
    const tokens = createTokenIssuer({ directory, spend, ledger, clock: deps.clock });
    const refusals = createRefusalRecord(
      (entry) => ledger.write([], [entry]),
      deps.clock,
      deps.log,
      () => changed.emit(),
    );
    const running = createRunningRequests(
      () => performance.now(),
      () => changed.emit(),
    );
    const approvals = createApprovals({
      clock: deps.clock,
      random: deps.random,
      notices,
      onFault,
      patienceMs: config.approvalMs ?? APPROVAL_MS,
      append: (entry) => ledger.write([], [entry]),
      changed: () => changed.emit(),
    });
    const watch = createWatch({
      capped: ledger.contents.policies.keys(),
      directory,
      spend,
      notices,
      past: await ledger.buckets(deps.clock.now() - PAST_MS, deps.clock.now()),
      clock: deps.clock,
      append: (entry) => ledger.write([], [entry]),
      pause: (id, reason) =>
        pauseAgent({ directory, running, stops, clock: deps.clock }, id, reason).then(() => changed.emit()),
      onFault,
    });
    settled.on((request) => watch.settled(request));
    const bodies = openBodies({
      dataFolder: config.dataFolder,
      ledger,
      secrets: deps.secrets,
      clock: deps.clock,
      random: deps.random,
      log: deps.log,
    });
    undo.push(bodies.close);

    const callers = createCallerFinder();
    const tokenCounter = createTokenCounter();
    undo.push(tokenCounter.close);
    const background = createBackground(egress.dispatcher, ({ reservation: { record } }, cost) =>
      contradictStops(
        { ledger, spend, providers, notices, clock: deps.clock, changed },
        { requestId: record.id, provider: record.provider, cost },
      ),
    );
    undo.push(background.stop);
    const proxy = await startProxyServer(
      {
        directory,
        providers,
        spend,
        approvals,
        running,
        refusals,
        watch,
        arrived,
        bodies,
        dispatcher: egress.dispatcher,
        connect: egress.connect,
        hopTo: egress.hopTo,
        callers,
        background,
        attribution: createAttribution(callers),
        madeIn: (id, repository) =>
          void ledger
            .write([statements.attribute(id, repository)], [])
            .catch(() => deps.log.log('error', 'project-not-written')),
        countTokens: tokenCounter.count,
        clock: deps.clock,
        log: deps.log,
        timeZone: config.timeZone,
        maxBodyBytes: config.maxBodyBytes,
        memory: createByteBudget(MOST_MEMORY),
      },
      config.port,
    );
    undo.push(() => {
      proxy.close();
      proxy.destroy();
    });
    if (standing === 'replaced') {
      deps.log.log('warn', 'ledger-replaced', { dataFolder: config.dataFolder });
      notices.add({
        at: deps.clock.now(),
        kind: 'ledger-replaced',
        agentId: null,
        text: explainReplaced(config.dataFolder),
      });
    }
    await note('gateway-started');
    await keepWitness(config.dataFolder, ledger);
    void bodies.tidy();
    const priceCheck = await startPriceCheck(
      { ledger, priceBook, providers, notices, clock: deps.clock },
      deps.log,
      config.priceCheckAfterMs,
    );
    undo.push(() => priceCheck?.stop());
    const inside = {
      directory,
      stops,
      providers,
      priceCheck,
      askProvider: (asked: Asked, cancelled?: AbortSignal) => askProvider(egress, asked, cancelled),
      priceBook,
      spend,
      tokens,
      notices,
      approvals,
      refusals,
      bodies,
      running,
      ledger,
      calendar,
      settled,
      changed,
      corrected,
      clock: deps.clock,
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
    undo.push(startRotation(connected, deps.log));
    return {
      engine: { ...connected, views: createViews(connected) },
      async stop(drainMs) {
        proxy.close();
        await within(drainMs, running.idle(), () => undefined);
        running.close(SHUTTING_DOWN);
        await within(
          STEP_MS,
          running.cut(() => true, SHUTTING_DOWN),
          () => deps.log.log('error', 'stop-was-late', { step: 'cut' }),
        );
        retry.stop();
        proxy.destroy();
        await within(STEP_MS, running.idle(), () => deps.log.log('error', 'stop-was-late', { step: 'idle' }));
        await within(STEP_MS, note('gateway-stopped'), () => deps.log.log('error', 'stop-not-audited'));
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
