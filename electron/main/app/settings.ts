import { resolve } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';
import type { SecretsSetting } from '../../host-messages.ts';

/** The settings that the environment gives the desktop app. Absent means default. */
export interface Settings {
  readonly dataFolder: string | undefined;
  readonly port: number | undefined;
  /** Undefined: nothing was said, so it is what the person chose in the app, or the keychain. */
  readonly secrets: SecretsSetting | undefined;
  /** Where `electron-vite dev` serves the renderer. Honoured in an unpackaged app only. */
  readonly rendererUrl: string | undefined;
  /** `XDG_CURRENT_DESKTOP`: GNOME's panel is dark whatever the theme says. */
  readonly desktop: string;
  /** The AppImage that Purser was started from, if it was. */
  readonly appImage: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The only place in the desktop app that reads the environment.
 * @throws PurserError `INVALID_INPUT` for a value Purser does not understand: guessing could put keys in the wrong
 * place.
 */
export function readSettings(env: Environment): Settings {
  return {
    // Resolved as the command line does, so that both mean the same folder.
    dataFolder: env['PURSER_DATA_DIR'] ? resolve(env['PURSER_DATA_DIR']) : undefined,
    port: readPort(env['PURSER_PORT']),
    secrets: readSecrets(env['PURSER_SECRETS'], env['PURSER_PASSPHRASE_FILE']),
    rendererUrl: env['ELECTRON_RENDERER_URL'],
    desktop: env['XDG_CURRENT_DESKTOP'] ?? '',
    appImage: env['APPIMAGE'],
  };
}

function readPort(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new PurserError('INVALID_INPUT', `PURSER_PORT is "${value}". Give a port number from 0 to 65535.`);
}

function readSecrets(kind: string | undefined, passphraseFile: string | undefined): SecretsSetting | undefined {
  if (!kind) return undefined;
  if (kind === 'keychain') return { kind: 'keychain' };
  if (kind === 'memory') return { kind: 'memory' };
  if (kind !== 'vault') {
    throw new PurserError('INVALID_INPUT', `PURSER_SECRETS is "${kind}". Use keychain, vault or memory.`);
  }
  // Without a file a window asks for the passphrase.
  return passphraseFile ? { kind: 'vault', passphraseFile } : { kind: 'vault' };
}
