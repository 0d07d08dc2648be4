import type { Logger, Random } from '../../platform/ports.ts';
import type { Inside } from '../inside.ts';
import { readableAccounts } from './bill-account.ts';
import type { BillAccount } from './bill-account.ts';
import { readBill } from './read-bill.ts';

type Desk = Pick<Inside, 'askBill' | 'billFailures' | 'providers' | 'ledger' | 'clock' | 'notices' | 'changed'>;

/** What the host says of it. */
interface DailyBillOptions {
  /**
   * Milliseconds from the start to the first look, and from one look to the next, which finds out what is due;
   * undefined: a gateway that never looks by itself.
   */
  readonly afterMs: number | undefined;
  readonly random: Random;
  readonly log: Logger;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads the bills that an admin key can read, once a day each. Never without such a key. A failure changes nothing, is
 * told once, and tried again: after an hour, then twice as late each time, up to a day. @returns what ends it
 */
export function startDailyBills(engine: Desk, { afterMs, random, log }: DailyBillOptions): () => Promise<void> {
  if (afterMs === undefined) return () => Promise.resolve();
  const dueAt = new Map<string, number>();
  const failed = new Map<string, number>();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const look = async (): Promise<void> => {
    const { clock } = engine;
    const kept = new Map<string, number>((await engine.ledger.bills()).map(({ provider, at }) => [provider, at]));
    for (const account of readableAccounts(engine)) {
      const { name, adminKeyAt } = account.record;
      if ((adminKeyAt ?? null) === null || isStopped) continue;
      const last = kept.get(name);
      // A clock that was set back must not put it off for good.
      const due = dueAt.get(name) ?? (last === undefined ? 0 : Math.min(last, clock.now()) + DAY_MS);
      const began = clock.now();
      if (began < due) continue;
      const ok = await readOne(engine, account, log);
      const failures = ok ? 0 : (failed.get(name) ?? 0) + 1;
      failed.set(name, failures);
      const wait = ok ? DAY_MS : Math.min(DAY_MS, HOUR_MS * 2 ** (failures - 1));
      dueAt.set(name, began + wait);
    }
  };
  const schedule = (): void => {
    if (isStopped) return;
    // Not all Pursers at the same moment.
    const inMs = Math.min(HOUR_MS, afterMs) + jitter(random, Math.min(HOUR_MS, afterMs));
    timer = setTimeout(() => {
      running = look()
        .catch(() => log.log('error', 'bills-not-looked-at'))
        .finally(schedule);
    }, inMs);
    timer.unref();
  };
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    return running;
  };
}

async function readOne(engine: Desk, account: BillAccount, log: Logger): Promise<boolean> {
  const { notices, clock, changed, billFailures } = engine;
  const { title } = account;
  const { name } = account.record;
  try {
    await readBill(engine, account);
    log.log('info', 'bill-read', { provider: name });
    changed.emit();
    return true;
  } catch (error) {
    const isNew = !billFailures.has(name);
    const reason = error instanceof Error ? error.message : '';
    billFailures.set(name, reason);
    log.log('warn', 'bill-not-read', { provider: name });
    if (isNew)
      notices.add({
        at: clock.now(),
        kind: 'bill-fault',
        agentId: null,
        provider: name,
        text:
          `Purser could not read the bill of ${title}, and tries again by itself. ` +
          `See why: \`purser reconcile ${name}\``,
        about: { code: 'bill-unread', provider: name, title },
      });
    return false;
  }
}

function jitter(random: Random, most: number): number {
  const [low = 0, high = 0] = random.bytes(2);
  return Math.floor(((low + high * 256) / 65_536) * most);
}
