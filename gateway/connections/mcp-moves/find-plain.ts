import type { PlainServer, PlainServers } from '../../../shared/mcp/mcp-moves.ts';
import { PurserError } from '../../../shared/errors.ts';
import { mcpServerNameSchema } from '../../../shared/mcp/mcp-views.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { faultIn } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { connectionId } from '../connection-record.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { FORMATS } from '../formats/formats.ts';
import { isObject, valueAt } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import type { McpPart, ToolSpec } from '../tool-spec.ts';
import { listEntries } from './list-entries.ts';
import type { FileEntry } from './list-entries.ts';
import { nameServer } from './name-server.ts';
import { readEntry } from './read-entry.ts';
import type { ReadServer } from './read-entry.ts';

/** A tool that keeps MCP servers, and the part of it that is meant. */
export interface Place {
  readonly tool: ToolSpec;
  readonly part: McpPart;
  readonly project: string | null;
}

/** One server of a tool's own. */
export interface Plain extends FileEntry {
  readonly view: PlainServer;
  /** Undefined where it stays. */
  readonly read: ReadServer | undefined;
}

export interface PlainIn extends Place {
  readonly file: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** The connection through which the tool reaches what is moved. */
  readonly connection: ConnectionRecord | undefined;
  readonly servers: readonly Plain[];
}

/**
 * Looks for the servers that a tool has by itself.
 * @param names those that the person wants them to have in Purser
 * @throws PurserError `CONFLICT` for a file that cannot be read
 */
export async function findPlain(
  deps: ConnectionDeps,
  { tool, part, project }: Place,
  names: Readonly<Record<string, string>> = {},
): Promise<PlainIn> {
  const file = part.file(deps.paths, project);
  const text = await deps.files.read(file);
  const servers: Plain[] = [];
  const taken = new Set<string>();
  for (const entry of entriesOf(deps, { text, file, part, project })) {
    const found = entry.isOff ? { stays: { code: 'off', about: '' } as const } : readEntry(entry.entry, part.entry);
    if (!found) continue;
    const read = 'way' in found ? found : undefined;
    const named = await nameFor(deps, {
      entry,
      read,
      wish: names[entry.name] ?? names[visibleText(entry.name)],
      taken,
    });
    if (read && named.as !== null) taken.add(named.as);
    servers.push({
      ...entry,
      read,
      view: {
        name: visibleText(entry.name),
        ...named,
        where: read ? whereOf(read) : '',
        secrets: read ? Object.keys(read.secrets) : [],
        stays: 'stays' in found ? found.stays : named.stays,
      },
    });
  }
  return { tool, part, project, file, text, servers, connection: connectionFor(deps, tool.id, project) };
}

/** The machine's, and every project that a tool keeps servers for in the same file. */
export async function placesOf(deps: ConnectionDeps, tool: ToolSpec): Promise<readonly Place[]> {
  const part = tool.mcp;
  if (!part) return [];
  const whole = { tool, part, project: null };
  const at = part.at('*').indexOf('*');
  if (at === -1) return [whole];
  const root = FORMATS[part.format].parse(plainText((await deps.files.read(part.file(deps.paths, '*'))) ?? ''));
  const projects = valueAt(root, part.at('*').slice(0, at));
  return [whole, ...Object.keys(isObject(projects) ? projects : {}).map((project) => ({ tool, part, project }))];
}

/** The connection of the project, or of the whole machine, while its sub-key works. */
export function connectionFor(
  deps: Pick<ConnectionDeps, 'book' | 'keys'>,
  tool: string,
  project: string | null,
): ConnectionRecord | undefined {
  return [connectionId(tool, project), tool]
    .map((id) => deps.book.find(id))
    .find((record) => record !== undefined && !deps.keys.isRevoked(record.subKeyId));
}

/** The same without anything of the files. */
export function viewPlain(deps: ConnectionDeps, { tool, project, file, connection, servers }: PlainIn): PlainServers {
  return {
    tool: tool.id,
    title: tool.title,
    project,
    file,
    connected: connection !== undefined,
    servers: servers.map(({ view }) => view),
    moved: deps.moves.of(tool.id, project).flatMap((move) => move.servers.map(({ name }) => visibleText(name))),
  };
}

function entriesOf(
  { gatewayUrl }: ConnectionDeps,
  { text, file, part, project }: Pick<PlainIn, 'text' | 'file' | 'part' | 'project'>,
): readonly FileEntry[] {
  try {
    return text === undefined ? [] : listEntries(text, part, { project, gatewayUrl });
  } catch (error) {
    throw faultIn(file, error);
  }
}

interface Naming {
  readonly entry: FileEntry;
  readonly read: ReadServer | undefined;
  readonly wish: string | undefined;
  /** By servers before it in the same file. */
  readonly taken: ReadonlySet<string>;
}

async function nameFor(
  { mcp: { keeper } }: ConnectionDeps,
  { entry, read, wish, taken }: Naming,
): Promise<Pick<PlainServer, 'as' | 'isThere' | 'stays'>> {
  const as: ProviderName | undefined = wish === undefined ? nameServer(entry.name) : wishedName(wish);
  if (as === undefined) return { as: null, isThere: false, stays: { code: 'name', about: visibleText(entry.name) } };
  const holder = keeper.holderOf(as);
  if (holder === undefined && !taken.has(as)) return { as, isThere: false, stays: null };
  const isThere =
    read !== undefined && !taken.has(as) && holder === 'server' && (await keeper.isSame({ ...read, name: as }));
  return { as, isThere, stays: isThere ? null : { code: 'taken', about: as } };
}

/** @throws PurserError `INVALID_INPUT` */
function wishedName(wish: string): ProviderName {
  const { data, error } = mcpServerNameSchema.safeParse(wish);
  if (data !== undefined) return data;
  throw new PurserError(
    'INVALID_INPUT',
    `"${visibleText(wish)}" cannot be its name: ${error?.issues[0]?.message ?? ''}`,
  );
}

function whereOf({ way }: ReadServer): string {
  return visibleText(way.kind === 'url' ? way.url : [way.command, ...way.args].join(' '));
}
