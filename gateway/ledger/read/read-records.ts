import { z } from 'zod';
import { CAP_WINDOWS, nanodollarsSchema } from '../../../shared/cap.ts';
import type { SourceSettings } from '../../../shared/key-source/source-settings.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import type { AgentId, SubKeyId } from '../../../shared/ids.ts';
import { policySchema, policyScopeSchema } from '../../../shared/policy.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../shared/settings/settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import type { CapRaise } from '../../domain/caps/cap-book.ts';
import { capOwnerSchema } from '../cap-owner.ts';
import type { CapOwnerName } from '../../domain/caps/part-caps.ts';
import type { PriceOverride } from '../../domain/price/price-override.ts';
import type { Connection } from '../../platform/connection.ts';
import { END_CAUSES } from '../../../shared/contract/views.ts';
import { readMcp } from './read-mcp.ts';
import { readProviders } from './read-providers.ts';
import type { McpContents } from './read-mcp.ts';
import { readSources } from './read-sources.ts';
import type {
  AgentRecord,
  OldSecretRecord,
  OwnerRecord,
  ProviderRecord,
  ReservationRecord,
  SubKeyRecord,
} from '../records.ts';

const flag = z.number().transform((value) => value !== 0);

const agentRow = z.object({
  id: agentIdSchema,
  name: z.string(),
  createdAt: z.int(),
  paused: flag,
  archivedAt: z.int().nullable(),
  deletedAt: z.int().nullable(),
  mergedInto: agentIdSchema.nullable(),
});
const keyRow = z.object({
  id: subKeyIdSchema,
  agentId: agentIdSchema,
  hash: z.string(),
  hint: z.string(),
  createdAt: z.int(),
  paused: flag,
  revokedAt: z.int().nullable(),
  endReason: z.enum(END_CAUSES).exclude(['expired']).nullable(),
  name: z.string().nullable(),
  rotatedAt: z.int().nullable(),
  project: z.string().nullable(),
});
const oldSecretRow = z.object({ hash: z.string(), subKeyId: subKeyIdSchema, validUntil: z.int() });
const settingRow = z.object({ name: z.string(), value: z.string() });
const earlierNameRow = z.object({ name: z.string(), agentId: agentIdSchema });
const mergingRow = z.object({ id: agentIdSchema });
const tokenRow = z.object({ agentId: agentIdSchema, subKeyId: subKeyIdSchema });
const ownerRow = z.object({ thing: z.string(), subKeyId: subKeyIdSchema });
const keepBodiesRow = z.object({ agentId: agentIdSchema, days: z.string().transform(Number).pipe(z.int().positive()) });
const policyRow = z.object({
  scope: policyScopeSchema,
  policy: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(policySchema),
});
const connectionRow = z.object({ record: z.string(), before: z.string() });
const priceRow = z
  .object({
    model: z.string(),
    provider: providerNameSchema.nullable(),
    input: nanodollarsSchema,
    output: nanodollarsSchema,
    cacheRead: nanodollarsSchema.nullable(),
    cacheWrite: nanodollarsSchema.nullable(),
    assumed: flag,
  })
  // Only of a price that is assumed: every other one is read back as it was set.
  .transform(({ assumed, ...price }) => (assumed ? { ...price, assumed } : price));
const reservationRow = z.object({
  id: requestIdSchema,
  subKeyId: subKeyIdSchema,
  agentId: agentIdSchema,
  provider: providerNameSchema,
  model: z.string(),
  endpoint: z.string(),
  stream: flag,
  startedAt: z.int(),
  reserved: nanodollarsSchema,
  price: z.string(),
  loweredOutput: flag,
  outputLimit: z.int().nullable(),
  session: z.string().nullable(),
});

const raiseRow = z.object({
  owner: capOwnerSchema,
  window: z.enum(CAP_WINDOWS),
  rolling: flag,
  extra: nanodollarsSchema,
  until: z.int(),
});

/** The daily look at published prices: whether a person wants it, knows of it, and when it was last made. */
export interface PriceCheckRecord {
  readonly on: boolean;
  readonly introduced: boolean;
  readonly at: number | null;
}

/** Everything the gateway keeps in memory while it runs. */
export interface LedgerContents extends McpContents {
  readonly agents: readonly AgentRecord[];
  readonly providers: readonly ProviderRecord[];
  /** Names that agents had before, in lower case. */
  readonly earlierNames: ReadonlyMap<string, AgentId>;
  /** Agents whose past requests have not all been moved to the agent that they are part of. */
  readonly merging: readonly AgentId[];
  readonly keys: readonly SubKeyRecord[];
  readonly oldSecrets: readonly OldSecretRecord[];
  readonly policies: ReadonlyMap<PolicyScope, Policy>;
  readonly raises: readonly (CapRaise & { readonly owner: CapOwnerName })[];
  readonly prices: readonly PriceOverride[];
  readonly everythingPaused: boolean;
  /** When that was; null where it is not, or was not kept yet. */
  readonly everythingPausedAt: number | null;
  readonly priceCheck: PriceCheckRecord;
  readonly settings: Settings;
  /** The sub-key behind each agent's short-lived tokens. */
  readonly tokens: ReadonlyMap<AgentId, SubKeyId>;
  /** Things that providers keep, and who made them. */
  readonly owners: readonly OwnerRecord[];
  /** The agents whose requests and replies are kept, and for how many days. */
  readonly keepBodies: ReadonlyMap<AgentId, number>;
  /** As they were written; the room of connections knows their form. */
  readonly connections: readonly { readonly record: string; readonly before: string }[];
  /** Requests that were under way when the last gateway died. */
  readonly open: readonly ReservationRecord[];
  /** Secret managers that are set up. */
  readonly keySources: readonly SourceSettings[];
}

