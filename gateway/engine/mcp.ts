import type { McpChangeView, McpPrice, McpServerView, McpToolView, McpWay } from '../../shared/mcp/mcp-views.ts';
import { PurserError } from '../../shared/errors.ts';
import type { ProviderName } from '../../shared/ids.ts';
import { ZERO } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { visibleLines, visibleText } from '../../shared/visible-text.ts';
import { mayDestroy } from '../domain/mcp/tool-facts.ts';
import type { McpTally } from '../ledger/read/read-mcp.ts';
import type { McpServerRecord } from '../ledger/records.ts';
import { payeeOf } from '../domain/mcp/payee.ts';
import { capView } from './cap-parts.ts';
import type { LoginStep } from '../mcp/upstream/login/log-in.ts';
import type { Engine } from './engine.ts';

interface NewServer {
  readonly name: ProviderName;
  readonly way: McpWay;
  readonly secrets: Readonly<Record<string, string>>;
  readonly prices: readonly McpPrice[];
  readonly unchecked: boolean;
  readonly description?: string | undefined;
  readonly descriptionUrl?: string | undefined;
  /** Left out: now. */
  readonly createdAt?: number | undefined;
}

/** The parts of a gateway that adding a server needs. */
type Adding = Pick<Engine, 'mcp' | 'providers' | 'clock' | 'spend' | 'limits'>;

/** Every server with its tools and what its calls add up to, oldest first. */
export async function listMcpServers(engine: Engine): Promise<McpServerView[]> {
  const tallies = new Map((await engine.ledger.mcpTallies()).map((tally) => [tally.server, tally]));
  return engine.mcp.servers.servers().map((record) => viewOf(engine, record, tallies.get(record.name)));
}

/**
 * Keeps a server, after reaching it once.
 * @throws PurserError `CONFLICT`; `INVALID_INPUT` where it cannot be reached, or a secret is missing
 */
export async function addMcpServer(
  engine: Adding,
  { unchecked, secrets, description, descriptionUrl, createdAt = engine.clock.now(), ...input }: NewServer,
): Promise<McpServerView> {
  const { servers, hub, trust } = engine.mcp;
  const prices = pricesOf(engine, input);
  const record: McpServerRecord = { ...input, prices, createdAt };
  assertSecrets(record, secrets);
  await servers.add(record, secrets, description ?? (await fetched(engine, input.way, descriptionUrl)));
  try {
    await hub.ready(record);
  } catch (error) {
    if (!unchecked) {
      await servers.remove(record.name);
      trust.forget(record.name);
      await hub.stop(record.name);
      const why = error instanceof Error ? error.message : '';
      throw new PurserError('INVALID_INPUT', `${why} Nothing was kept.`);
    }
  }
  return viewOf(engine, record, undefined);
}

/** Stops a server, cuts what runs there, and forgets it. @throws PurserError `NOT_FOUND` */
export async function removeMcpServer(engine: Pick<Engine, 'mcp'>, name: ProviderName): Promise<void> {
  const { servers, hub, trust } = engine.mcp;
  await servers.remove(name);
  trust.forget(name);
  await hub.stop(name);
  engine.mcp.door.toolsChanged();
}

/** Stops a server, forgets its failures, and reaches it anew. @throws PurserError `NOT_FOUND` */
export async function restartMcpServer(engine: Engine, name: ProviderName): Promise<McpServerView> {
  const record = find(engine, name);
  await engine.mcp.hub.stop(name);
  // Why it does not come up stands in its view.
  await engine.mcp.hub.ready(record).catch(() => undefined);
  return viewOne(engine, name);
}

/**
 * Logs in at a server elsewhere, and reaches it.
 * @throws PurserError `NOT_FOUND`; `INVALID_INPUT` for a command, or where the server refuses
 */
export async function* logInMcpServer(
  engine: Engine,
  name: ProviderName,
  signal: AbortSignal | undefined,
): AsyncGenerator<LoginStep, void, void> {
  const record = find(engine, name);
  if (record.way.kind !== 'url')
    throw new PurserError('INVALID_INPUT', `${name} has no login: only a server elsewhere has one.`);
  for await (const step of engine.mcp.logIn({ name, url: record.way.url }, signal)) {
    if ('done' in step) await restartMcpServer(engine, name);
    yield step;
  }
}

export async function setMcpPrices(
  engine: Engine,
  name: ProviderName,
  prices: readonly McpPrice[],
): Promise<McpServerView> {
  await engine.mcp.servers.setPrices(name, prices);
  return viewOne(engine, name);
}

