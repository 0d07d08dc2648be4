import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { DEFAULT_PORT, DRAIN_MS, MAX_BODY_BYTES, PRICE_CHECK_AFTER_MS, systemClock, systemMachine, systemRandom, systemTimeZone } from '../../gateway/defaults.ts';
import { PurserError } from '../../shared/errors.ts';
import { createGateway } from '../../gateway/index.ts';
import type { DashboardServer } from '../../gateway/index.ts';
import { openSecretStore } from '../../gateway/secrets/open-secret-store.ts';
import type { SecretStore } from '../../gateway/secrets/secret-store.ts';
import type { SecretStoreChoice } from '../../gateway/secrets/open-secret-store.ts';
import { stderrLog } from '../../gateway/stderr-log.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../output.ts';
import { readPassphrase } from '../passphrase.ts';
import { refuseInspector } from '../refuse-inspector.ts';
import { untilAskedToStop } from '../until-asked-to-stop.ts';
import { DASHBOARD_FOLDER, VERSION } from '../product.ts';

const serveOptions = z.object({
  port: z.int(),
  secrets: z.enum(['keychain', 'vault', 'memory']),
  passphraseFile: z.string().optional(),
  passphraseFd: z.int().optional(),
  ui: z.boolean().default(false),
});

/** `purser serve`: the gateway without a desktop */
export function addServeCommand(program: Command): void {
  withGlobals(program.command('serve'))
    .description('run the gateway without the desktop app')
    .option('--port <port>', 'loopback port that tools are given; 0 picks a free one', parsePort, DEFAULT_PORT)
    .addOption(new Option('--secrets <store>', 'where provider keys live').choices(['keychain', 'vault', 'memory']).default('keychain'))
    .option('--passphrase-file <file>', 'passphrase of the vault')
    .option('--passphrase-fd <fd>', 'file descriptor to read the passphrase of the vault from', parsePort)
    .option('--ui', 'also serve the dashboard to a browser, behind a one-time login link')
    .action(
      action(async (context, command) => {
        const options = serveOptions.parse(command.opts());
        refuseInspector(process.env, process.execArgv);
        const secrets = await openSecrets(options, context.dataFolder);
        const gateway = await createGateway(
          { clock: systemClock, random: systemRandom, log: stderrLog, secrets, machine: systemMachine() },
          { dataFolder: context.dataFolder, port: options.port, timeZone: systemTimeZone(), version: VERSION, simulated: false, maxBodyBytes: MAX_BODY_BYTES, priceCheckAfterMs: PRICE_CHECK_AFTER_MS },
        );
        const onNewLink = context.json ? undefined : (link: string): void => void process.stdout.write(`Another browser? Open ${link}\n`);
        const open = async (): Promise<DashboardServer | undefined> => {
          await gateway.listenOnSocket();
          if (!options.ui) return undefined;
          return gateway.serveDashboard({ assetsFolder: DASHBOARD_FOLDER, port: 0, random: systemRandom, ...(onNewLink ? { onNewLink } : {}) });
        };
        const ui = await open().catch(async (error: unknown) => {
          // Half a gateway would hold the folder and hear no signal.
          await gateway.stop(0);
          throw error;
        });
        print(
          context,
          { event: 'ready', url: gateway.url, ui: ui?.loginLink ?? null, pid: process.pid },
          [
            `Purser serves ${gateway.url}. Provider keys: ${secrets.kind}. Data: ${context.dataFolder}`,
            ...(secrets.kind === 'memory' ? ['Provider keys are kept in memory and gone when this stops.'] : []),
            ...(ui ? [`Dashboard (this link works once): ${ui.loginLink}`] : []),
            'Stop with Ctrl+C.',
          ].join('\n'),
        );
        await untilAskedToStop();
        await gateway.stop(DRAIN_MS);
      }),
    );
}

/** Apart from what serves: a passphrase that a running function names stays in memory as long as it runs. */
async function openSecrets(options: z.infer<typeof serveOptions>, dataFolder: string): Promise<SecretStore> {
  return openSecretStore(await chooseSecrets(options, dataFolder), { namespace: dataFolder }).catch(nameTheChoices);
}

/** Nothing is chosen for the person: a keychain that does not answer ends `serve`, with what can be chosen instead. */
function nameTheChoices(error: unknown): never {
  if (!(error instanceof PurserError) || error.code !== 'SECRETS_UNAVAILABLE') throw error;
  const choices = 'Or choose another store: --secrets vault (a file encrypted with your passphrase) or --secrets memory (provider keys are forgotten on quit).';
  throw new PurserError(error.code, `${error.message} ${choices}`, { cause: error });
}

async function chooseSecrets(options: z.infer<typeof serveOptions>, dataFolder: string): Promise<SecretStoreChoice> {
  if (options.secrets !== 'vault') return { kind: options.secrets };
  const file = join(dataFolder, 'vault.json');
  // A typo in the first passphrase would lock the person out of what they put in.
  const passphrase = await readPassphrase({ file: options.passphraseFile, fd: options.passphraseFd, confirm: !existsSync(file) });
  return { kind: 'vault', file, passphrase };
}

/** A whole number from 0 to 65535. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('That is not a number from 0 to 65535.');
  return port;
}
