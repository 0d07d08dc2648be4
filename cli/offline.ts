import { systemClock, systemMachine, systemRandom } from '../gateway/defaults.ts';
import { hasLedger, withOfflineConnections } from '../gateway/offline-connections.ts';
import type { OfflineConnections } from '../gateway/offline-connections.ts';
import { openSecretStore } from '../gateway/secrets/open-secret-store.ts';
import type { SecretStore } from '../gateway/secrets/secret-store.ts';
import type { GatewayClient } from '../shared/contract/contract.ts';
import { PurserError } from '../shared/errors.ts';
import { chooseSecrets } from './secrets/choose-secrets.ts';
import type { CommandContext } from './context.ts';

type SecretOptions = Parameters<typeof chooseSecrets>[0];

/** Asks the gateway, and where none runs but its books are there, does the same on them. */
export async function onlineOrNot<T>(
  context: CommandContext,
  ask: (gateway: GatewayClient) => Promise<T>,
  offline: (connections: OfflineConnections) => Promise<T>,
  options: SecretOptions = {},
): Promise<{ readonly answer: T; readonly offline: boolean }> {
  try {
    return { answer: await context.ask(ask), offline: false };
  } catch (error) {
    if (!(error instanceof PurserError) || error.code !== 'GATEWAY_UNREACHABLE' || !hasLedger(context.dataFolder))
      throw error;
    let opened: Promise<SecretStore> | undefined;
    const secrets = (): Promise<SecretStore> =>
      (opened ??= chooseSecrets(options, context.dataFolder)
        .then((choice) => openSecretStore(choice, { namespace: context.dataFolder }))
        .catch(nameTheWays));
    const answer = await withOfflineConnections(
      { clock: systemClock, random: systemRandom, machine: systemMachine(), secrets },
      context.dataFolder,
      offline,
    );
    return { answer, offline: true };
  }
}

/** The earlier text of a file is sealed with a key from the secret store: without it no byte can be put back. */
function nameTheWays(error: unknown): never {
  if (!(error instanceof PurserError) || error.code !== 'SECRETS_UNAVAILABLE') throw error;
  throw new PurserError(
    error.code,
    `${error.message} Purser needs it to read what was in the files before, so nothing was changed. Start ` +
      `Purser and disconnect there, or name the store it used: --secrets vault, or --secrets memory to take only ` +
      `Purser's own values out.`,
    { cause: error },
  );
}
