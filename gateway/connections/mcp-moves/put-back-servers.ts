import { PurserError } from '../../../shared/errors.ts';
import type { PutBack } from '../../../shared/mcp/mcp-moves.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { auditOf, faultIn } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { connectionId } from '../connection-record.ts';
import type { ConfigFiles } from '../files/config-files.ts';
import { connectionFor } from './find-plain.ts';
import type { MovedBefore, MoveRecord } from './move-record.ts';
import { shownDiff } from './plan-move.ts';
import { putBack } from './put-back.ts';
import { setEntry } from './set-entry.ts';

/** What undoing one move did. */
interface Undone {
  readonly before: string | undefined;
  readonly after: string;
  readonly isExact: boolean;
  readonly taken: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Puts the servers of one move back into the tool's file, and takes them out of Purser after that. A crash in between
 * leaves both; asking again goes on.
 * @throws PurserError `CONFLICT` for a file that cannot be changed, `SECRETS_UNAVAILABLE`
 */
export async function undoMove(deps: ConnectionDeps, move: MoveRecord): Promise<Undone> {
  const before = await deps.moves.beforeOf(move.id);
  if (!before)
    throw new PurserError(
      'SECRETS_UNAVAILABLE',
      `What stood in ${move.file} cannot be read any more: the secret store has lost its key. The servers stay in ` +
        `Purser (purser mcp list); write them into the file by hand.`,
    );
  const text = await deps.files.read(move.file);
  const { after, taken } = await write(deps.files, move, before, text);
  const kept = await releaseAll(deps, move, taken);
  const connection = connectionFor(deps, move.tool, move.project);
  if (move.entryWas !== null && connection?.mcp === 'written') await setEntry(deps, connection, move.entryWas);
  await deps.moves.remove(
    move.id,
    move.hash === null || !connection
      ? undefined
      : auditOf(deps, 'mcp-servers-put-back', {
          subKeyId: connection.subKeyId,
          tool: connectionId(move.tool, move.project),
          files: [move.file],
        }),
  );
  return {
    before: text,
    after,
    isExact: after === before.text,
    taken: taken.map((index) => move.servers[index]?.name ?? ''),
    kept,
  };
}

/** The same for moves that were made one after the other: the newest first. */
export async function putBackServers(
  deps: ConnectionDeps,
  moves: readonly MoveRecord[],
  { tool, project }: Pick<PutBack, 'tool' | 'project'>,
): Promise<PutBack> {
  const done: Undone[] = [];
  for (const move of moves.toReversed()) done.push(await undoMove(deps, move));
  return viewPutBack({ tool, project, done: true }, moves, done);
}

/** What that would do to the file. Nothing is written. */
export async function planPutBack(
  deps: ConnectionDeps,
  moves: readonly MoveRecord[],
  of: Pick<PutBack, 'tool' | 'project'>,
): Promise<PutBack> {
  const done: Undone[] = [];
  let now: string | undefined;
  for (const move of moves.toReversed()) {
    const before = await deps.moves.beforeOf(move.id);
    if (!before) continue;
    const text = now ?? (await deps.files.read(move.file));
    const { after, taken } = backIn(text, move, before);
    now = after;
    const names = taken.map((index) => move.servers[index]?.name ?? '');
    done.push({ before: text, after, isExact: after === before.text, taken: names, kept: [] });
  }
  return viewPutBack({ ...of, done: false }, moves, done);
}

/** The text of a file with the servers of these moves in it again. */
export async function textWithMoved(
  deps: Pick<ConnectionDeps, 'moves'>,
  moves: readonly MoveRecord[],
  text: string | undefined,
): Promise<string | undefined> {
  let now = text;
  for (const move of moves.toReversed()) {
    const before = await deps.moves.beforeOf(move.id);
    if (before) now = backIn(now, move, before).after;
  }
  return now;
}

async function write(
  files: ConfigFiles,
  move: MoveRecord,
  before: MovedBefore,
  text: string | undefined,
): Promise<ReturnType<typeof backIn>> {
  const back = backIn(text, move, before);
  if (back.after !== text && !(text === undefined && back.after === '')) await files.write(move.file, back.after, text);
  return back;
}

function backIn(text: string | undefined, move: MoveRecord, before: MovedBefore): ReturnType<typeof putBack> {
  try {
    const entries = move.servers.flatMap(({ path }, index) => {
      const value = before.entries[index];
      return value === undefined ? [] : [{ path, value }];
    });
    return putBack(text, { format: move.format, text: before.text, hash: move.hash, entries });
  } catch (error) {
    throw faultIn(move.file, error);
  }
}

/** Only what is in the file again leaves Purser: nothing else holds its secrets. @returns those that stay */
async function releaseAll(deps: ConnectionDeps, move: MoveRecord, taken: readonly number[]): Promise<string[]> {
  const others = deps.moves.all().filter(({ id }) => id !== move.id);
  const { keeper } = deps.mcp;
  const connection = connectionFor(deps, move.tool, move.project);
  const agent = connection && deps.keys.agentOf(connection.subKeyId)?.id;
  const kept: string[] = [];
  for (const [index, { as, addedAt }] of move.servers.entries()) {
    const isShared = others.some(({ servers }) => servers.some((other) => other.as === as));
    const goes = addedAt !== null && !isShared && !taken.includes(index);
    if (goes && (await keeper.release(as, addedAt, agent))) continue;
    if (keeper.holderOf(as) === 'server') kept.push(as);
  }
  return kept;
}

function viewPutBack(
  of: Pick<PutBack, 'tool' | 'project' | 'done'>,
  moves: readonly MoveRecord[],
  done: readonly Undone[],
): PutBack {
  const [first] = done;
  const last = done.at(-1);
  const [move] = moves;
  const taken = [...new Set(done.flatMap((one) => one.taken))].map(visibleText);
  const names = moves.flatMap(({ servers }) => servers.map(({ name }) => visibleText(name)));
  return {
    ...of,
    files:
      first && last && move
        ? [
            {
              file: move.file,
              how: first.before === last.after ? 'untouched' : last.isExact ? 'restored' : 'edited',
              diff: shownDiff(move.format, first.before, last.after),
            },
          ]
        : [],
    back: names.filter((name) => !taken.includes(name)),
    taken,
    kept: [...new Set(done.flatMap((one) => one.kept))],
  };
}
