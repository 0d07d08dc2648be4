import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { PurserError } from '../../shared/errors.ts';
import type { Engine } from '../engine/engine.ts';
import type { SimulationSwitch } from '../api/implement-contract.ts';
import { implementGateway } from '../api/implement-gateway.ts';
import { openEngine } from '../open-engine.ts';
import type { OpenEngine } from '../open-engine.ts';
import type { GatewayConfig, GatewayDeps } from '../open/gateway-deps.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { prepareSimulation } from './prepare-simulation.ts';
import { startSimulation } from './start-simulation.ts';
import type { Simulation } from './start-simulation.ts';

/** Everybody who presses the button sees the same three months. */
export const USUAL_SEED = '1';

interface RunningSimulation {
  readonly open: OpenEngine;
  stop(): Promise<void>;
}

/** A second gateway on temporary data, filled by the simulation: started and stopped from the dashboard. */
export function createSimulationSwitch(deps: GatewayDeps, config: GatewayConfig): SimulationSwitch {
  let running: Promise<RunningSimulation> | undefined;
  let engine: Engine | undefined;
  let simulation: Simulation | undefined;

  const open = async (): Promise<RunningSimulation> => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'purser-simulation-'));
    const removeData = (): Promise<void> => rm(dataFolder, { recursive: true, force: true });
    try {
      const simulatedDeps = { clock: deps.clock, random: deps.random, log: deps.log, secrets: createMemoryStore() };
      const simulatedConfig = { ...config, dataFolder, port: 0, simulated: true };
      const prepared = await prepareSimulation({ deps: simulatedDeps, config: simulatedConfig, seed: USUAL_SEED });
      const opened = await openEngine(simulatedDeps, simulatedConfig).catch(async (error: unknown) => {
        await prepared.provider.stop();
        throw error;
      });
      const client = createRouterClient(implementGateway(() => opened.engine));
      simulation = await startSimulation({ client, clock: deps.clock, prepared });
      const { stop } = simulation;
      engine = opened.engine;
      return {
        open: opened,
        async stop() {
          engine = undefined;
          simulation = undefined;
          await stop();
          await opened.stop(0);
          await removeData();
        },
      };
    } catch (error) {
      await removeData();
      throw error;
    }
  };

  return {
    running: () => engine !== undefined,
    leak: () => simulation?.leak() ?? deps.leak?.(),
    engine() {
      if (!engine) throw new PurserError('NOT_FOUND', 'The simulation is not running. Start it from the dashboard.');
      return engine;
    },
    async start() {
      running ??= open();
      try {
        await running;
      } catch (error) {
        running = undefined;
        throw error;
      }
    },
    async stop() {
      const stopping = running;
      running = undefined;
      await (await stopping?.catch(() => undefined))?.stop();
    },
  };
}
