import { registerHooks } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { buildConnector } from 'undici';
import { z } from 'zod';
import { waitForStop } from '../../cli/host/wait-for-stop.ts';
import { DRAIN_MS, MAX_BODY_BYTES, systemRandom } from '../../gateway/defaults.ts';
import { openSecretStore } from '../../gateway/secrets/open-secret-store.ts';
import { stderrLog } from '../../gateway/platform/stderr-log.ts';
import { MUTANTS, POWER_WATCH } from './mutants.ts';

// `purser serve` with three differences: its parent moves its clock, stands at the address of every vendor, and can
// give it a fault on purpose.
const [dataFolder, offsetText, portText, powerText, mutant] = process.argv.slice(2);
if (dataFolder === undefined || offsetText === undefined || portText === undefined || powerText === undefined)
  throw new Error('Started by serve.ts only.');
const moved = z.object({ offset: z.number() });
let { offset } = moved.parse({ offset: Number(offsetText) });

const mutation = mutant === undefined ? undefined : MUTANTS.get(mutant);
const watch = powerText === 'cut' ? POWER_WATCH : undefined;
for (const { original, replacement } of [watch, mutation].filter((one) => one !== undefined)) {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      // The mutated module still finds the original.
      return found.url === original && context.parentURL !== replacement ? { ...found, url: replacement } : found;
    },
  });
}
const connectThere: buildConnector.connector = (_options, callback) => {
  const socket = connect({ port: Number(portText), host: '127.0.0.1', noDelay: true });
  socket.once('error', (error) => callback(error, null));
  socket.once('connect', () => callback(null, socket));
};
const { createGateway } = await import('../../gateway/index.ts');

const secrets = await openSecretStore(
  { kind: 'vault', file: join(dataFolder, 'vault.json'), passphrase: 'torture' },
  { namespace: dataFolder },
);
const gateway = await createGateway(
  { clock: { now: () => Date.now() + offset }, random: systemRandom, log: stderrLog, secrets, connect: connectThere },
  {
    dataFolder,
    port: 0,
    timeZone: 'Etc/UTC',
    version: '0.0.0-torture',
    simulated: false,
    maxBodyBytes: MAX_BODY_BYTES,
  },
);
await gateway.listenOnSocket();

process.on('message', (message) => {
  ({ offset } = moved.parse(message));
  process.send?.({ offset });
});
// Without a parent there is nobody to torture it.
const orphaned = (): never => process.exit(1);
process.on('disconnect', orphaned);
process.send?.({ url: gateway.url });
await waitForStop();
await gateway.stop(DRAIN_MS);
process.off('disconnect', orphaned);
process.disconnect();
