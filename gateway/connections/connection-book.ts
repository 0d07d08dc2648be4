import type { AuditEntry } from '../audit/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { statements } from '../ledger/statements.ts';
import type { Seal } from '../secrets/seal.ts';
import { beforeSchema, connectionRecordSchema } from './connection-record.ts';
import type { Before, ConnectionRecord } from './connection-record.ts';

/** Every connection: in memory for reading, in the ledger for good. The earlier contents of files are sealed. */
export interface ConnectionBook {
  all(): readonly ConnectionRecord[];
  find(id: string): ConnectionRecord | undefined;
  /** Writes a record, the earlier contents of its files (kept as they are when left out), and an audit entry. */
  save(record: ConnectionRecord, change: { readonly before?: Before; readonly audit?: AuditEntry }): Promise<void>;
  remove(id: string, audit: AuditEntry): Promise<void>;
  /** @returns undefined when it cannot be read any more: the secret store forgot its key */
  beforeOf(id: string): Promise<Before | undefined>;
}

/** @see ConnectionBook */
export function createConnectionBook(ledger: Pick<Ledger, 'contents' | 'write'>, seal: Seal): ConnectionBook {
  const rows = ledger.contents.connections.map(({ record, before }) => ({ record: readRecord(record), before }));
  const records = new Map(rows.map(({ record }) => [record.id, record]));
  const sealed = new Map(rows.map(({ record, before }) => [record.id, before]));
  return {
    all: () => [...records.values()],
    find: (id) => records.get(id),
    async save(record, { before, audit }) {
      const closed =
        before === undefined
          ? (sealed.get(record.id) ?? '')
          : (await seal.close(Buffer.from(JSON.stringify(before)))).toString('base64');
      const clean = connectionRecordSchema.parse(record);
      await ledger.write([statements.saveConnection(clean.id, JSON.stringify(clean), closed)], audit ? [audit] : []);
      records.set(clean.id, clean);
      sealed.set(clean.id, closed);
    },
    async remove(id, audit) {
      await ledger.write([statements.removeConnection(id)], [audit]);
      records.delete(id);
      sealed.delete(id);
    },
    async beforeOf(id) {
      const text = await seal.open(Buffer.from(sealed.get(id) ?? '', 'base64'));
      if (text === undefined) return undefined;
      const parsed: unknown = JSON.parse(text.toString('utf8'));
      return beforeSchema.parse(parsed);
    },
  };
}

function readRecord(text: string): ConnectionRecord {
  const parsed: unknown = JSON.parse(text);
  return connectionRecordSchema.parse(parsed);
}
