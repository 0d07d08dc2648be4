import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataFolder } from '../../gateway/platform/data-folder.ts';
import {
  MAX_BODY_BYTES,
  BILL_CHECK_AFTER_MS,
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
import { carriedCommandLine } from './carried-command-line.ts';
import type { HostConfig, SecretsSetting, VaultCode } from '../host-messages.ts';
import { PurserError } from '../../shared/errors.ts';
import { explainWeakPassphrase } from '../../gateway/secrets/passphrase-strength.ts';
import { readPassphraseFile } from '../../gateway/secrets/passphrase-file.ts';

/**
 * Opens the gateway with this machine's clock, randomness and the secret store of the person's choice, and lets the
 * command line reach it. @throws PurserError for everything a person can put right.
 */
export async function openGateway(config: HostConfig, showWindow: () => void): Promise<Gateway> {
  const dataFolder = config.dataFolder ?? defaultDataFolder(process.env);
  const choice = await secretsChoice(config.secrets, dataFolder);
  const gateway = await createGateway(
    {
      clock: systemClock,
      random: systemRandom,
      log: stderrLog,
      machine: systemMachine(),
      showWindow,
      commandLine: carriedCommandLine({
        env: process.env,
        platform: process.platform,
        resources: process.resourcesPath,
        built: import.meta.dirname,
        dataFolder,
      }),
      secrets: await openSecretStore(choice, { namespace: dataFolder }),
    },
    {
      dataFolder,
      port: config.port,
      timeZone: systemTimeZone(),
      version: config.version,
      simulated: false,
      maxBodyBytes: MAX_BODY_BYTES,
      priceCheckAfterMs: PRICE_CHECK_AFTER_MS,
      billCheckAfterMs: BILL_CHECK_AFTER_MS,
      egress: await readEgress(process.env),
    },
  );
  await gateway.listenOnSocket();
  return gateway;
}

async function secretsChoice(setting: SecretsSetting, dataFolder: string): Promise<SecretStoreChoice> {
  if (setting.kind !== 'vault') return setting;
  const file = join(dataFolder, 'vault.json');
  const isNew = !existsSync(file);
  const { passphraseFile } = setting;
  const passphrase = passphraseFile === undefined ? setting.passphrase : await readPassphraseFile(passphraseFile);
  if (passphrase === undefined) throw new VaultLocked(isNew ? 'VAULT_NEW' : 'VAULT_LOCKED');
  const weakness = isNew ? await explainWeakPassphrase(passphrase) : undefined;
  if (weakness === undefined) return { kind: 'vault', file, passphrase };
  throw passphraseFile === undefined
    ? new VaultLocked('VAULT_NEW', weakness)
    : new PurserError('INVALID_INPUT', weakness);
}

/** The gateway cannot start before somebody has typed the passphrase. */
export class VaultLocked extends Error {
  readonly code: VaultCode;

  constructor(code: VaultCode, why?: string) {
    super(
      why ?? (code === 'VAULT_NEW' ? 'The vault needs a passphrase.' : 'The vault is locked. Enter its passphrase.'),
    );
    this.code = code;
  }
}
