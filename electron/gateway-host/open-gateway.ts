import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataFolder } from '../../gateway/platform/data-folder.ts';
import {
  DEFAULT_PORT,
  MAX_BODY_BYTES,
  PRICE_CHECK_AFTER_MS,
  systemClock,
  systemMachine,
  systemRandom,
  systemTimeZone,
} from '../../gateway/defaults.ts';
import { readEgress } from '../../gateway/egress/read-egress.ts';
import { createGateway } from '../../gateway/index.ts';
import type { Gateway } from '../../gateway/index.ts';
import { openSecretStore } from '../../gateway/secrets/open-secret-store.ts';
import type { SecretStoreChoice } from '../../gateway/secrets/open-secret-store.ts';
import { stderrLog } from '../../gateway/platform/stderr-log.ts';
import type { HostConfig, SecretsSetting, VaultCode } from '../host-messages.ts';
import { readPassphraseFile } from '../../gateway/secrets/passphrase-file.ts';

/**
 * Opens the gateway with this machine's clock, randomness and the secret store of the person's choice, and lets the
 * command line reach it. @throws PurserError for everything a person can put right.
 */
export async function openGateway(config: HostConfig): Promise<Gateway> {
  const dataFolder = config.dataFolder ?? defaultDataFolder(process.env);
  const choice = await secretsChoice(config.secrets, dataFolder);
  const gateway = await createGateway(
    {
      clock: systemClock,
      random: systemRandom,
      log: stderrLog,
      machine: systemMachine(),
      secrets: await openSecretStore(choice, { namespace: dataFolder }),
    },
    {
      dataFolder,
      port: config.port ?? DEFAULT_PORT,
      timeZone: systemTimeZone(),
      version: config.version,
      simulated: false,
      maxBodyBytes: MAX_BODY_BYTES,
      priceCheckAfterMs: PRICE_CHECK_AFTER_MS,
      egress: await readEgress(process.env),
    },
  );
  await gateway.listenOnSocket();
  return gateway;
}

async function secretsChoice(setting: SecretsSetting, dataFolder: string): Promise<SecretStoreChoice> {
  if (setting.kind !== 'vault') return setting;
  const file = join(dataFolder, 'vault.json');
  if (setting.passphraseFile !== undefined)
    return { kind: 'vault', file, passphrase: await readPassphraseFile(setting.passphraseFile) };
  if (setting.passphrase === undefined) throw new VaultLocked(existsSync(file) ? 'VAULT_LOCKED' : 'VAULT_NEW');
  return { kind: 'vault', file, passphrase: setting.passphrase };
}

/** The gateway cannot start before somebody has typed the passphrase. */
export class VaultLocked extends Error {
  readonly code: VaultCode;

  constructor(code: VaultCode) {
    super(code === 'VAULT_NEW' ? 'The vault needs a passphrase.' : 'The vault is locked. Enter its passphrase.');
    this.code = code;
  }
}
