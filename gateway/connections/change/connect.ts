import { PurserError } from '../../../shared/errors.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Policy } from '../../../shared/policy.ts';
import { connectionId, hashOf } from '../connection-record.ts';
import type { Before, ConnectionRecord, RecordedFile } from '../connection-record.ts';
import { draftConnection, fingerprintOf, planChanges, providersOf, reachOf } from './plan-connection.ts';
import type { ConnectionAsk, Draft } from './plan-connection.ts';
import { isInPlace } from './is-in-place.ts';
import { planFile } from './plan-file.ts';
import { fillSubKey, findSubKey } from '../verify/sub-key-mark.ts';
import { carryOutUndo, planUndo } from './undo-connection.ts';
import type { Undoing } from './undo-connection.ts';
import type { DoneFile, FileWant } from './want.ts';
import { writeAll } from './write-all.ts';
import { auditOf, isSubKeyOf } from '../connection-deps.ts';
import type { ConnectionDeps, NewKey } from '../connection-deps.ts';

export interface ConnectAsk extends ConnectionAsk, Pick<NewKey, 'capsOn' | 'isChosen'> {
  /** The policy of a new sub-key, its caps included; one that is there keeps its own. */
  readonly limits: Policy;
  /** Of the plan that the person saw; when the files changed since, nothing is done. */
  readonly fingerprint?: string | undefined;
}

export interface Connected {
  readonly record: ConnectionRecord;
  /** Instructions for the person, with the sub-key in them where it cannot be written anywhere; else null. */
  readonly instructions: string | null;
}

/**
 * Connects a tool: a sub-key of its own, and the change to its files. Doing it again changes nothing; with other
 * providers, models or another port it changes what is different.
 * @throws PurserError `CONFLICT` when a file cannot be changed safely: then everything is as it was
 */
export async function connect(deps: ConnectionDeps, ask: ConnectAsk): Promise<Connected> {
  const draft = await draftConnection(deps, ask);
  const id = connectionId(draft.tool.id, draft.project);
  const known = deps.book.find(id);
  const keyFrom = draft.input.command ? 'command' : 'file';
  if (known && !deps.keys.isRevoked(known.subKeyId) && known.keyFrom === keyFrom)
    return reconnect(deps, known, draft, ask.fingerprint);
  // This comes before anything is undone: the plan that the person saw is of the files as they are.
  assertSeen(ask.fingerprint, fingerprintOf(await planChanges(deps, id, draft.wants)));
  if (known) await disconnect(deps, known);
  const of = { ...ask, project: draft.project };
  const { id: subKeyId, secret } = draft.input.command
    ? await deps.keys.takeToken(draft.agent, ask.limits, of)
    : await deps.keys.issue(draft.agent, { ...ask.limits, ...reachOf(draft) }, of);
  try {
    const record = await apply(deps, draft, { id, subKeyId, secret });
    return { record, instructions: instructionsOf(draft, secret) };
  } catch (error) {
    await deps.keys.revoke(subKeyId);
    throw error;
  }
}

function assertSeen(seen: string | undefined, now: string): void {
  if (seen !== undefined && seen !== now)
    throw new PurserError(
      'CONFLICT',
      'The files have changed since you looked at this change. Nothing was done; look at the change again.',
    );
}

/** A tool with files has its sub-key there and nowhere else. */
function instructionsOf({ tool, input, wants }: Draft, secret: string): string | null {
  const text = tool.instructions?.(input);
  if (text === undefined) return null;
  return wants.length === 0 ? fillSubKey(text, secret) : text;
}

/** The record goes first: after a crash in between, disconnecting or repairing still knows what was meant. */
async function apply(
  deps: ConnectionDeps,
  draft: Draft,
  { id, subKeyId, secret }: { readonly id: string; readonly subKeyId: SubKeyId; readonly secret: string },
): Promise<ConnectionRecord> {
  const changes = await planChanges(deps, id, draft.wants);
  const files = changes.map(({ done, text }): RecordedFile => ({
    done,
    made: text === undefined,
    madeFolders: [],
    hash: null,
  }));
  let record: ConnectionRecord = {
    id,
    subKeyId,
    files,
    tool: draft.tool.id,
    project: draft.project,
    keyFrom: draft.input.command ? 'command' : 'file',
    mcp: draft.mcp,
    gatewayUrl: deps.gatewayUrl,
    createdAt: deps.clock.now(),
    verified: null,
  };
  const audit = auditOf(deps, 'tool-connected', { subKeyId, tool: id, files: changes.map(({ file }) => file) });
  await deps.book.save(record, {
    before: changes.map(({ text, olds }) => ({ text: text ?? null, olds: [...olds] })),
    audit,
  });
  try {
    for (const [index, want] of draft.wants.entries()) {
      // Read again: an earlier file of this change may be this one under another name.
      const text = await deps.files.read(want.file);
      const after = fillSubKey(planFile(text, want, id).after, secret);
      const madeFolders = text === after ? [] : await deps.files.write(want.file, after, text);
      record = withFile(record, index, (file) => ({ ...file, madeFolders: [...madeFolders], hash: hashOf(after) }));
    }
    await deps.book.save(record, {});
    return record;
  } catch (error) {
    await carryOutUndo(deps, await planUndo(deps, record)).catch(() => undefined);
    await deps.book.remove(id, auditOf(deps, 'tool-disconnected', { subKeyId, tool: id, files: [] }));
    throw error;
  }
}

