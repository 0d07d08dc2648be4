import { socketPathOf } from './platform/data-folder.ts';
import { implementContract } from './api/implement-contract.ts';
import { createBrowserAccess } from './api/transports/browser-access.ts';
import { serveDashboard } from './api/transports/serve-dashboard.ts';
import type { DashboardOptions, DashboardServer } from './api/transports/serve-dashboard.ts';
import { createPortServer } from './api/transports/serve-port.ts';
import type { SupportedMessagePort } from './api/transports/serve-port.ts';
import { serveSocket } from './api/transports/serve-socket.ts';
import { createCommandLine } from './command-line/command-line.ts';
import { openEngine } from './open-engine.ts';
import type { GatewayConfig, GatewayDeps } from './open/gateway-deps.ts';
import { createSimulationSwitch } from './simulation/simulation-switch.ts';

/** A running gateway, as its host sees it. */
export interface Gateway {
  /** `http://127.0.0.1:PORT`, without a path. */
  readonly url: string;
  /** Serves the contract over a message port (desktop). The host must already have checked who is at the other end. */
  acceptPort(port: SupportedMessagePort): void;
  /** Serves the contract on the data folder's private socket (CLI). @returns its path */
  listenOnSocket(): Promise<string>;
  /** Serves the dashboard and the contract to a browser, behind one-time login links. */
  serveDashboard(options: DashboardOptions): Promise<DashboardServer>;
  /** A fresh login link, once the dashboard is served. It works once, and only until `endsAt` (epoch milliseconds). */
  loginLink(): { readonly link: string; readonly endsAt: number };
  /** Drains for at most `drainMs` milliseconds, then ends what is left; everything is in the ledger afterwards. */
  stop(drainMs: number): Promise<void>;
}

/**
 * The engine's only entrance. It takes every effect as an argument and reads no environment. Apart from the gateways
 * that it opens, it keeps only memos of pure functions, and one queue for each vault file, which all stores of a
 * process share.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE`, `PORT_TAKEN`
 */
export async function createGateway(deps: GatewayDeps, config: GatewayConfig): Promise<Gateway> {
  const { engine, stop } = await openEngine(deps, config);
  const simulation = createSimulationSwitch(deps, config);
  const access = createBrowserAccess({
    clock: deps.clock,
    random: deps.random,
    onEvent({ kind, ...detail }) {
      // A full disk must neither lock a browser out nor let one in.
      engine.ledger
        .write([], [{ at: deps.clock.now(), kind, detail }])
        .catch(() => deps.log.log('error', 'browser-not-audited', { kind }));
    },
  });
  const router = implementContract(() => engine, simulation, access, {
    showWindow: deps.showWindow,
    commandLine: deps.commandLine && createCommandLine(deps.commandLine),
  });
  const acceptPort = createPortServer(router);
  const closing: (() => Promise<void>)[] = [];
  return {
    url: engine.gateway.url,
    acceptPort,
    async listenOnSocket() {
      const path = socketPathOf(config.dataFolder);
      const server = await serveSocket(router, path);
      closing.push(() => server.close());
      return path;
    },
    async serveDashboard(options) {
      const server = await serveDashboard(router, access, options);
      closing.push(() => server.close());
      return server;
    },
    loginLink: () => access.link(),
    async stop(drainMs) {
      await simulation.stop();
      await stop(drainMs);
      for (const close of closing) await close();
    },
  };
}
