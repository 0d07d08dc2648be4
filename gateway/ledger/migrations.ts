// Long because migrations are added and never edited: they are read from top to bottom.
import { PurserError } from '../../shared/errors.ts';
import type { Connection } from '../platform/connection.ts';

/**
 * Numbered, transactional, never edited once released. Money is nano-dollars, time is epoch milliseconds,
 * tokens are counts. A request belongs to the window it began in, so `started_at` dates everything.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE agents (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE providers (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    base_url TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE sub_keys (
    id TEXT PRIMARY KEY,
    agent_id TEXT NOT NULL REFERENCES agents (id),
    hash TEXT NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    revoked_at INTEGER
  ) STRICT;
  CREATE TABLE caps (
    sub_key_id TEXT NOT NULL REFERENCES sub_keys (id),
    window TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (sub_key_id, window)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE prices (
    model TEXT PRIMARY KEY,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    cache_read INTEGER,
    cache_write INTEGER
  ) STRICT;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE requests (
    id TEXT PRIMARY KEY,
    sub_key_id TEXT NOT NULL REFERENCES sub_keys (id),
    agent_id TEXT NOT NULL REFERENCES agents (id),
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    stream INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    price TEXT NOT NULL,
    lowered_output INTEGER NOT NULL,
    settled_at INTEGER,
    cost INTEGER CHECK (cost >= 0),
    certainty TEXT,
    outcome TEXT,
    status INTEGER,
    input_tokens INTEGER,
    cache_read_tokens INTEGER,
    cache_write_tokens INTEGER,
    output_tokens INTEGER
  ) STRICT;
  CREATE INDEX requests_open ON requests (id) WHERE settled_at IS NULL;
  CREATE INDEX requests_by_settlement ON requests (settled_at);
  CREATE INDEX requests_by_start ON requests (started_at);
  -- Quarter hours, because every time zone's midnight falls on one.
  CREATE TABLE rollups (
    bucket INTEGER NOT NULL,
    sub_key_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    requests INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    PRIMARY KEY (bucket, sub_key_id, provider, model)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rollups_by_sub_key ON rollups (sub_key_id, bucket);
  `,
  `
  -- Append-only: each hash covers the one before. The columns beside the text are for looking up.
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    agent_id TEXT,
    sub_key_id TEXT,
    request_id TEXT,
    text TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_is_append_only_for_updates BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is ` +
    `append-only'); END;
  CREATE TRIGGER audit_is_append_only_for_deletes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is ` +
    `append-only'); END;
  `,
  `
  CREATE TABLE policies (scope TEXT PRIMARY KEY, policy TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO policies (scope, policy)
    SELECT 'key:' || sub_key_id,
           json_object('caps', json_group_array(json_object('window', window, 'rolling', json('false'), 'amount', ` +
    `amount)))
    FROM caps GROUP BY sub_key_id;
  DROP TABLE caps;
  `,
  `
  -- Secrets that were replaced by rotation. They stay known after their time, so that a tool that still sends one ` +
    `is told.
  CREATE TABLE old_secrets (
    hash TEXT PRIMARY KEY,
    sub_key_id TEXT NOT NULL REFERENCES sub_keys (id),
    valid_until INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE sub_keys ADD COLUMN rotated_at INTEGER;
  `,
  `
  -- What was used beside plain tokens, as JSON (a count by name), and the service tier: the price of a row can be ` +
    `retraced.
  ALTER TABLE requests ADD COLUMN usage_parts TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE requests ADD COLUMN tier TEXT;
  -- The upper bound that was held is there already; the endpoint says what kind of request it was.
  ALTER TABLE requests ADD COLUMN endpoint TEXT NOT NULL DEFAULT '';
  `,
  `
  -- Whatever a search compares, in the order in which it is listed: a search reads this and nothing else.
  CREATE INDEX requests_to_search ON requests (settled_at, id, agent_id, sub_key_id, provider, model, outcome, ` +
    `certainty) WHERE settled_at IS NOT NULL;
  DROP INDEX requests_by_settlement;
  CREATE INDEX audit_by_time ON audit (at);
  `,
  `
  -- What Purser changed in tools' own files, as JSON without any secret; and, sealed, what stood there before.
  CREATE TABLE connections (id TEXT PRIMARY KEY, record TEXT NOT NULL, before TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- Caps that a person has raised until a moment. Kept after it: who raised what is worth knowing.
  CREATE TABLE raises (
    scope TEXT NOT NULL,
    window TEXT NOT NULL,
    rolling INTEGER NOT NULL,
    extra INTEGER NOT NULL CHECK (extra > 0),
    until INTEGER NOT NULL,
    PRIMARY KEY (scope, window, rolling)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Of an HTTP API that is no AI provider: where its key goes and what a call costs, as JSON.
  ALTER TABLE providers ADD COLUMN http TEXT;
  `,
  `
  -- The conversation a request belongs to, as the tool names it; and the folder a sub-key is for: what a project spent.
  ALTER TABLE requests ADD COLUMN session TEXT;
  CREATE INDEX requests_by_session ON requests (session, settled_at, id) WHERE session IS NOT NULL;
  ALTER TABLE sub_keys ADD COLUMN project TEXT;
  `,
  `
  -- What prompt caches saved in each quarter of an hour, less what writing to them cost: no scan of a year's ` +
    `requests for it.
  CREATE TABLE cache_savings (bucket INTEGER PRIMARY KEY, saved INTEGER NOT NULL) STRICT;
  INSERT INTO cache_savings (bucket, saved)
    SELECT bucket, SUM(CAST(ROUND(1000 * (read * (plain - IFNULL(read_rate, plain)) - written * (IFNULL(write_rate, ` +
    `plain) - plain))) AS INTEGER)) FROM (
      SELECT started_at - started_at % 900000 AS bucket, cache_read_tokens AS read, cache_write_tokens AS written,
        IFNULL(json_extract(price, '$.input_mtok.base'), json_extract(price, '$.input_mtok')) AS plain,
        IFNULL(json_extract(price, '$.cache_read_mtok.base'), json_extract(price, '$.cache_read_mtok')) AS read_rate,
        IFNULL(json_extract(price, '$.cache_write_mtok.base'), json_extract(price, '$.cache_write_mtok')) AS write_rate
      FROM requests WHERE settled_at IS NOT NULL AND cache_read_tokens + cache_write_tokens > 0 AND json_valid(price)
    ) WHERE plain IS NOT NULL GROUP BY bucket;
  `,
  `
  -- A price of one's own may be for one provider (empty: for all): the same name costs something else elsewhere.
  CREATE TABLE prices_by_provider (
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    cache_read INTEGER,
    cache_write INTEGER,
    PRIMARY KEY (model, provider)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO prices_by_provider (model, provider, input, output, cache_read, cache_write) SELECT model, '', input, ` +
    `output, cache_read, cache_write FROM prices;
  DROP TABLE prices;
  ALTER TABLE prices_by_provider RENAME TO prices;
  `,
  `
  -- Who used what, so that a search for something rare goes where it is, and not through everything that is newer. ` +
    `A trigger, because
  -- it is known from the rollups: the first of a quarter of an hour brings it.
  CREATE TABLE used_models (
    sub_key_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    PRIMARY KEY (sub_key_id, provider, model)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO used_models (sub_key_id, agent_id, provider, model) SELECT DISTINCT sub_key_id, agent_id, provider, ` +
    `model FROM rollups;
  CREATE TRIGGER rollups_tell_used_models AFTER INSERT ON rollups BEGIN
    INSERT INTO used_models (sub_key_id, agent_id, provider, model) VALUES (NEW.sub_key_id, NEW.agent_id, ` +
    `NEW.provider, NEW.model) ON CONFLICT DO NOTHING;
  END;
  CREATE INDEX requests_by_used_model ON requests (sub_key_id, provider, model, settled_at) WHERE settled_at IS NOT ` +
    `NULL;
  -- What was cut, broke off or had to be guessed is rare, and looked for.
  CREATE INDEX requests_out_of_the_ordinary ON requests (settled_at, id, agent_id, sub_key_id, provider, model, ` +
    `outcome, certainty)
    WHERE settled_at IS NOT NULL AND (outcome <> 'served' OR certainty <> 'exact');
  `,
  `
  -- How a cost was found, and the limit on the output that Purser set. What a person says of a provider whose ` +
    `streams are left.
  ALTER TABLE requests ADD COLUMN basis TEXT;
  ALTER TABLE requests ADD COLUMN output_limit INTEGER;
  ALTER TABLE providers ADD COLUMN stops_when_left TEXT;
  `,
  `
  -- A price that a person has not set but taken over: the dearest of a provider, for a model that nobody knows the ` +
    `price of.
  ALTER TABLE prices ADD COLUMN assumed INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- The repository in which the tool worked that sent a request, where its sub-key is for no folder; and what was ` +
    `spent so in
  -- each quarter of an hour. Triggers, because a cost comes, is corrected and is dated anew in several places.
  ALTER TABLE requests ADD COLUMN project TEXT;
  CREATE TABLE project_spend (
    bucket INTEGER NOT NULL,
    sub_key_id TEXT NOT NULL,
    project TEXT NOT NULL,
    cost INTEGER NOT NULL,
    PRIMARY KEY (bucket, sub_key_id, project)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER requests_leave_project AFTER UPDATE OF project, cost, settled_at, started_at ON requests
    WHEN OLD.project IS NOT NULL AND OLD.settled_at IS NOT NULL BEGIN
    UPDATE project_spend SET cost = cost - OLD.cost
      WHERE bucket = OLD.started_at - OLD.started_at % 900000 AND sub_key_id = OLD.sub_key_id AND project = OLD.project;
  END;
  CREATE TRIGGER requests_join_project AFTER UPDATE OF project, cost, settled_at, started_at ON requests
    WHEN NEW.project IS NOT NULL AND NEW.settled_at IS NOT NULL BEGIN
    INSERT INTO project_spend (bucket, sub_key_id, project, cost)
      VALUES (NEW.started_at - NEW.started_at % 900000, NEW.sub_key_id, NEW.project, NEW.cost)
      ON CONFLICT DO UPDATE SET cost = cost + excluded.cost;
  END;
  `,
  `
  -- The models behind the names of deployments, and where these run.
  ALTER TABLE providers ADD COLUMN deployments TEXT;
  ALTER TABLE providers ADD COLUMN deployment_type TEXT;
  `,
  `
  -- A settlement and the sums that it is part of are one step: many are written with one statement. The rates of a row
  -- are dollars per million tokens, tiered ones count at their base, and rates that cannot be read save nothing.
  CREATE TRIGGER requests_settle AFTER UPDATE OF settled_at ON requests
    WHEN OLD.settled_at IS NULL AND NEW.settled_at IS NOT NULL BEGIN
    INSERT INTO rollups (bucket, sub_key_id, agent_id, provider, model, requests, cost, input_tokens, output_tokens)
      VALUES (NEW.started_at - NEW.started_at % 900000, NEW.sub_key_id, NEW.agent_id, NEW.provider, NEW.model, 1,
        NEW.cost, NEW.input_tokens, NEW.output_tokens)
      ON CONFLICT DO UPDATE SET requests = requests + 1, cost = cost + excluded.cost,
        input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens;
  END;
  CREATE TRIGGER requests_save AFTER UPDATE OF settled_at ON requests
    WHEN OLD.settled_at IS NULL AND NEW.settled_at IS NOT NULL
      AND NEW.cache_read_tokens + NEW.cache_write_tokens > 0 AND json_valid(NEW.price) BEGIN
    INSERT INTO cache_savings (bucket, saved)
      SELECT NEW.started_at - NEW.started_at % 900000,
        CAST(ROUND(1000 * (NEW.cache_read_tokens * (plain - IFNULL(read_rate, plain))
          - NEW.cache_write_tokens * (IFNULL(write_rate, plain) - plain))) AS INTEGER)
      FROM (SELECT
        IFNULL(json_extract(NEW.price, '$.input_mtok.base'), json_extract(NEW.price, '$.input_mtok')) AS plain,
        IFNULL(json_extract(NEW.price, '$.cache_read_mtok.base'), json_extract(NEW.price, '$.cache_read_mtok'))
          AS read_rate,
        IFNULL(json_extract(NEW.price, '$.cache_write_mtok.base'), json_extract(NEW.price, '$.cache_write_mtok'))
          AS write_rate)
      WHERE plain IS NOT NULL
      ON CONFLICT DO UPDATE SET saved = saved + excluded.saved;
  END;
  `,
  `
  -- The life of agents and sub-keys. An agent that is deleted, or that is part of another by now, gives its name away:
  -- \`name\` is its id then, and \`former_name\` is what its history shows. Earlier names still find an agent.
  ALTER TABLE agents ADD COLUMN archived_at INTEGER;
  ALTER TABLE agents ADD COLUMN deleted_at INTEGER;
  ALTER TABLE agents ADD COLUMN merged_into TEXT;
  ALTER TABLE agents ADD COLUMN former_name TEXT;
  CREATE TABLE earlier_names (name TEXT PRIMARY KEY, agent_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ALTER TABLE sub_keys ADD COLUMN name TEXT;
  ALTER TABLE sub_keys ADD COLUMN end_reason TEXT;
  `,
  `
  -- Requests that were refused; repeats are one row. Few of each agent are kept, and none for long.
  CREATE TABLE refusals (
    id TEXT PRIMARY KEY,
    agent_id TEXT,
    sub_key_id TEXT,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    session TEXT,
    project TEXT,
    rule TEXT NOT NULL,
    message TEXT NOT NULL,
    status INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    count INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX refusals_by_time ON refusals (last_at, id);
  CREATE INDEX refusals_by_agent ON refusals (agent_id, last_at);
  -- What a provider said when it failed.
  ALTER TABLE requests ADD COLUMN answered TEXT;
  CREATE INDEX requests_by_project ON requests (project, settled_at, id)
    WHERE project IS NOT NULL AND settled_at IS NOT NULL;
  `,
  `
  -- For tables of costs: how much of the input came from a cache; requests and tokens by repository; and what each
  -- conversation used in each quarter of an hour.
  ALTER TABLE rollups ADD COLUMN cache_read_tokens INTEGER NOT NULL DEFAULT 0;
  UPDATE rollups SET cache_read_tokens = sums.cached FROM (
      SELECT started_at - started_at % 900000 AS bucket, sub_key_id, provider, model, SUM(cache_read_tokens) AS cached
      FROM requests WHERE settled_at IS NOT NULL AND cache_read_tokens > 0 GROUP BY 1, 2, 3, 4
    ) AS sums
    WHERE rollups.bucket = sums.bucket AND rollups.sub_key_id = sums.sub_key_id
      AND rollups.provider = sums.provider AND rollups.model = sums.model;
  DROP TRIGGER requests_settle;
  CREATE TRIGGER requests_settle AFTER UPDATE OF settled_at ON requests
    WHEN OLD.settled_at IS NULL AND NEW.settled_at IS NOT NULL BEGIN
    INSERT INTO rollups (bucket, sub_key_id, agent_id, provider, model, requests, cost, input_tokens, output_tokens,
        cache_read_tokens)
      VALUES (NEW.started_at - NEW.started_at % 900000, NEW.sub_key_id, NEW.agent_id, NEW.provider, NEW.model, 1,
        NEW.cost, NEW.input_tokens, NEW.output_tokens, NEW.cache_read_tokens)
      ON CONFLICT DO UPDATE SET requests = requests + 1, cost = cost + excluded.cost,
        input_tokens = input_tokens + excluded.input_tokens, output_tokens = output_tokens + excluded.output_tokens,
        cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens;
  END;
  ALTER TABLE project_spend ADD COLUMN requests INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE project_spend ADD COLUMN input_tokens INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE project_spend ADD COLUMN cache_read_tokens INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE project_spend ADD COLUMN output_tokens INTEGER NOT NULL DEFAULT 0;
  UPDATE project_spend SET requests = sums.requests, input_tokens = sums.input, cache_read_tokens = sums.cached,
      output_tokens = sums.output
    FROM (
      SELECT started_at - started_at % 900000 AS bucket, sub_key_id, project, COUNT(*) AS requests,
        SUM(IFNULL(input_tokens, 0)) AS input, SUM(IFNULL(cache_read_tokens, 0)) AS cached,
        SUM(IFNULL(output_tokens, 0)) AS output
      FROM requests WHERE settled_at IS NOT NULL AND project IS NOT NULL GROUP BY 1, 2, 3
    ) AS sums
    WHERE project_spend.bucket = sums.bucket AND project_spend.sub_key_id = sums.sub_key_id
      AND project_spend.project = sums.project;
  DROP TRIGGER requests_leave_project;
  DROP TRIGGER requests_join_project;
  CREATE TRIGGER requests_leave_project AFTER UPDATE OF project, cost, settled_at, started_at ON requests
    WHEN OLD.project IS NOT NULL AND OLD.settled_at IS NOT NULL BEGIN
    UPDATE project_spend SET requests = requests - 1, cost = cost - OLD.cost,
        input_tokens = input_tokens - OLD.input_tokens,
        cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
        output_tokens = output_tokens - OLD.output_tokens
      WHERE bucket = OLD.started_at - OLD.started_at % 900000 AND sub_key_id = OLD.sub_key_id AND project = OLD.project;
  END;
  CREATE TRIGGER requests_join_project AFTER UPDATE OF project, cost, settled_at, started_at ON requests
    WHEN NEW.project IS NOT NULL AND NEW.settled_at IS NOT NULL BEGIN
    INSERT INTO project_spend
        (bucket, sub_key_id, project, requests, cost, input_tokens, cache_read_tokens, output_tokens)
      VALUES (NEW.started_at - NEW.started_at % 900000, NEW.sub_key_id, NEW.project, 1, NEW.cost, NEW.input_tokens,
        NEW.cache_read_tokens, NEW.output_tokens)
      ON CONFLICT DO UPDATE SET requests = requests + 1, cost = cost + excluded.cost,
        input_tokens = input_tokens + excluded.input_tokens,
        cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
        output_tokens = output_tokens + excluded.output_tokens;
  END;
  CREATE TABLE session_spend (
    bucket INTEGER NOT NULL,
    sub_key_id TEXT NOT NULL,
    session TEXT NOT NULL,
    requests INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    cache_read_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    PRIMARY KEY (bucket, sub_key_id, session)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO session_spend
      (bucket, sub_key_id, session, requests, cost, input_tokens, cache_read_tokens, output_tokens)
    SELECT started_at - started_at % 900000, sub_key_id, session, COUNT(*), SUM(cost), SUM(IFNULL(input_tokens, 0)),
      SUM(IFNULL(cache_read_tokens, 0)), SUM(IFNULL(output_tokens, 0))
    FROM requests WHERE settled_at IS NOT NULL AND session IS NOT NULL GROUP BY 1, 2, 3;
  CREATE TRIGGER requests_leave_session AFTER UPDATE OF cost, settled_at, started_at ON requests
    WHEN OLD.session IS NOT NULL AND OLD.settled_at IS NOT NULL BEGIN
    UPDATE session_spend SET requests = requests - 1, cost = cost - OLD.cost,
        input_tokens = input_tokens - OLD.input_tokens,
        cache_read_tokens = cache_read_tokens - OLD.cache_read_tokens,
        output_tokens = output_tokens - OLD.output_tokens
      WHERE bucket = OLD.started_at - OLD.started_at % 900000 AND sub_key_id = OLD.sub_key_id AND session = OLD.session;
  END;
  CREATE TRIGGER requests_join_session AFTER UPDATE OF cost, settled_at, started_at ON requests
    WHEN NEW.session IS NOT NULL AND NEW.settled_at IS NOT NULL BEGIN
    INSERT INTO session_spend
        (bucket, sub_key_id, session, requests, cost, input_tokens, cache_read_tokens, output_tokens)
      VALUES (NEW.started_at - NEW.started_at % 900000, NEW.sub_key_id, NEW.session, 1, NEW.cost, NEW.input_tokens,
        NEW.cache_read_tokens, NEW.output_tokens)
      ON CONFLICT DO UPDATE SET requests = requests + 1, cost = cost + excluded.cost,
        input_tokens = input_tokens + excluded.input_tokens,
        cache_read_tokens = cache_read_tokens + excluded.cache_read_tokens,
        output_tokens = output_tokens + excluded.output_tokens;
  END;
  `,
  // The spending of one conversation, for a cap on each.
  `
  CREATE INDEX session_spend_by_session ON session_spend (session);
  `,
  // MCP servers, and their tools as they were when a person trusted them.
  `
  CREATE TABLE mcp_servers (
    name TEXT PRIMARY KEY,
    way TEXT NOT NULL,
    prices TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE mcp_tools (
    server TEXT NOT NULL REFERENCES mcp_servers (name) ON DELETE CASCADE,
    name TEXT NOT NULL,
    trusted TEXT NOT NULL,
    PRIMARY KEY (server, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX requests_of_tools ON requests (provider, started_at, outcome, cost) WHERE endpoint = 'tools/call';
  `,
  // Why a request was refused, as a code and values (JSON): a page says it in the language of its reader.
  `
  ALTER TABLE refusals ADD COLUMN about TEXT;
  `,
  // Where the key of a provider comes from (JSON), when it is not in the secret store.
  `
  ALTER TABLE providers ADD COLUMN key_from TEXT;
  `,
  // Bills of providers as they were read last (JSON), and since when there is a key that reads them.
  `
  ALTER TABLE providers ADD COLUMN admin_key_at INTEGER;
  CREATE TABLE bills (
    provider TEXT PRIMARY KEY REFERENCES providers (name) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    bill TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // MCP servers that were moved out of a tool's file: what stood there is sealed.
  `
  CREATE TABLE mcp_moves (id TEXT PRIMARY KEY, record TEXT NOT NULL, before TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
];

/**
 * Brings a database up to date.
 * @param upTo an older version, for a test of later migrations
 * @throws PurserError `DATABASE_TOO_NEW` when a newer Purser wrote it: reading it could lose money
 */
export async function migrate(connection: Connection, upTo = MIGRATIONS.length): Promise<void> {
  const [row] = await connection.all('PRAGMA user_version');
  const version = Number(row?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new PurserError(
      'DATABASE_TOO_NEW',
      `This data folder was written by a newer Purser (ledger version ${version}; this one ` +
        `knows ${MIGRATIONS.length}). Update Purser, or choose another folder with --data-dir.`,
    );
  }
  for (const [index, sql] of MIGRATIONS.slice(0, upTo).entries()) {
    if (index < version) continue;
    await connection.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
