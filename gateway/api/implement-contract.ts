import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { Caller } from './caller.ts';
import type { Engine } from '../engine/engine.ts';
import { carryErrors } from './carry-errors.ts';
import { implementDashboard } from './handlers/dashboard.ts';
import { implementGateway } from './implement-gateway.ts';
import type { BrowserAccess } from './transports/browser-access.ts';

/** Starts and stops the simulated gateway beside the real one. */
export interface SimulationSwitch {
  running(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @throws PurserError `NOT_FOUND` when no simulation runs */
  engine(): Engine;
}

/** The whole contract: the gateway itself, its browser sessions, and the simulation beside it. */
export function implementContract(engine: () => Engine, simulation: SimulationSwitch, access: BrowserAccess) {
  const os = implement(contract).$context<Caller>().use(carryErrors);
  const status = (): { running: boolean } => ({ running: simulation.running() });
  return os.router({
    // The browser that pressed the panic button stays logged in, to show what it did.
    gateway: implementGateway(engine, ({ browser }) => void access.endAll(browser)),
    dashboard: implementDashboard(access),
    simulation: {
      status: os.simulation.status.handler(status),
      start: os.simulation.start.handler(() => simulation.start().then(status)),
      stop: os.simulation.stop.handler(() => simulation.stop().then(status)),
      gateway: implementGateway(simulation.engine),
    },
  });
}

export type ContractRouter = ReturnType<typeof implementContract>;
