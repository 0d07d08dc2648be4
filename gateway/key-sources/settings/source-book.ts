import type { Dispatcher } from 'undici';
import { PurserError } from '../../../shared/errors.ts';
import type {
  AwsSettings,
  SourceKind,
  SourceSettings,
  VaultSettings,
} from '../../../shared/key-source/source-settings.ts';
import type { AuditEntry, AuditKind } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { sourceRow } from '../../ledger/read/read-sources.ts';
import { statements } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';
import type { SecretStore } from '../../secrets/secret-store.ts';
import { createAskVault } from '../vault/ask-vault.ts';
import type { OpenVault } from '../vault/read-vault.ts';
import { createVaultSession, unwrap } from '../vault/vault-session.ts';
import type { VaultSession } from '../vault/vault-session.ts';

/** Secret managers as the person has set them up; their logins are in the secret store only. */
export interface SourceBook {
  list(): readonly SourceSettings[];
  /**
   * Logs in, and keeps how. What was known of this manager before is replaced.
   * @returns a sentence about the login
   * @throws PurserError `SECRETS_UNAVAILABLE`; then nothing was changed
   */
  add(source: NewSource): Promise<string>;
  /** @throws PurserError `NOT_FOUND` */
  remove(kind: SourceKind): Promise<void>;
  /** What is known of AWS; undefined where nothing is. */
  aws(): AwsSettings | undefined;
  /** The Vault that is set up. @throws PurserError `SECRETS_UNAVAILABLE` where none is */
  vault(): Promise<OpenVault>;
  /** Ends the logins of this run. */
  close(): Promise<void>;
}

export interface NewSource {
  readonly settings: SourceSettings;
  readonly secret?: string | undefined;
  /** The secret is a token that unwraps the real one. */
  readonly wrapped: boolean;
}

interface SourceBookDeps {
  readonly ledger: Pick<Ledger, 'contents' | 'write'>;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  /** The gateway's own way out. */
  readonly dispatcher: Dispatcher;
}

const NO_LOGIN_OF_AWS =
  'AWS is asked with the credentials that its own chain finds (variables, a profile, single sign-on, the machine), ' +
  'so there is no login to give. Choose a profile with --profile NAME.';

/** What is known, by kind. */
interface Known {
  vault?: VaultSettings;
  aws?: AwsSettings;
}

function createKnown(kept: readonly SourceSettings[]): Known {
  const known: Known = {};
  for (const settings of kept) Object.assign(known, { [settings.kind]: settings });
  return known;
}

/** A person waits for it. */
const LOGIN_MS = 20_000;
/** Nobody waits long for a goodbye. */
const GOODBYE_MS = 2_000;

/** @see SourceBook */
export function createSourceBook({ ledger, secrets, clock, dispatcher }: SourceBookDeps): SourceBook {
  const known = createKnown(ledger.contents.keySources);
  let opened: Promise<OpenVault> | undefined;
  const secretName = (kind: SourceKind): string => `key-source:${kind}`;
  const note = (kind: AuditKind, detail: AuditEntry['detail']): AuditEntry => ({ at: clock.now(), kind, detail });
  const open = (settings: VaultSettings, secret: string): OpenVault => {
    const ask = createAskVault(settings, dispatcher);
    return { settings, ask, session: createVaultSession(settings, secret, ask) };
  };
  const openKept = async (): Promise<OpenVault> => {
    const settings = known.vault;
    if (!settings) throw missing('Purser knows no Vault. Tell it where it is: purser provider source add vault');
    const secret = await secrets.get(secretName('vault'));
    if (secret !== undefined) return open(settings, secret);
    throw missing(
      'The secret store has no login for Vault any more (what is kept in memory is gone after a restart). Log in ' +
        'anew: purser provider source add vault',
    );
  };
  const keep = async (settings: SourceSettings, login: string): Promise<void> => {
    const { kind, address = 'the usual one' } = settings;
    await ledger.write(
      [statements.setSetting(sourceRow(kind), JSON.stringify(settings))],
      [note('key-source-added', { kind, address, login })],
    );
    Object.assign(known, { [kind]: settings });
  };
  const close = async (): Promise<void> => {
    const before = await opened?.catch(() => undefined);
    opened = undefined;
    // Its tokens end by themselves, too.
    await before?.session.end(AbortSignal.timeout(GOODBYE_MS)).catch(() => undefined);
  };
  return {
    list: () => [known.vault, known.aws].filter((settings) => settings !== undefined),
    aws: () => known.aws,
    async add({ settings, secret: given, wrapped }) {
      if (settings.kind === 'aws') {
        if (given !== undefined || wrapped) throw new PurserError('INVALID_INPUT', NO_LOGIN_OF_AWS);
        await keep(settings, 'its own chain');
        return 'Purser asks AWS with the credentials that its own chain finds on this machine.';
      }
      if (given === undefined)
        throw new PurserError('INVALID_INPUT', 'Vault needs a login: a token, a secret id or a password.');
      const signal = AbortSignal.timeout(LOGIN_MS);
      const secret = wrapped ? await unwrap(given, createAskVault(settings, dispatcher), signal) : given;
      const fresh = open(settings, secret);
      await fresh.session.token(signal);
      const before = await secrets.get(secretName('vault'));
      await secrets.set(secretName('vault'), secret);
      try {
        await keep(settings, settings.auth.method);
      } catch (error) {
        await (before === undefined ? secrets.delete(secretName('vault')) : secrets.set(secretName('vault'), before));
        throw error;
      }
      await close();
      opened = Promise.resolve(fresh);
      return `Vault at ${settings.address} takes this login; ${lifeWords(fresh.session)}.`;
    },
    async remove(kind) {
      if (!known[kind])
        throw new PurserError('NOT_FOUND', `${kind} is not set up. See \`purser provider source list\`.`);
      if (kind === 'vault') await close();
      await secrets.delete(secretName(kind));
      await ledger.write([statements.removeSetting(sourceRow(kind))], [note('key-source-removed', { kind })]);
      delete known[kind];
    },
    vault: () =>
      (opened ??= openKept().catch((error: unknown) => {
        opened = undefined;
        throw error;
      })),
    close,
  };
}

function missing(message: string): PurserError {
  return new PurserError('SECRETS_UNAVAILABLE', message);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** For how long a login is good, in the unit that fits. */
function lifeWords({ leftMs, goesOn }: VaultSession): string {
  const ms = leftMs();
  if (ms === undefined) return 'its token has no end';
  const [count, unit] = ms >= 1.5 * HOUR_MS ? [ms / HOUR_MS, 'hours'] : [ms / MINUTE_MS, 'minutes'];
  const then = goesOn() ? 'Purser renews it' : 'cannot be renewed: log in anew before it ends';
  return `its token lives for ${Math.max(Math.round(count), 1)} ${unit}, and ${then}`;
}
