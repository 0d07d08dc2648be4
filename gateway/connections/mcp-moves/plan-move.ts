import { createHash } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';
import type { MovePlan } from '../../../shared/mcp/mcp-moves.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { lineDiff } from '../change/line-diff.ts';
import { planChanges, textWithMark } from '../change/plan-connection.ts';
import type { FileChange } from '../change/plan-connection.ts';
import { faultIn, toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { FormatId } from '../formats/formats.ts';
import { maskSecrets } from '../files/mask-secrets.ts';
import { findPlain, viewPlain } from './find-plain.ts';
import type { Place, Plain, PlainIn } from './find-plain.ts';
import { maskEntries } from './mask-entries.ts';
import type { ReadServer } from './read-entry.ts';
import { draftEntry } from './set-entry.ts';
import { takeOut } from './take-out.ts';

/** A person's wish to move servers of a tool behind Purser. */
export interface MoveAsk {
  readonly tool: string;
  /** The folder of a project that they are for. */
  readonly project?: string | undefined;
  /** As the tool names them; left out: all that can be moved. */
  readonly servers?: readonly string[] | undefined;
  /** Names in Purser, by those in the tool. */
  readonly as?: Readonly<Record<string, string>> | undefined;
}

/** A server that is to be moved. */
export interface Chosen extends Plain {
  readonly as: ProviderName;
  readonly read: ReadServer;
}

/** A move before anything is touched. */
export interface MoveDraft {
  readonly found: PlainIn;
  readonly chosen: readonly Chosen[];
  /** Asked for, and cannot be moved. */
  readonly left: readonly Plain[];
  /** The changes that give the tool its entry; empty where it has one. */
  readonly entry: readonly FileChange[];
  /** The file with the servers, as it would be. */
  readonly after: string | undefined;
  readonly fingerprint: string;
}

/** @throws PurserError that says what to do */
export async function draftMove(deps: ConnectionDeps, ask: MoveAsk): Promise<MoveDraft> {
  const found = await findPlain(deps, placeOf(deps, ask), ask.as);
  const { servers, connection, file, text, part } = found;
  const missing = [...(ask.servers ?? []), ...Object.keys(ask.as ?? {})].find(
    (name) => !servers.some((server) => isCalled(server, name)),
  );
  if (missing !== undefined)
    throw new PurserError(
      'NOT_FOUND',
      `${found.tool.title} has no MCP server of its own named "${missing}" in ${file}. It has: ` +
        `${servers.map(({ name }) => name).join(', ') || 'none'}.`,
    );
  const asked = servers.filter((one) => ask.servers?.some((name) => isCalled(one, name)) ?? true);
  const chosen = asked.flatMap((one): Chosen[] =>
    one.read && one.view.as !== null && one.view.stays === null ? [{ ...one, read: one.read, as: one.view.as }] : [],
  );
  const entry =
    connection && connection.mcp !== 'written' && chosen.length > 0
      ? await planChanges(deps, connection.id, (await draftEntry(deps, connection, 'written')).wants)
      : [];
  const base = entry.find((change) => change.file === file)?.after ?? textWithMark(deps, text, connection);
  const after = base === undefined ? undefined : without(base, part.format, chosen, file);
  const named = chosen.map(({ name, as }) => [name, as]);
  const hash = createHash('sha256').update(JSON.stringify([file, text ?? null, after ?? null, named]));
  for (const change of entry) hash.update(JSON.stringify([change.file, change.text ?? null, change.after]));
  return {
    found,
    chosen,
    entry,
    after,
    left: asked.filter(({ view }) => view.stays !== null),
    fingerprint: hash.digest('hex').slice(0, 32),
  };
}

/** The same as a person is shown it: no value of a secret is in it. */
export async function viewMove(deps: ConnectionDeps, draft: MoveDraft): Promise<MovePlan> {
  const { found, entry, after, fingerprint } = draft;
  const { connection, file, text, part } = found;
  const others = entry.filter((change) => change.file !== file);
  const shown = (was: string | undefined, next: string): string =>
    shownDiff(part.format, textWithMark(deps, was, connection), next);
  return {
    ...viewPlain(deps, found),
    fingerprint,
    addsEntry: entry.length > 0,
    files: [
      ...(after === undefined ? [] : [{ file, isNew: false, diff: shown(text, after) }]),
      ...others.map((change) => ({
        file: change.file,
        isNew: change.text === undefined,
        diff: maskSecrets(lineDiff(textWithMark(deps, change.text, connection) ?? '', change.after)),
      })),
    ].filter(({ diff }) => diff !== ''),
  };
}

/** A difference between two texts with servers in them. */
export function shownDiff(format: FormatId, before: string | undefined, after: string): string {
  return maskSecrets(lineDiff(maskEntries(before ?? '', format), maskEntries(after, format)));
}

/** @throws PurserError `NOT_FOUND`, `INVALID_INPUT` */
export function placeOf(deps: ConnectionDeps, { tool: id, project: folder }: Pick<MoveAsk, 'tool' | 'project'>): Place {
  const tool = toolOf(deps, id);
  const part = tool.mcp;
  if (!part) throw new PurserError('INVALID_INPUT', `Purser does not know where ${tool.title} keeps its MCP servers.`);
  if (folder === undefined) return { tool, part, project: null };
  if (!part.at('*').includes('*'))
    throw new PurserError('INVALID_INPUT', `${tool.title} keeps no MCP servers for one project in a file of yours.`);
  if (!isAbsolute(folder)) throw new PurserError('INVALID_INPUT', 'A project folder is an absolute path.');
  return { tool, part, project: resolve(folder) };
}

/** A person may have seen the name with what is hidden in it written out. */
function isCalled({ name, view }: Plain, typed: string): boolean {
  return typed === name || typed === view.name;
}

function without(text: string, format: FormatId, chosen: readonly Chosen[], file: string): string {
  try {
    return takeOut(
      text,
      format,
      chosen.map(({ path }) => path),
    );
  } catch (error) {
    throw faultIn(file, error);
  }
}
