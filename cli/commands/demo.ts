import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { MAX_BODY_BYTES, systemClock, systemRandom, systemTimeZone } from '../../gateway/defaults.ts';
import { createGateway } from '../../gateway/index.ts';
import { createMemoryStore } from '../../gateway/secrets/memory-store.ts';
import { prepareSimulation } from '../../gateway/simulation/prepare-simulation.ts';
import { USUAL_SEED } from '../../gateway/simulation/simulation-switch.ts';
import { startSimulation } from '../../gateway/simulation/start-simulation.ts';
import type { Simulation } from '../../gateway/simulation/start-simulation.ts';
import { stderrLog } from '../../gateway/platform/stderr-log.ts';
import { withGateway } from '../connect.ts';
import { action, withGlobals } from '../context.ts';
import type { CommandContext } from '../context.ts';
import { dashboardAccess } from '../screen/dashboard-text.ts';
import { isTerminal, print } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';
import { DASHBOARD_FOLDER, VERSION } from '../product.ts';
import { waitForStop } from '../host/wait-for-stop.ts';

/** `purser demo`: everything simulated, on temporary data, nothing to set up and nothing left behind */
export function addDemoCommand(program: Command): void {
  withGlobals(program.command('demo'))
    .description('see Purser work with simulated providers, agents and money; needs no key and no network')
    .option('--seed <text>', 'another three months of work; the same text shows the same ones', USUAL_SEED)
    .action(
      action(async (context, command) => {
        const { seed } = command.opts<{ seed: string }>();
        const dataFolder = await mkdtemp(join(tmpdir(), 'purser-demo-'));
        try {
          await runDemo(context, dataFolder, seed);
        } finally {
          await rm(dataFolder, { recursive: true, force: true });
        }
      }),
    );
}

async function runDemo(context: CommandContext, dataFolder: string, seed: string): Promise<void> {
  let simulation: Simulation | undefined;
  const deps = {
    clock: systemClock,
    random: systemRandom,
    log: stderrLog,
    secrets: createMemoryStore(),
    leak: () => simulation?.leak(),
  };
  const config = {
    dataFolder,
    port: 0,
    timeZone: systemTimeZone(),
    version: VERSION,
    simulated: true,
    maxBodyBytes: MAX_BODY_BYTES,
  };
  const prepared = await prepareSimulation({ deps, config, seed });
  const gateway = await createGateway(deps, config);
  await gateway.listenOnSocket();
  const { url } = await gateway.serveDashboard({ assetsFolder: DASHBOARD_FOLDER, port: 0 });
  await withGateway(dataFolder, async (client) => {
    simulation = await startSimulation({ client, clock: systemClock, prepared });
    const dashboard = dashboardAccess({ json: context.json, dataFolder }, gateway, url, isTerminal());
    print(
      context,
      { event: 'ready', simulated: true, url: gateway.url, ui: dashboard.link, pid: process.pid, dataFolder },
      lines(
        'SIMULATED: no real provider, no real money, no network.',
        ...dashboard.text,
        '',
        `Talk to it from another terminal: purser agent list --data-dir ${dataFolder}`,
        'Stop with Ctrl+C; its data is deleted then.',
      ),
    );
    await waitForStop();
    await simulation.stop();
  });
  await gateway.stop(0);
}
