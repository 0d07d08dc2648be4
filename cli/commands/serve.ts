import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import {
  DRAIN_MS,
  MAX_BODY_BYTES,
  BILL_CHECK_AFTER_MS,
  PRICE_CHECK_AFTER_MS,
  systemClock,
  systemMachine,
  systemRandom,
  systemTimeZone,
} from '../../gateway/defaults.ts';
import { PurserError } from '../../shared/errors.ts';
import { readEgress } from '../../gateway/egress/read-egress.ts';
import { viewWayOut } from '../../gateway/egress/view-way-out.ts';
import { createGateway } from '../../gateway/index.ts';
import { openSecretStore } from '../../gateway/secrets/open-secret-store.ts';
import type { SecretStore } from '../../gateway/secrets/secret-store.ts';
import { stderrLog } from '../../gateway/platform/stderr-log.ts';
import { chooseSecrets, secretOptions, withSecretOptions } from '../secrets/choose-secrets.ts';
import { thisCommandLine } from '../host/this-command-line.ts';
import { action, withGlobals } from '../context.ts';
import { loggedInText, dashboardAccess } from '../screen/dashboard-text.ts';
import { isTerminal, print } from '../screen/output.ts';
import { parsePort } from '../options/port-option.ts';
import { refuseInspector } from '../host/refuse-inspector.ts';
import { lines } from '../screen/screen-text.ts';
import { waitForStop } from '../host/wait-for-stop.ts';
import { egressText } from '../screen/egress-text.ts';
import { DASHBOARD_FOLDER, VERSION } from '../product.ts';

const serveOptions = secretOptions.extend({ port: z.int().optional(), ui: z.boolean().default(false) });

/** `purser serve`: the gateway without a desktop */
export function addServeCommand(program: Command): void {
  const serve = withGlobals(program.command('serve'))
    .description('run the gateway without the desktop app')
    .option(
      '--port <port>',
      'loopback port for tools (default: that of the settings, else 4141); 0 picks a free one',
      parsePort,
    );
  withSecretOptions(serve, new Option('--secrets <store>', 'where provider keys live').default('keychain'))
    .option('--ui', 'also serve the dashboard to a browser, behind one-time login links')
    .action(
      action(async (context, command) => {
        const options = serveOptions.parse(command.opts());
        refuseInspector(process.env, process.execArgv);
        const secrets = await openSecrets(options, context.dataFolder);
        const egress = await readEgress(process.env);
        const gateway = await createGateway(
          {
            clock: systemClock,
            random: systemRandom,
            log: stderrLog,
            secrets,
            machine: systemMachine(),
            commandLine: thisCommandLine(),
          },
          {
            dataFolder: context.dataFolder,
            port: options.port,
            timeZone: systemTimeZone(),
            version: VERSION,
            simulated: false,
            maxBodyBytes: MAX_BODY_BYTES,
            priceCheckAfterMs: PRICE_CHECK_AFTER_MS,
            billCheckAfterMs: BILL_CHECK_AFTER_MS,
            egress,
          },
        );
        const onLogin = context.json
          ? undefined
          : (browser: string): void => print(context, undefined, loggedInText(browser, context.dataFolder));
        const open = async (): Promise<string | undefined> => {
          await gateway.listenOnSocket();
          if (!options.ui) return undefined;
          return (
            await gateway.serveDashboard({ assetsFolder: DASHBOARD_FOLDER, port: 0, ...(onLogin ? { onLogin } : {}) })
          ).url;
        };
        const dashboardUrl = await open().catch(async (error: unknown) => {
          // Half a gateway would hold the folder and hear no signal.
          await gateway.stop(0);
          throw error;
        });
        const dashboard =
          dashboardUrl === undefined ? undefined : dashboardAccess(context, gateway, dashboardUrl, isTerminal());
        print(
          context,
          { event: 'ready', url: gateway.url, ui: dashboard?.link ?? null, pid: process.pid },
          lines(
            `Purser serves ${gateway.url}. Provider keys: ${secrets.kind}. Data: ${context.dataFolder}`,
            ...egressText(viewWayOut(egress)),
            ...(secrets.kind === 'memory' ? ['Provider keys are kept in memory and forgotten when this stops.'] : []),
            ...(dashboard?.text ?? []),
            'Stop with Ctrl+C.',
          ),
        );
        await waitForStop();
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
  const choices =
    'Or choose another store: --secrets vault (a file encrypted with your passphrase) or --secrets memory (provider ' +
    'keys are forgotten on quit).';
  throw new PurserError(error.code, `${error.message} ${choices}`, { cause: error });
}
