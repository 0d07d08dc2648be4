import { isAbsolute, win32 } from 'node:path';
import { mcpWaySchema } from '../../../shared/mcp/mcp-views.ts';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';
import type { StayReason } from '../../../shared/mcp/mcp-moves.ts';
import { isList, isObject, valueAt } from '../formats/json-value.ts';
import type { JsonObject, JsonValue, PlainPath } from '../formats/json-value.ts';
import type { McpEntryForm } from '../mcp/entry-form.ts';
import { looksSecret, secretArgument } from './looks-secret.ts';

/** A server as Purser can keep it. All values of its environment and of its headers count as secrets. */
export interface ReadServer {
  readonly way: Extract<McpWay, { readonly kind: 'command' | 'url' }>;
  readonly secrets: Readonly<Record<string, string>>;
}

export type ReadEntry = ReadServer | { readonly stays: StayReason };

/** As tools name their transports. */
const HERE = new Set(['stdio', 'local', 'custom']);
const ELSEWHERE = new Set(['http', 'streamable-http', 'streamableHttp', 'streamable_http', 'remote']);
const OLDER = new Set(['sse']);
/** Parts of the tool itself, and of its extensions. */
const BUILT_IN = new Set(['builtin', 'platform', 'frontend', 'inline_python', 'extension', 'sdk']);
const ARGS = 'args';
const FOLDER = 'cwd';
const VARIABLE = /\$\{[^}]*\}/;

const stays = (code: StayReason['code'], about = ''): ReadEntry => ({ stays: { code, about } });

/**
 * Reads one entry of a tool's file. Pure.
 * @returns undefined for what is no server of the person's, but a part of the tool
 */
export function readEntry(entry: JsonObject, given: McpEntryForm): ReadEntry | undefined {
  const form = withUsual(given);
  const kind = textIn(entry, form.transport);
  if (kind !== undefined && BUILT_IN.has(kind)) return undefined;
  const reason = stayingAtOnce(entry, form, kind);
  if (reason) return reason;
  const address = textIn(entry, form.url);
  const read =
    address === undefined
      ? readCommand(entry[form.command], entry[ARGS], { env: entry[form.env], folder: entry[FOLDER] })
      : readRemote(address, valueAt(entry, form.headers));
  if (!('way' in read)) return read;
  const foreign = textsOf(read).find((text) => form.variable.test(text));
  if (foreign !== undefined) return stays('variable', form.variable.exec(foreign)?.[0]);
  return mcpWaySchema.safeParse(read.way).success ? suspected(read) : stays('form');
}

type WholeForm = Required<Omit<McpEntryForm, 'offIn'>>;

function withUsual(form: McpEntryForm): WholeForm {
  return {
    command: 'command',
    env: 'env',
    url: ['url'],
    headers: ['headers'],
    transport: ['type'],
    off: [],
    variable: VARIABLE,
    ...form,
  };
}

function textIn(entry: JsonObject, fields: readonly string[]): string | undefined {
  return fields.map((field) => entry[field]).find((value) => typeof value === 'string');
}

/** Why a server stays, by what stands beside its command or address. */
function stayingAtOnce(entry: JsonObject, form: WholeForm, kind: string | undefined): ReadEntry | undefined {
  const { command, env, url, headers, transport, idle, off } = form;
  if (off.some(({ field, is }) => entry[field] === is)) return stays('off');
  if (kind !== undefined && OLDER.has(kind)) return stays('older');
  if (kind !== undefined && !HERE.has(kind) && !ELSEWHERE.has(kind)) return stays('setting', `type: ${kind}`);
  const switches = off.map(({ field }) => field);
  const known = [command, ARGS, env, FOLDER, ...url, String(headers[0]), ...transport, ...switches, ...idle];
  const unknown = settingBeside(entry, known, headers, idle);
  return unknown === undefined ? undefined : stays('setting', unknown);
}

/** A field that Purser does not know, as long as it says something. */
function settingBeside(
  entry: JsonObject,
  known: readonly string[],
  headers: PlainPath,
  idle: readonly string[],
): string | undefined {
  const [holder, ...deeper] = headers;
  const inside = deeper.length > 0 && holder !== undefined ? entry[holder] : undefined;
  const beside = isObject(inside) ? Object.entries(inside).filter(([field]) => field !== deeper[0]) : [];
  const fields = [
    ...Object.entries(entry).filter(([field]) => !known.includes(field)),
    ...beside.map(([field, value]) => [`${String(holder)}.${field}`, value] as const),
  ];
  return fields.find(([field, value]) => !idle.includes(field) && !saysNothing(value))?.[0];
}

function saysNothing(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function readRemote(url: string, headers: JsonValue | undefined): ReadEntry {
  const secrets = valuesOf(headers);
  if (!secrets) return stays('form');
  return { way: { kind: 'url', url, headers: Object.keys(secrets) }, secrets };
}

function readCommand(
  typed: JsonValue | undefined,
  given: JsonValue | undefined,
  { env, folder }: { readonly env: JsonValue | undefined; readonly folder: JsonValue | undefined },
): ReadEntry {
  const words = [...(isList(typed) ? typed : [typed]), ...(isList(given) ? given : [])];
  const [command, ...args] = words.filter((word) => typeof word === 'string');
  const secrets = valuesOf(env);
  if (command === undefined || args.length + 1 !== words.length || !secrets) return stays('form');
  const where = typeof folder === 'string' && folder !== '' ? folder : null;
  const loose = where === null ? [command, ...args].find(isLoose) : isFull(where) ? undefined : where;
  if (loose !== undefined) return stays('folder', loose);
  return { way: { kind: 'command', command, args, variables: Object.keys(secrets), folder: where }, secrets };
}

/** A path that begins where the tool happens to be. */
function isLoose(word: string, index: number): boolean {
  return /^\.{1,2}(?:[\\/]|$)/.test(word) || (index === 0 && /[\\/]/.test(word) && !isFull(word));
}

function isFull(path: string): boolean {
  return isAbsolute(path) || win32.isAbsolute(path);
}

/** @returns undefined for what is no list of names and plain values */
function valuesOf(value: JsonValue | undefined): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) return undefined;
  const pairs = Object.entries(value).flatMap(([name, one]): [string, string][] =>
    typeof one === 'object' ? [] : [[name, String(one)]],
  );
  return pairs.length === Object.keys(value).length ? Object.fromEntries(pairs) : undefined;
}

function textsOf({ way, secrets }: ReadServer): readonly string[] {
  return [
    ...(way.kind === 'url' ? [way.url] : [way.command, ...way.args, way.folder ?? '']),
    ...Object.values(secrets),
  ];
}

/** Arguments and addresses are kept and shown as they are, so none of them may be a secret. */
function suspected(read: ReadServer): ReadEntry {
  const { way } = read;
  if (way.kind === 'url') return looksSecret(way.url) ? stays('secret', new URL(way.url).host) : read;
  const argument = secretArgument(way.args);
  return argument === undefined && !looksSecret(way.command) ? read : stays('secret', argument ?? '');
}
