import { PurserError } from '../../../shared/errors.ts';
import { laterUtcDay, utcDay } from '../../domain/reconcile/bill.ts';
import type { Bill } from '../../domain/reconcile/bill.ts';
import { statements } from '../../ledger/statements.ts';
import type { Inside } from '../inside.ts';
import type { BillAccount } from './bill-account.ts';

const DAY_MS = 86_400_000;
/** A month is looked at until its last days are final. */
const STAYS_DAYS = 3;

/** The first day of the month that is looked at when nobody says another one. */
export function usualSince(now: number): string {
  return `${utcDay(now - STAYS_DAYS * DAY_MS).slice(0, 7)}-01`;
}

/**
 * Asks a provider for its bill since a UTC day, and keeps it if it is of the usual days.
 * @throws PurserError `INVALID_INPUT`, `KEY_REFUSED`, `BILL_UNAVAILABLE`, `SECRETS_UNAVAILABLE`
 */
export async function readBill(
  engine: Pick<Inside, 'askBill' | 'billFailures' | 'providers' | 'ledger' | 'clock'>,
  { record, reader, title }: BillAccount,
  since?: string,
): Promise<Bill> {
  const now = engine.clock.now();
  const today = utcDay(now);
  const from = since ?? usualSince(now);
  const oldest = laterUtcDay(today, -reader.mostDays);
  if (from > today) throw new PurserError('INVALID_INPUT', `${from} is still to come. In UTC it is ${today}.`);
  if (from < oldest)
    throw new PurserError('INVALID_INPUT', `Purser reads the bill of ${title} since ${oldest} at most.`);
  const key =
    reader.key === 'own' ? await engine.providers.secretOf(record.name) : await adminKeyOf(engine, record, title);
  if (key === undefined)
    throw new PurserError('INVALID_INPUT', `Purser has no key for ${record.name} (keys in memory end with it).`);
  const span = { from, to: laterUtcDay(today, 1), now };
  const bill = await engine.askBill({ reader, title, baseUrl: record.baseUrl, key, span });
  engine.billFailures.delete(record.name);
  const kept = usualSince(now);
  if (bill.from <= kept)
    await engine.ledger.write(
      [
        statements.keepBill(record.name, now, {
          ...bill,
          from: kept,
          items: bill.items.filter(({ day }) => day >= kept),
        }),
      ],
      [],
    );
  return bill;
}

async function adminKeyOf(
  { providers }: Pick<Inside, 'providers'>,
  { name, adminKeyAt }: BillAccount['record'],
  title: string,
): Promise<string> {
  const add = `purser provider admin-key ${name}`;
  if ((adminKeyAt ?? null) === null)
    throw new PurserError('INVALID_INPUT', `${title} shows its bill to an admin key only. Add one: ${add}`);
  const key = await providers.adminKeyOf(name);
  if (key === undefined)
    throw new PurserError(
      'INVALID_INPUT',
      `The secret store does not have the admin key of ${name} any more (keys in memory end with Purser). ` +
        `Add it again: ${add}`,
    );
  return key;
}
