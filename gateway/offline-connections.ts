import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Disconnected, ToolView } from '../shared/contract/connection-views.ts';
import { PurserError } from '../shared/errors.ts';
import { createDirectory } from './accounts/directory.ts';
import { createLimits } from './accounts/limits.ts';
import type { Accounts } from './accounts/open-accounts.ts';
import { createNotices } from './accounts/notices.ts';
import { createStopBook } from './accounts/stop-book.ts';
import { keyLookups } from './engine/open-connections.ts';
import { createConfigFiles } from './connections/files/config-files.ts';
import { createConnectionBook } from './connections/connection-book.ts';
import { createMachinePaths } from './connections/files/machine-paths.ts';
import { surveyTools } from './connections/survey.ts';
import { TOOLS } from './connections/tools/tools.ts';
import { leave, planLeave } from './connections/mcp-moves/leave.ts';
import { createMoveBook } from './connections/mcp-moves/move-book.ts';
import { toolOf } from './connections/connection-deps.ts';
import type { ConnectionDeps, McpKeeper } from './connections/connection-deps.ts';
import { holdDataFolder } from './platform/hold-folder.ts';
import { openLedger } from './ledger/ledger.ts';
import type { Clock, Logger, Machine, Random } from './platform/ports.ts';
import { createSeal } from './secrets/seal.ts';
import type { SecretStore } from './secrets/secret-store.ts';

interface OfflineDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly machine: Machine;
  /**
   * Opens the secret store, but only when a file's earlier contents are needed.
   * @throws PurserError `SECRETS_UNAVAILABLE`
   */
  readonly secrets: () => Promise<SecretStore>;
}

/** The part of connections that works while no Purser runs: list them, and put a tool's files back. */
export interface OfflineConnections {
  list(): Promise<ToolView[]>;
  /**
   * Does what the running gateway does, audit entry included.
   * @throws PurserError `NOT_FOUND`, `CONFLICT`, `SECRETS_UNAVAILABLE`
   */
  disconnect(id: string, dryRun: boolean): Promise<Disconnected>;
}

/** Logs nothing: the command that calls this reports for itself. */
const SILENT: Logger = { log: () => undefined };

/** True if a Purser has kept its ledger in this folder. */
export function hasLedger(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'ledger.sqlite'));
}

/**
 * Locks the data folder for one piece of work, so that no gateway starts meanwhile, and works on the ledger directly.
 * @throws PurserError `DATA_FOLDER_IN_USE`, `DATABASE_TOO_NEW`, `LEDGER_UNAVAILABLE`
 */
export async function withOfflineConnections<T>(
  deps: OfflineDeps,
  dataFolder: string,
  use: (connections: OfflineConnections) => Promise<T>,
): Promise<T> {
  const folder = await holdDataFolder(dataFolder, SILENT);
  try {
    const ledger = await openLedger(dataFolder);
    try {
      const stops = createStopBook({
        ledger,
        notices: createNotices(() => undefined),
        clock: deps.clock,
        log: SILENT,
        changed: () => undefined,
      });
      const { clock, random } = deps;
      // Nothing is spent while no gateway runs, so no book needs to count.
      const limits = createLimits({
        ledger,
        stops,
        clock,
        spend: { setCaps: () => undefined, setParts: () => undefined, partsRead: () => Promise.resolve() },
      });
      const directory = createDirectory({ ledger, stops, limits, clock, random });
      const done = await use(openOffline(deps, ledger, { directory, limits }));
      if ((await stops.close()) > 0)
        throw new PurserError(
          'LEDGER_UNAVAILABLE',
          'The files are as they were, but that the sub-key is revoked could not be written. Free some space, and ' +
            'try again.',
        );
      return done;
    } finally {
      await ledger.close();
    }
  } finally {
    await folder.release();
  }
}

function openOffline(
  { clock, random, machine, secrets }: OfflineDeps,
  ledger: Awaited<ReturnType<typeof openLedger>>,
  accounts: Pick<Accounts, 'directory' | 'limits'>,
): OfflineConnections {
  const store: Pick<SecretStore, 'get' | 'set'> = {
    get: async (name) => (await secrets()).get(name),
    set: async (name, secret) => (await secrets()).set(name, secret),
  };
  const book = createConnectionBook(ledger, createSeal(store, random, 'connections:seal'));
  const moves = createMoveBook(ledger, createSeal(store, random, 'connections:seal'));
  const depsFor = (gatewayUrl: string): ConnectionDeps => ({
    machine,
    book,
    moves,
    clock,
    gatewayUrl,
    paths: createMachinePaths(machine),
    files: createConfigFiles(),
    keys: endingKeys(accounts),
    tools: TOOLS,
    keyCommand: notOffline,
    routes: () => ({}),
    mcp: { hasServers: () => false, command: notOffline, keeper: idleKeeper(ledger) },
  });
  return {
    async list() {
      const views: ToolView[] = [];
      for (const record of book.all()) {
        // It points at Purser's last address, the best guess while none runs.
        const connection = { ...depsFor(record.gatewayUrl), tools: [toolOf(depsFor(''), record.tool)] };
        const [view] = await surveyTools({ ...connection, book: { ...book, all: () => [record] } });
        if (view) views.push({ ...view, ready: true });
      }
      return views;
    },
    async disconnect(id, dryRun) {
      const record = book.find(id);
      if (!record) throw new PurserError('NOT_FOUND', `"${id}" is not connected. See \`purser connections\`.`);
      const connection = depsFor(record.gatewayUrl);
      return dryRun ? planLeave(connection, record) : leave(connection, record);
    },
  };
}

/** Allows existing sub-keys to be revoked; anything new needs a running gateway. */
function endingKeys(accounts: Pick<Accounts, 'directory' | 'limits'>): ConnectionDeps['keys'] {
  return {
    ...keyLookups(accounts),
    issue: notOffline,
    takeToken: notOffline,
    renew: notOffline,
    allow: notOffline,
    revoke: async (id) => void (await accounts.directory.revoke(id)),
  };
}

/** What was moved goes back into the tool's file; in Purser it stays until one runs, and the person is told so. */
function idleKeeper({ contents }: Awaited<ReturnType<typeof openLedger>>): McpKeeper {
  return {
    keepsSecrets: true,
    holderOf: (name) => (contents.mcpServers.some((server) => server.name === name) ? 'server' : undefined),
    isSame: () => Promise.resolve(false),
    keep: notOffline,
    release: () => Promise.resolve(false),
  };
}

function notOffline(): never {
  throw new PurserError(
    'GATEWAY_UNREACHABLE',
    'Purser must be running for this. Open the app, or start one with `purser serve`.',
  );
}