function withFile(
  record: ConnectionRecord,
  index: number,
  change: (file: RecordedFile) => RecordedFile,
): ConnectionRecord {
  return { ...record, files: record.files.map((file, at) => (at === index ? change(file) : file)) };
}

/** The sub-key as it stands in the tool's own files; undefined where it is nowhere any more. */
async function secretIn(deps: ConnectionDeps, record: ConnectionRecord): Promise<string | undefined> {
  if (record.keyFrom === 'command') return '';
  for (const { done } of record.files) {
    const found = findSubKey((await deps.files.read(done.file)) ?? '', isSubKeyOf(deps, record.subKeyId));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Takes the older change out of the files before it makes the new one, so that no value of the older one stays behind.
 */
export async function reconnect(
  deps: ConnectionDeps,
  known: ConnectionRecord,
  draft: Draft,
  fingerprint: string | undefined,
): Promise<Connected> {
  const isSame = await isInPlace(deps, known, draft.wants);
  if (isSame) {
    // That no entry is wanted is remembered, although nothing changes with it.
    const record = { ...known, mcp: draft.mcp };
    if (known.mcp !== draft.mcp) await deps.book.save(record, {});
    return { record, instructions: instructionsOf(draft, '') };
  }
  assertSeen(fingerprint, fingerprintOf(await planChanges(deps, known.id, draft.wants)));
  const undoings = await planUndo(deps, known);
  // A new secret ends the one before, so it is made only when nothing is left that could fail.
  const secret = (await secretIn(deps, known)) ?? (await deps.keys.renew(known.subKeyId));
  await deps.keys.allow(known.subKeyId, providersOf(draft.routes), draft.mcp === 'written');
  const before = await deps.book.beforeOf(known.id);
  try {
    await carryOutUndo(deps, undoings);
    return {
      record: await apply(deps, draft, { id: known.id, subKeyId: known.subKeyId, secret }),
      instructions: instructionsOf(draft, secret),
    };
  } catch (error) {
    await bringBack(deps, known, before, undoings);
    throw error;
  }
}

/** Restores the files and the record of the older change when the new one failed halfway. */
async function bringBack(
  deps: ConnectionDeps,
  known: ConnectionRecord,
  before: Before | undefined,
  undoings: readonly Undoing[],
): Promise<void> {
  try {
    for (const { recorded, text, after } of undoings) {
      const { file } = recorded.done;
      if (text !== undefined && after !== text && (await deps.files.read(file)) === after)
        await deps.files.write(file, text, after);
    }
    await deps.book.save(known, {
      ...(before && { before }),
      audit: auditOf(deps, 'tool-connected', {
        subKeyId: known.subKeyId,
        tool: known.id,
        files: known.files.map(({ done }) => done.file),
      }),
    });
  } catch {
    // Nothing names this sub-key any more.
    await deps.keys.revoke(known.subKeyId);
  }
}

/**
 * Writes the recorded change into the files again, whatever happened to it there. Everything else stays.
 * @param secret replaces the one in the files
 * @throws PurserError `CONFLICT` when a file cannot be changed: then every file is as it was
 */
export async function repair(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  secret?: string,
): Promise<ConnectionRecord> {
  if (deps.keys.isRevoked(record.subKeyId))
    throw new PurserError(
      'CONFLICT',
      'The sub-key of this connection was revoked. Disconnect it and connect it again.',
    );
  const changes = await planChanges(
    deps,
    record.id,
    record.files.map(({ done }) => wantOf(done)),
  );
  // A new secret ends the one before, so it is made only when every file is known to accept the change.
  const used = secret ?? (await secretIn(deps, record)) ?? (await deps.keys.renew(record.subKeyId));
  const written = await writeAll(
    deps,
    changes.map(({ file, text, after }) => ({ file, text, after: fillSubKey(after, used) })),
  );
  let next = record;
  for (const [index, { text, after }] of written.entries()) {
    const before = record.files[index];
    // The file can be restored byte for byte only if nobody else changed it, or their change is gone without a trace.
    const exact = before?.hash === hashOf(after) || (text !== undefined && before?.hash === hashOf(text));
    next = withFile(next, index, (kept) => ({ ...kept, hash: exact ? hashOf(after) : null }));
  }
  await deps.book.save(next, {
    audit: auditOf(deps, 'tool-repaired', {
      subKeyId: record.subKeyId,
      tool: record.id,
      files: changes.map(({ file }) => file),
    }),
  });
  return next;
}

export function wantOf(done: DoneFile): FileWant {
  if (done.kind === 'entries')
    return {
      kind: 'entries',
      file: done.file,
      format: done.format,
      entries: done.edits.map(({ at, value, anyValue = false, first = false }) => ({
        at,
        value,
        ifAbsent: anyValue,
        anyValue,
        first,
      })),
    };
  if (done.kind === 'block') return { kind: 'block', file: done.file, lines: done.lines };
  return { kind: 'own', file: done.file, text: done.text };
}

/**
 * Puts everything back and ends the sub-key. The files first: a tool without its key is more broken than one with it.
 */
export async function disconnect(
  deps: ConnectionDeps,
  record: ConnectionRecord,
): Promise<Awaited<ReturnType<typeof planUndo>>> {
  const undoings = await planUndo(deps, record);
  await carryOutUndo(deps, undoings);
  await deps.keys.revoke(record.subKeyId);
  await deps.book.remove(
    record.id,
    auditOf(deps, 'tool-disconnected', {
      subKeyId: record.subKeyId,
      tool: record.id,
      files: undoings.map(({ recorded }) => recorded.done.file),
    }),
  );
  return undoings;
}