/** What changed tools say now, beside what was trusted; what is hidden in a text is written out. */
export function listMcpChanges(engine: Engine, name: ProviderName): McpChangeView[] {
  find(engine, name);
  return engine.mcp.trust.changes(name).map(({ tool, version, differences }) => ({
    server: name,
    tool: visibleText(tool),
    version,
    differences: differences.map(({ at, before, after }) => ({
      at: visibleText(at),
      before: before === undefined ? null : visibleLines(before),
      after: after === undefined ? null : visibleLines(after),
    })),
  }));
}

/** Trusts the new description of a tool. @throws PurserError `NOT_FOUND`, `CONFLICT` */
export async function acceptMcpTool(
  engine: Engine,
  { name, tool, version }: { readonly name: ProviderName; readonly tool: string; readonly version: string },
): Promise<McpServerView> {
  find(engine, name);
  await engine.mcp.trust.accept(name, tool, version);
  engine.mcp.door.toolsChanged();
  return viewOne(engine, name);
}

function find(engine: Engine, name: ProviderName): McpServerRecord {
  const record = engine.mcp.servers.find(name);
  if (record) return record;
  throw new PurserError('NOT_FOUND', `There is no MCP server named "${name}". See \`purser mcp list\`.`);
}

async function viewOne(engine: Engine, name: ProviderName): Promise<McpServerView> {
  const tally = (await engine.ledger.mcpTallies()).find(({ server }) => server === name);
  return viewOf(engine, find(engine, name), tally);
}

/** A call of an API costs what its provider says, unless the person says otherwise. */
function pricesOf({ providers }: Adding, { way, prices }: Pick<NewServer, 'way' | 'prices'>): readonly McpPrice[] {
  if (way.kind !== 'openapi') return prices;
  const http = providers.find(way.provider)?.http;
  if (!http)
    throw new PurserError(
      'INVALID_INPUT',
      `There is no HTTP API named "${way.provider}". Add it with its key: purser provider add ${way.provider} --kind ` +
        `http --base-url URL`,
    );
  return prices.length > 0 ? prices : [{ tools: '*', call: http.pricePerCall, unit: null }];
}

/** The description of an API from its address. @throws PurserError `INVALID_INPUT` */
async function fetched({ mcp }: Adding, { kind }: McpWay, url: string | undefined): Promise<string | undefined> {
  if (url === undefined || kind !== 'openapi') return undefined;
  return mcp.fetchDescription(url).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : '';
    throw new PurserError('INVALID_INPUT', `${why} Nothing was kept.`);
  });
}

function assertSecrets({ name, way }: McpServerRecord, secrets: NewServer['secrets']): void {
  const wanted = way.kind === 'openapi' ? [] : way.kind === 'command' ? way.variables : way.headers;
  const missing = wanted.find((one) => !Object.hasOwn(secrets, one));
  const extra = Object.keys(secrets).find((one) => !wanted.includes(one));
  if (missing !== undefined) throw new PurserError('INVALID_INPUT', `The value of ${missing} for ${name} is missing.`);
  if (extra !== undefined) throw new PurserError('INVALID_INPUT', `${name} has no secret named ${extra}.`);
}

function viewOf(
  { mcp, spend, limits }: Pick<Engine, 'mcp' | 'spend' | 'limits'>,
  record: McpServerRecord,
  tally: McpTally | undefined,
): McpServerView {
  const { name, way, prices, createdAt } = record;
  const payee = payeeOf(record).name;
  const scope = scopeOf('provider', payee);
  const tools = mcp.trust.tools(name).map(({ trusted, state }): McpToolView => ({
    name: visibleText(trusted.name),
    title: trusted.title === undefined ? null : visibleText(trusted.title),
    description: visibleLines(trusted.description ?? ''),
    readOnly: trusted.annotations?.readOnlyHint === true,
    mayDestroy: mayDestroy({ name: trusted.name, ...(trusted.annotations && { annotations: trusted.annotations }) }),
    state,
  }));
  return {
    name,
    way,
    createdAt,
    prices: [...prices],
    ...mcp.hub.state(name),
    tools,
    calls: tally?.calls ?? 0,
    errors: tally?.errors ?? 0,
    cost: tally?.cost ?? ZERO,
    lastUsedAt: tally?.lastUsedAt ?? null,
    payee,
    caps: spend.accounts(scope).map(capView),
    policy: limits.policyOf(scope),
  };
}
