import { z } from 'zod';
import type { RecordFault } from '../../shared/contract/notice-facts.ts';
import type { Notices } from '../accounts/notices.ts';
import type { ChainHead } from '../audit/chain.ts';
import type { AuditVerdict } from '../audit/check-chain.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock, Logger, Random } from '../platform/ports.ts';
import type { SecretStore } from '../secrets/secret-store.ts';

/** What the secret store has of the record: the key of its seals, and the last seal itself. */
const keptSchema = z.object({
  key: z.base64(),
  seq: z.int(),
  hash: z.string(),
  /** Grows with every seal, so that a store that was put back to an earlier state shows. */
  round: z.int(),
});
type Kept = z.infer<typeof keptSchema>;

const SECRET = 'audit-seal';
const KEY_BYTES = 32;
/** After a crash, what came since the last seal can be cut off unseen. A locked keychain asks its person each time. */
const EVERY_MS = 3_600_000;
/** The whole record is read when the start is over, in pages with rests between them. */
const LOOK_AFTER_MS = 60_000;
const REST_MS = 50;

/** Seals the record from time to time, and looks at the start whether it still fits its seal. */
export interface Sealing {
  /** The key of the seals; undefined where the store has none. @throws PurserError `SECRETS_UNAVAILABLE` */
  key(): Promise<Buffer | undefined>;
  /** Seals what was written since, and ends. */
  stop(): Promise<void>;
}

interface SealingDeps {
  readonly notices: Pick<Notices, 'add'>;
  readonly ledger: Pick<Ledger, 'auditLinks' | 'newestAuditLinks' | 'lastSeal' | 'sealAudit' | 'verifyAudit' | 'write'>;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly everyMs?: number | undefined;
  readonly lookAfterMs?: number | undefined;
}

/**
 * Begins at once. A store that is only memory keeps nothing over a restart, so that a seal would prove nothing.
 * @see Sealing
 */
export function startSealing(deps: SealingDeps): Sealing {
  const { secrets, log, everyMs = EVERY_MS, lookAfterMs = LOOK_AFTER_MS } = deps;
  if (secrets.kind === 'memory') return { key: () => Promise.resolve(undefined), stop: () => Promise.resolve() };
  let working = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> =>
    (working = working.then(step).catch(() => log.log('warn', 'record-not-sealed')));
  void inTurn(async () => {
    const kept = await read(secrets);
    await compare(deps, kept);
    await seal(deps, kept);
  });
  const timer = setInterval(() => void inTurn(() => sealAgain(deps)), everyMs);
  timer.unref();
  const look = setTimeout(() => void inTurn(() => lookThrough(deps)), lookAfterMs);
  look.unref();
  return {
    key: async () => keyOf(await read(secrets)),
    async stop() {
      clearInterval(timer);
      clearTimeout(look);
      await inTurn(() => sealAgain(deps));
    },
  };
}

async function read(secrets: SecretStore): Promise<Kept | undefined> {
  const text = await secrets.get(SECRET);
  if (text === undefined) return undefined;
  // What cannot be read proves nothing, and no error may hold a piece of it.
  try {
    return keptSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function keyOf(kept: Kept | undefined): Buffer | undefined {
  return kept && Buffer.from(kept.key, 'base64');
}

/** Compares the record with the seal that the store has, and tells what does not fit. */
async function compare(deps: SealingDeps, kept: Kept | undefined): Promise<void> {
  const { ledger } = deps;
  const last = await ledger.lastSeal();
  if (!kept) return last ? tell(deps, 'seal-gone', 0, last.sealed) : undefined;
  const [link] = await ledger.auditLinks(kept.seq - 1, 1);
  if (!link) return tell(deps, 'cut', kept.seq, (await headOf(ledger)).seq);
  if (link.hash !== kept.hash) return tell(deps, 'rewritten', kept.seq, link.seq);
  // The store is written after the record: a crash between the two leaves it one behind.
  if (last && last.round > kept.round + 1) return tell(deps, 'store-older', kept.seq, last.sealed);
  return undefined;
}

/** Reads the whole record, and tells where it does not hold. */
async function lookThrough(deps: SealingDeps): Promise<void> {
  const { ledger, secrets } = deps;
  const kept = await read(secrets);
  const verdict: AuditVerdict = await ledger.verifyAudit({ key: keyOf(kept) }, REST_MS);
  if (verdict.brokenAt !== null) await tell(deps, 'changed', kept?.seq ?? 0, verdict.brokenAt);
}

async function sealAgain(deps: SealingDeps): Promise<void> {
  const kept = await read(deps.secrets);
  const head = await headOf(deps.ledger);
  if (head.seq !== kept?.seq) await seal(deps, kept);
}

async function seal({ ledger, secrets, clock, random }: SealingDeps, kept: Kept | undefined): Promise<void> {
  const key = keyOf(kept) ?? Buffer.from(random.bytes(KEY_BYTES));
  const last = await ledger.lastSeal();
  const round = Math.max(kept?.round ?? 0, last?.round ?? 0) + 1;
  const { seq, hash } = await ledger.sealAudit(key, round, clock.now());
  await secrets.set(SECRET, JSON.stringify({ key: key.toString('base64'), seq, hash, round } satisfies Kept));
}

async function headOf(ledger: SealingDeps['ledger']): Promise<Pick<ChainHead, 'seq'>> {
  return (await ledger.newestAuditLinks(Number.MAX_SAFE_INTEGER, 1))[0] ?? { seq: 0 };
}

const SENTENCES: { readonly [Fault in RecordFault]: (sealed: number, found: number) => string } = {
  cut: (sealed, found) =>
    `The record ends at entry ${found}, and entry ${sealed} was sealed already: its end was cut off, or an older ` +
    `ledger was put in its place. If you did not restore a backup, somebody else did.`,
  rewritten: (sealed) =>
    `Entry ${sealed} of the record is not the one that was sealed: the record was written anew outside Purser.`,
  changed: (_sealed, found) => `Entry ${found} of the record, or one before it, was changed outside Purser.`,
  'store-older': (sealed, found) =>
    `The secret store is older than the record: it knows the record up to entry ${sealed}, and entry ${found} was ` +
    `sealed. If you did not restore it from a backup, somebody else did.`,
  'seal-gone': (_sealed, found) =>
    `The record was sealed up to entry ${found}, and the key of the seal is not in the secret store any more. If you ` +
    `have moved your keys to another store, that is why.`,
};

/** Tells the person, and puts it on record, where it stays. */
async function tell(deps: SealingDeps, why: RecordFault, sealed: number, found: number): Promise<void> {
  const { ledger, notices, clock, log } = deps;
  const at = clock.now();
  log.log('warn', 'record-broken', { why, sealed, found });
  notices.add({
    at,
    kind: 'record-broken',
    agentId: null,
    text: SENTENCES[why](sealed, found),
    about: { code: 'record-broken', why, sealed, found },
  });
  await ledger.write([], [{ at, kind: 'record-broken', detail: { why, sealed, found } }]);
}