/** Whether everything is paused, and since when. */
async function readPause(
  connection: Connection,
): Promise<Pick<LedgerContents, 'everythingPaused' | 'everythingPausedAt'>> {
  const rows = await connection.all("SELECT name, value FROM settings WHERE name LIKE 'everything-paused%'");
  const settings = new Map(
    z
      .array(settingRow)
      .parse(rows)
      .map(({ name, value }) => [name, value]),
  );
  const everythingPaused = settings.get('everything-paused') === '1';
  const at = settings.get('everything-paused-at');
  return { everythingPaused, everythingPausedAt: everythingPaused && at !== undefined ? Number(at) : null };
}

/** Reads it all, once, at start. @throws when a row is not of the form the migrations promise */
export async function readContents(connection: Connection): Promise<LedgerContents> {
  const agents = await connection.all(
    'SELECT id, IFNULL(former_name, name) AS name, created_at AS createdAt, paused, archived_at AS archivedAt, ' +
      'deleted_at AS deletedAt, merged_into AS mergedInto FROM agents ORDER BY created_at, agents.name',
  );
  const keys = await connection.all(
    'SELECT id, agent_id AS agentId, hash, hint, created_at AS createdAt, paused, revoked_at AS revokedAt, ' +
      'rotated_at AS rotatedAt, project, end_reason AS endReason, name FROM sub_keys ORDER BY created_at, id',
  );
  const policies = z.array(policyRow).parse(await connection.all('SELECT scope, policy FROM policies'));
  const prices = await connection.all(
    "SELECT model, NULLIF(provider, '') AS provider, input, output, cache_read AS cacheRead, cache_write AS " +
      'cacheWrite, assumed FROM prices ORDER BY model, provider',
  );
  const settings = await connection.all("SELECT value FROM settings WHERE name = 'settings'");
  const tokens = z
    .array(tokenRow)
    .parse(
      await connection.all(
        "SELECT substr(name, 7) AS agentId, value AS subKeyId FROM settings WHERE name LIKE 'token:%'",
      ),
    );
  const owners = z
    .array(ownerRow)
    .parse(
      await connection.all(
        "SELECT substr(name, 7) AS thing, value AS subKeyId FROM settings WHERE name LIKE 'owner:%'",
      ),
    );
  const keepBodies = z
    .array(keepBodiesRow)
    .parse(
      await connection.all(
        "SELECT substr(name, 13) AS agentId, value AS days FROM settings WHERE name LIKE 'keep-bodies:%'",
      ),
    );
  const open = await connection.all(
    `SELECT id, sub_key_id AS subKeyId, agent_id AS agentId, provider, model, endpoint, stream, started_at AS ` +
      `startedAt, reserved, price,
       lowered_output AS loweredOutput, output_limit AS outputLimit, session FROM requests WHERE settled_at IS NULL`,
  );
  return {
    agents: z.array(agentRow).parse(agents),
    providers: await readProviders(connection),
    ...(await readMcp(connection)),
    ...(await readMerged(connection)),
    keys: z.array(keyRow).parse(keys),
    oldSecrets: z
      .array(oldSecretRow)
      .parse(await connection.all('SELECT hash, sub_key_id AS subKeyId, valid_until AS validUntil FROM old_secrets')),
    policies: new Map(policies.map(({ scope, policy }) => [scope, policy])),
    raises: z
      .array(raiseRow)
      .parse(await connection.all('SELECT scope AS owner, window, rolling, extra, until FROM raises')),
    prices: z.array(priceRow).parse(prices),
    connections: z
      .array(connectionRow)
      .parse(await connection.all('SELECT record, before FROM connections ORDER BY id')),
    keepBodies: new Map(keepBodies.map(({ agentId, days }) => [agentId, days])),
    owners,
    keySources: await readSources(connection),
    tokens: new Map(tokens.map(({ agentId, subKeyId }) => [agentId, subKeyId])),
    settings: readSettings(settings[0]?.['value']),
    ...(await readPause(connection)),
    priceCheck: await readPriceCheck(connection),
    open: z.array(reservationRow).parse(open),
  };
}

async function readPriceCheck(connection: Connection): Promise<LedgerContents['priceCheck']> {
  const kept = new Map(
    z
      .array(settingRow)
      .parse(await connection.all("SELECT name, value FROM settings WHERE name LIKE 'price-check%'"))
      .map(({ name, value }) => [name, value]),
  );
  const at = kept.get('price-check-at');
  return {
    on: kept.get('price-check') !== '0',
    introduced: kept.has('price-check-introduced'),
    at: at === undefined ? null : Number(at),
  };
}

/** The names that agents had, and merges that are not finished. */
async function readMerged(connection: Connection): Promise<Pick<LedgerContents, 'earlierNames' | 'merging'>> {
  const earlier = await connection.all('SELECT name, agent_id AS agentId FROM earlier_names');
  const merging = await connection.all("SELECT substr(name, 9) AS id FROM settings WHERE name LIKE 'merging:%'");
  return {
    earlierNames: new Map(
      z
        .array(earlierNameRow)
        .parse(earlier)
        .map(({ name, agentId }) => [name, agentId]),
    ),
    merging: z
      .array(mergingRow)
      .parse(merging)
      .map(({ id }) => id),
  };
}

/** A setting that another version wrote, and this one does not know, must keep nobody from starting. */
function readSettings(value: unknown): Settings {
  if (typeof value !== 'string') return DEFAULT_SETTINGS;
  return settingsSchema.safeParse(JSON.parse(value)).data ?? DEFAULT_SETTINGS;
}
