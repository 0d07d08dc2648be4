import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Connection } from '../platform/connection.ts';
import type { Statement } from '../platform/connection.ts';
import { createChainCheck } from './check-chain.ts';
import { CHAIN_START, linkEntry } from './chain.ts';
import type { ChainHead } from './chain.ts';
import type { AuditVerdict, KnownBeside } from './check-chain.ts';
import type { AuditEntry } from './entry.ts';
import { readSeal } from './seal.ts';
import type { Seal } from './seal.ts';

/**
 * Turns entries into links and the statements that write them, in the same transaction as the events that they record.
 */
export interface AuditSeal {
  readonly statements: readonly Statement[];
  readonly head: ChainHead;
}

/** Seals entries behind `head`. Nothing is kept: the caller moves on to the new head when the commit stood. */
export function sealEntries(head: ChainHead, entries: readonly AuditEntry[]): AuditSeal {
  let last = head;
  const statements = entries.map((entry): Statement => {
    const link = linkEntry(last, entry);
    last = link;
    return {
      sql:
        'INSERT INTO audit (seq, at, kind, agent_id, sub_key_id, request_id, text, hash) VALUES (?, ?, ?, ?, ?, ' +
        '?, ?, ?)',
      params: [
        link.seq,
        entry.at,
        entry.kind,
        entry.agentId ?? null,
        entry.subKeyId ?? null,
        entry.requestId ?? null,
        link.text,
        link.hash,
      ],
    };
  });
  return { statements, head: last };
}

const linkRow = z.object({ seq: z.int(), text: z.string(), hash: z.string() });

/** Where the stored chain ends now. */
export async function readHead(connection: Pick<Connection, 'all'>): Promise<ChainHead> {
  const [row] = await connection.all('SELECT seq, text, hash FROM audit ORDER BY seq DESC LIMIT 1');
  return row === undefined ? CHAIN_START : linkRow.parse(row);
}

const PAGE = 10_000;

/** The newest seal; undefined where nothing was sealed. */
export async function readLastSeal(connection: Connection): Promise<Seal | undefined> {
  const [row] = await connection.all("SELECT text FROM audit WHERE kind = 'record-sealed' ORDER BY seq DESC LIMIT 1");
  return row === undefined ? undefined : readSeal(String(row['text']));
}

/**
 * Recomputes the whole chain from its texts. Columns beside the text are for looking up and prove nothing.
 * @param kept a head that was kept elsewhere: it must be one of the links, else the chain was cut off or written anew
 * @param restMs between two pages, so that nobody feels it
 */
export async function verifyChain(connection: Connection, known: KnownBeside = {}, restMs = 0): Promise<AuditVerdict> {
  const check = createChainCheck(known);
  for (;;) {
    if (restMs > 0 && check.verdict().entries > 0) await sleep(restMs, undefined, { ref: false });
    const rows = await readLinks(connection, check.verdict().entries, PAGE);
    for (const row of rows) if (!check.follows(row)) return check.verdict();
    if (rows.length < PAGE) return check.verdict();
  }
}

/** Links behind number `after`, in order. */
export async function readLinks(
  connection: Connection,
  after: number,
  limit: number,
): Promise<readonly z.infer<typeof linkRow>[]> {
  return z
    .array(linkRow)
    .parse(
      await connection.all('SELECT seq, text, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', [after, limit]),
    );
}

/** The newest links before number `before`, newest first. */
export async function readNewestLinks(
  connection: Connection,
  before: number,
  limit: number,
): Promise<readonly z.infer<typeof linkRow>[]> {
  return z
    .array(linkRow)
    .parse(
      await connection.all('SELECT seq, text, hash FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?', [
        before,
        limit,
      ]),
    );
}
