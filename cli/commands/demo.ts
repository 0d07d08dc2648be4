import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { MAX_BODY_BYTES, systemClock, systemRandom, systemTimeZone } from '../../gateway/defaults.ts';
import { createGateway } from '../../gateway/index.ts';
import { createMemoryStore } from '../../gateway/secrets/memory-store.ts';
import { createPastClock } from '../../gateway/simulation/past-clock.ts';
import { SIMULATED_PAST_MS, startSimulation } from '../../gateway/simulation/start-simulation.ts';
import { stderrLog } from '../../gateway/platform/stderr-log.ts';
import { withGateway } from '../connect.ts';
import { action, withGlobals } from '../context.ts';
import { dashboardAccess } from '../screen/dashboard-text.ts';
import { isTerminal, print } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';
import { DASHBOARD_FOLDER, VERSION } from '../product.ts';
import { waitForStop } from '../host/wait-for-stop.ts';

/** `purser demo`: everything simulated, on temporary data, nothing to set up and nothing left behind */
export function addDemoCommand(program: Command): void {
  withGlobals(program.command('demo'))
    .description('see Purser work with a simulated provider, agents and money; needs no key and no network')
    .action(
      action(async (context) => {
        const dataFolder = await mkdtemp(join(tmpdir(), 'purser-demo-'));
        try {
          const clock = createPastClock(systemClock, SIMULATED_PAST_MS);
          const gateway = await createGateway(
            { clock, random: systemRandom, log: stderrLog, secrets: createMemoryStore() },
            {
              dataFolder,
              port: 0,
              timeZone: systemTimeZone(),
              version: VERSION,
              simulated: true,
              maxBodyBytes: MAX_BODY_BYTES,
            },
          );
          await gateway.listenOnSocket();
          const { url } = await gateway.serveDashboard({ assetsFolder: DASHBOARD_FOLDER, port: 0 });
          await withGateway(dataFolder, async (client) => {
            const simulation = await startSimulation({ client, random: systemRandom, past: clock });
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
        } finally {
          await rm(dataFolder, { recursive: true, force: true });
        }
      }),
    );
}
