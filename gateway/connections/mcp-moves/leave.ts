import type { Disconnected } from '../../../shared/contract/connection-views.ts';
import { disconnect } from '../change/connect.ts';
import { diffOf } from '../change/plan-connection.ts';
import { describeUndo, planUndo } from '../change/undo-connection.ts';
import { toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { connectionFor } from './find-plain.ts';
import type { MoveRecord } from './move-record.ts';
import { shownDiff } from './plan-move.ts';
import { textWithMoved, undoMove } from './put-back-servers.ts';

/**
 * Disconnects a tool. The servers that were moved out of its files go back first: it would have none otherwise.
 * @throws PurserError when a file cannot be changed
 */
export async function leave(deps: ConnectionDeps, record: ConnectionRecord): Promise<Disconnected> {
  const shown = await planLeave(deps, record);
  const notes: string[] = [];
  for (const move of movesOver(deps, record).toReversed()) {
    const { taken, kept } = await undoMove(deps, move);
    notes.push(...taken.map((name) => `${name} stands for another MCP server by now, so that one is left there`));
    notes.push(...kept.map((name) => `the MCP server ${name} stays in Purser, too`));
  }
  const undoings = await disconnect(deps, deps.book.find(record.id) ?? record);
  const own = new Map(undoings.map((undoing) => [undoing.recorded.done.file, describeUndo(undoing)]));
  const files = shown.files.map((file) => ({ ...file, stays: own.get(file.file)?.stays ?? file.stays }));
  const [first, ...rest] = files;
  return {
    ...shown,
    done: true,
    files: first && notes.length > 0 ? [{ ...first, stays: [...first.stays, ...new Set(notes)] }, ...rest] : files,
  };
}

/** What that would do. Nothing is written. */
export async function planLeave(deps: ConnectionDeps, record: ConnectionRecord): Promise<Disconnected> {
  const moves = movesOver(deps, record);
  const before = new Map<string, string | undefined>();
  const between = new Map<string, string | undefined>();
  for (const { file } of moves) {
    if (before.has(file)) continue;
    const text = await deps.files.read(file);
    before.set(file, text);
    const here = moves.filter((move) => move.file === file);
    between.set(file, await textWithMoved(deps, here, text));
  }
  const read = (file: string): Promise<string | undefined> =>
    between.has(file) ? Promise.resolve(between.get(file)) : deps.files.read(file);
  const undoings = await planUndo({ ...deps, files: { ...deps.files, read } }, record);
  const format = new Map(moves.map((move) => [move.file, move.format]));
  const described = undoings.map((undoing) => {
    const one = describeUndo(undoing);
    const shape = format.get(one.file);
    return shape === undefined ? one : { ...one, diff: shownDiff(shape, before.get(one.file), undoing.after ?? '') };
  });
  const others = [...between].filter(([file]) => !described.some((one) => one.file === file));
  const instructions =
    toolOf(deps, record.tool).afterwards?.({ paths: deps.paths, gatewayUrl: record.gatewayUrl }) ?? null;
  return {
    id: record.id,
    done: false,
    files: [
      ...described,
      ...others.map(([file, text]) => ({
        file,
        how: 'edited' as const,
        diff: shape(format.get(file), before.get(file), text),
        stays: [],
      })),
    ],
    instructions,
  };
}

function shape(
  format: MoveRecord['format'] | undefined,
  before: string | undefined,
  after: string | undefined,
): string {
  return format === undefined ? diffOf(before, after) : shownDiff(format, before, after ?? '');
}

/** The moves whose servers the tool reaches by this connection. */
function movesOver(deps: ConnectionDeps, record: ConnectionRecord): readonly MoveRecord[] {
  return deps.moves.all().filter(({ tool, project }) => {
    if (tool !== record.tool) return false;
    const by = connectionFor(deps, tool, project);
    return by === undefined || by.id === record.id;
  });
}
