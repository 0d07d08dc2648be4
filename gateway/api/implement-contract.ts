import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { LeakView } from '../../shared/contract/leak-view.ts';
import type { Caller } from './caller.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandLine } from '../command-line/command-line.ts';
import { carryErrors } from './carry-errors.ts';
import { implementCommandLine } from './handlers/command-line.ts';
import { implementDashboard } from './handlers/dashboard.ts';
import type { ShowWindow } from './handlers/dashboard.ts';
import { implementGateway } from './implement-gateway.ts';
import type { BrowserAccess } from './transports/browser-access.ts';

/** Starts and stops the simulated gateway beside the real one. */
export interface SimulationSwitch {
  running(): boolean;
  /** The sub-key that has leaked in it, once it has. */
  leak(): LeakView | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @throws PurserError `NOT_FOUND` when no simulation runs */
  engine(): Engine;
}

/** What only the host around the gateway can do. */
interface HostParts {
  readonly showWindow?: ShowWindow;
  readonly commandLine?: CommandLine | undefined;
}

/** The whole contract: the gateway itself, its browser sessions, and the simulation beside it. */
export function implementContract(
  engine: () => Engine,
  simulation: SimulationSwitch,
  access: BrowserAccess,
  { showWindow, commandLine }: HostParts = {},
) {
  const os = implement(contract).$context<Caller>().use(carryErrors);
  const status = (): { running: boolean } => ({ running: simulation.running() });
  return os.router({
    // The browser that pressed the panic button stays logged in, to show what it did.
    gateway: implementGateway(engine, ({ browser }) => void access.endAll(browser)),
    dashboard: implementDashboard(access, showWindow),
    commandLine: implementCommandLine(commandLine),
    simulation: {
      status: os.simulation.status.handler(status),
      start: os.simulation.start.handler(() => simulation.start().then(status)),
      stop: os.simulation.stop.handler(() => simulation.stop().then(status)),
      leak: os.simulation.leak.handler(() => simulation.leak() ?? null),
      gateway: implementGateway(simulation.engine),
    },
  });
}

export type ContractRouter = ReturnType<typeof implementContract>;
