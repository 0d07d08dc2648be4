import { PurserError } from '../../../shared/errors.ts';
import { projectOption } from '../../../shared/mcp/import-command.ts';
import type { Moved } from '../../../shared/mcp/mcp-moves.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { auditOf, faultIn } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { connectionId, hashOf } from '../connection-record.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import type { MovedBefore, MoveRecord } from './move-record.ts';
import { draftMove } from './plan-move.ts';
import type { Chosen, MoveAsk, MoveDraft } from './plan-move.ts';
import { undoMove } from './put-back-servers.ts';
import { setEntry } from './set-entry.ts';
import { takeOut } from './take-out.ts';

export interface MoveOrder extends MoveAsk {
  /** Of the plan that the person saw; when something changed since, nothing is done. */
  readonly fingerprint?: string | undefined;
  /** Moves also what does not answer now. */
  readonly unchecked: boolean;
}

type Reached = Chosen & { readonly tools: number };
type Stayed = Moved['stayed'];

/**
 * Moves servers of a tool behind Purser. At each moment their secrets are in one place at least: what stands in the
 * file is sealed on disk first, then Purser has the servers, and only then they leave the file.
 * @throws PurserError when something is in the way: then everything is as it was
 */
export async function moveServers(deps: ConnectionDeps, order: MoveOrder): Promise<Moved> {
  if (!deps.mcp.keeper.keepsSecrets)
    throw new PurserError(
      'INVALID_INPUT',
      'This Purser keeps secrets in memory until it stops: those of the servers would be lost then. Start it with ' +
        'the keychain or a vault (purser serve --secrets vault), and move them there.',
    );
  const draft = await freshDraft(deps, order);
  const connection = assertReady(draft, order.fingerprint);
  const record = await begin(deps, draft);
  try {
    const { reached, stayed } = await keepAll(deps, draft, record, order.unchecked);
    if (reached.length > 0) await leaveFile(deps, draft, { record, reached, connection });
    else await deps.moves.remove(record.id);
    return viewMoved(draft, reached, stayed);
  } catch (error) {
    const now = deps.moves.of(record.tool, record.project).find(({ id }) => id === record.id);
    if (now) await undoMove(deps, now);
    throw error;
  }
}

/** A move that a crash has cut off is undone first: what it has added would be in the way. Or it is made already. */
async function freshDraft(deps: ConnectionDeps, order: MoveOrder): Promise<MoveDraft> {
  const { found } = await draftMove(deps, order);
  for (const cut of deps.moves.of(found.tool.id, found.project).filter(({ hash }) => hash === null)) {
    const isMade = cut.servers.every(({ name }) => !found.servers.some((server) => server.name === name));
    if (isMade) await deps.moves.save({ ...cut, hash: hashOf(found.text ?? '') }, {});
    else await undoMove(deps, cut);
  }
  return draftMove(deps, order);
}

function assertReady({ found, chosen, fingerprint }: MoveDraft, seen: string | undefined): ConnectionRecord {
  const { tool, connection, project } = found;
  if (!connection)
    throw new PurserError(
      'CONFLICT',
      `${tool.title} is not connected, so it could not reach its servers behind Purser. Connect it first: purser ` +
        `connect ${tool.id}${projectOption(project)}`,
    );
  if (chosen.length === 0)
    throw new PurserError('INVALID_INPUT', `There is nothing to move for ${tool.title}. Nothing was changed.`);
  if (seen !== undefined && seen !== fingerprint)
    throw new PurserError(
      'CONFLICT',
      'The files or the servers have changed since you looked at this move. Nothing was done; look at it again.',
    );
  return connection;
}

/** Seals what stands in the file, and puts on record what is to be added, before anything is. */
async function begin(deps: ConnectionDeps, { found, chosen }: MoveDraft): Promise<MoveRecord> {
  await deps.files.assertWritable(found.file);
  const at = deps.clock.now();
  const record: MoveRecord = {
    id: `${connectionId(found.tool.id, found.project)}@${at}`,
    tool: found.tool.id,
    project: found.project,
    file: found.file,
    format: found.part.format,
    at,
    servers: chosen.map(({ name, path, as, view }) => ({
      name,
      as,
      path: [...path],
      addedAt: view.isThere ? addedAt(deps, as) : at,
    })),
    hash: null,
    entryWas: null,
  };
  await deps.moves.save(record, { before: { text: null, entries: chosen.map(({ entry }) => entry) } });
  return record;
}

/** Of a server that came out of another tool's file. */
function addedAt(deps: ConnectionDeps, as: string): number | null {
  const others = deps.moves.all().flatMap(({ servers }) => servers);
  return others.find((other) => other.as === as)?.addedAt ?? null;
}

/** Adds the servers to Purser, and reaches each. */
async function keepAll(
  deps: ConnectionDeps,
  { chosen, left }: MoveDraft,
  { at }: MoveRecord,
  unchecked: boolean,
): Promise<{ readonly reached: readonly Reached[]; readonly stayed: Stayed }> {
  const reached: Reached[] = [];
  const stayed: Stayed = left.flatMap(({ view }) => (view.stays ? [{ name: view.name, stays: view.stays }] : []));
  for (const one of chosen) {
    try {
      const tools = one.view.isThere ? 0 : await deps.mcp.keeper.keep({ ...one.read, name: one.as, at }, unchecked);
      reached.push({ ...one, tools });
    } catch (error) {
      if (!(error instanceof PurserError) || error.code !== 'INVALID_INPUT') throw error;
      stayed.push({ name: one.view.name, stays: { code: 'unreachable', about: visibleText(error.message) } });
    }
  }
  return { reached, stayed };
}

/** Gives the tool its entry for Purser, and takes the servers out of its file. */
async function leaveFile(
  deps: ConnectionDeps,
  { found, entry }: MoveDraft,
  {
    record,
    reached,
    connection,
  }: { readonly record: MoveRecord; readonly reached: readonly Reached[]; readonly connection: ConnectionRecord },
): Promise<void> {
  let now: MoveRecord = {
    ...record,
    servers: record.servers.filter(({ name }) => reached.some((one) => one.name === name)),
    entryWas: entry.length > 0 ? connection.mcp : null,
  };
  const save = async (before: MovedBefore): Promise<void> => deps.moves.save(now, { before });
  const entries = reached.map((one) => one.entry);
  await save({ text: null, entries });
  if (entry.length > 0) await setEntry(deps, connection, 'written');
  const text = (await deps.files.read(found.file)) ?? '';
  await save({ text, entries });
  const after = taken(text, now, found.file);
  await deps.files.write(found.file, after, text);
  now = { ...now, hash: hashOf(after) };
  await deps.moves.save(now, {
    audit: auditOf(deps, 'mcp-servers-moved', {
      subKeyId: connection.subKeyId,
      tool: connectionId(now.tool, now.project),
      files: [now.file],
    }),
  });
}

function taken(text: string, { format, servers }: MoveRecord, file: string): string {
  try {
    return takeOut(
      text,
      format,
      servers.map(({ path }) => path),
    );
  } catch (error) {
    throw faultIn(file, error);
  }
}

function viewMoved({ found }: MoveDraft, reached: readonly Reached[], stayed: Stayed): Moved {
  return {
    tool: found.tool.id,
    project: found.project,
    file: found.file,
    moved: reached.map(({ view, as, tools }) => ({ name: view.name, as, tools })),
    stayed,
  };
}
