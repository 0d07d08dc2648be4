import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';
import type { McpPrice } from '../../../shared/mcp/mcp-views.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { AuditEntry, AuditKind } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { McpServerRecord } from '../../ledger/records.ts';
import { statements } from '../../ledger/statements.ts';
import { readIfThere, writeAtomically } from '../../platform/atomic-file.ts';
import type { Clock } from '../../platform/ports.ts';
import type { SecretStore } from '../../secrets/secret-store.ts';
import { readLogin } from '../upstream/login/kept-login.ts';
import type { LoginStore } from '../upstream/login/kept-login.ts';
import { readSecrets, secretNames, whereabouts, writeSecrets } from './secrets-text.ts';
import type { McpSecrets } from './secrets-text.ts';

/** MCP servers and their secrets, which are in the secret store only. */
export interface McpServerBook {
  servers(): readonly McpServerRecord[];
  find(name: string): McpServerRecord | undefined;
  /** @throws PurserError `SECRETS_UNAVAILABLE` when the store does not answer, or has them no more */
  secretsOf(record: McpServerRecord): Promise<McpSecrets>;
  /**
   * @param description of an API, kept as a file of its own
   * @throws PurserError `CONFLICT` for a name that is taken
   */
  add(record: McpServerRecord, secrets: McpSecrets, description?: string): Promise<void>;
  /** The description of an API, as it was kept; empty where there is none. */
  descriptionOf(name: string): Promise<string>;
  /** Logins at servers elsewhere; they are in the secret store, too. */
  readonly logins: LoginStore;
  setPrices(name: ProviderName, prices: readonly McpPrice[]): Promise<void>;
  /** @throws PurserError `NOT_FOUND` */
  remove(name: ProviderName): Promise<void>;
}

interface BookDeps {
  readonly ledger: Pick<Ledger, 'contents' | 'write'>;
  readonly secrets: SecretStore;
  readonly dataFolder: string;
  readonly clock: Clock;
  /** True for the name of a provider: servers stand beside them in caps and in the ledger. */
  readonly isProvider: (name: string) => boolean;
}

const secretName = (name: ProviderName): string => `mcp:${name}`;

const loginName = (name: string): string => `mcp-login:${name}`;

/** The sentence for a name that nobody has. */
export function noSuchServer(name: string): PurserError {
  return new PurserError('NOT_FOUND', `There is no MCP server named "${name}". See \`purser mcp list\`.`);
}

/** @see McpServerBook */
export function openServerBook({ ledger, secrets, clock, dataFolder, isProvider }: BookDeps): McpServerBook {
  const fileOf = (name: string): string => join(dataFolder, 'mcp', `${name}.openapi`);
  const servers = new Map<string, McpServerRecord>(ledger.contents.mcpServers.map((record) => [record.name, record]));
  const note = (kind: AuditKind, detail: AuditEntry['detail']): AuditEntry => ({ at: clock.now(), kind, detail });
  return {
    servers: () => [...servers.values()],
    find: (name) => servers.get(name),
    async secretsOf({ name, way }) {
      const wanted = secretNames(way);
      if (wanted.length === 0) return {};
      const kept = readSecrets((await secrets.get(secretName(name))) ?? '');
      const missing = wanted.find((one) => !Object.hasOwn(kept, one));
      if (missing === undefined) return kept;
      throw new PurserError(
        'SECRETS_UNAVAILABLE',
        `The secret store has no ${missing} for the MCP server ${name} (secrets kept in memory are gone after a ` +
          `restart). Remove the server and add it again.`,
      );
    },
    descriptionOf: async (name) => (await readIfThere(fileOf(name))) ?? '',
    async add(record, given, description) {
      const { name, way } = record;
      if (servers.has(name) || isProvider(name))
        throw new PurserError(
          'CONFLICT',
          `There is already ${servers.has(name) ? 'an MCP server' : 'a provider'} named "${name}". Choose another ` +
            `name.`,
        );
      servers.set(name, record);
      try {
        // The secret comes first: a server without it would fail for the wrong reason.
        if (Object.keys(given).length > 0) await secrets.set(secretName(name), writeSecrets(given));
        if (description !== undefined) await writeAtomically(fileOf(name), description);
        await ledger.write(
          [statements.addMcpServer(record)],
          [note('mcp-server-added', { name, ...whereabouts(way) })],
        );
      } catch (error) {
        servers.delete(name);
        await secrets.delete(secretName(name)).catch(() => undefined);
        await rm(fileOf(name), { force: true });
        throw error;
      }
    },
    logins: {
      read: async (name) => readLogin(await secrets.get(loginName(name))),
      write: (name, login) => secrets.set(loginName(name), JSON.stringify(login)),
    },
    async setPrices(name, prices) {
      const record = servers.get(name);
      if (!record) throw noSuchServer(name);
      const detail = { name, prices: prices.length };
      await ledger.write([statements.setMcpPrices(name, prices)], [note('mcp-server-changed', detail)]);
      servers.set(name, { ...record, prices });
    },
    async remove(name) {
      if (!servers.has(name)) throw noSuchServer(name);
      await secrets.delete(secretName(name));
      await secrets.delete(loginName(name));
      await rm(fileOf(name), { force: true });
      await ledger.write([statements.removeMcpServer(name)], [note('mcp-server-removed', { name })]);
      servers.delete(name);
    },
  };
}
