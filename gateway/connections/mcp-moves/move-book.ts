import type { AuditEntry } from '../../audit/entry.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import type { Seal } from '../../secrets/seal.ts';
import { movedBeforeSchema, moveRecordSchema } from './move-record.ts';
import type { MovedBefore, MoveRecord } from './move-record.ts';

/** Every move of servers that was not undone, oldest first. What stood in the files is sealed. */
export interface MoveBook {
  /** Those of a tool, or of one project of it. */
  of(tool: string, project: string | null): readonly MoveRecord[];
  all(): readonly MoveRecord[];
  /** Writes a record, what stood in the file (kept as it is when left out), and an audit entry. */
  save(record: MoveRecord, change: { readonly before?: MovedBefore; readonly audit?: AuditEntry }): Promise<void>;
  remove(id: string, audit?: AuditEntry): Promise<void>;
  /** @returns undefined when it cannot be read any more: the secret store forgot its key */
  beforeOf(id: string): Promise<MovedBefore | undefined>;
}

/** @see MoveBook */
export function createMoveBook(ledger: Pick<Ledger, 'contents' | 'write'>, seal: Seal): MoveBook {
  const rows = ledger.contents.mcpMoves.map(({ record, before }) => ({ record: readRecord(record), before }));
  const records = new Map(rows.map(({ record }) => [record.id, record]));
  const sealed = new Map(rows.map(({ record, before }) => [record.id, before]));
  const all = (): readonly MoveRecord[] => [...records.values()].toSorted((left, right) => left.at - right.at);
  return {
    all,
    of: (tool, project) => all().filter((record) => record.tool === tool && record.project === project),
    async save(record, { before, audit }) {
      const closed =
        before === undefined
          ? (sealed.get(record.id) ?? '')
          : (await seal.close(Buffer.from(JSON.stringify(before)), record.id)).toString('base64');
      const clean = moveRecordSchema.parse(record);
      await ledger.write([statements.saveMcpMove(clean.id, JSON.stringify(clean), closed)], audit ? [audit] : []);
      records.set(clean.id, clean);
      sealed.set(clean.id, closed);
    },
    async remove(id, audit) {
      await ledger.write([statements.removeMcpMove(id)], audit ? [audit] : []);
      records.delete(id);
      sealed.delete(id);
    },
    async beforeOf(id) {
      const text = await seal.open(Buffer.from(sealed.get(id) ?? '', 'base64'), id);
      if (text === undefined) return undefined;
      const parsed: unknown = JSON.parse(text.toString('utf8'));
      return movedBeforeSchema.parse(parsed);
    },
  };
}

function readRecord(text: string): MoveRecord {
  const parsed: unknown = JSON.parse(text);
  return moveRecordSchema.parse(parsed);
}
