import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { laterUtcDay, utcDay } from '../../domain/reconcile/bill.ts';
import type { Inside } from '../inside.ts';
import { billAccount } from './bill-account.ts';

type Desk = Pick<Inside, 'askBill' | 'billFailures' | 'providers' | 'clock'>;

/**
 * Keeps the key that reads a provider's bill, once the provider has shown it the bill of yesterday; null removes it.
 * @throws PurserError `NOT_FOUND`, `INVALID_INPUT`, `KEY_REFUSED`, `BILL_UNAVAILABLE`; then nothing is stored
 */
export async function setAdminKey(engine: Desk, name: ProviderName, key: string | null): Promise<void> {
  const { record, reader, title } = billAccount(engine, name);
  if (reader.key === 'own')
    throw new PurserError(
      'INVALID_INPUT',
      `${title} shows its bill to the key that Purser has already: purser reconcile ${name}`,
    );
  if (key?.startsWith('sk-purser-') === true)
    throw new PurserError('INVALID_INPUT', `This is a sub-key of Purser, not an admin key of ${title}.`);
  if (key !== null) {
    if (key === (await engine.providers.secretOf(name)))
      throw new PurserError(
        'INVALID_INPUT',
        `This is the key that requests are made with. An admin key of ${title} is another one, from ${reader.keysAt}.`,
      );
    const now = engine.clock.now();
    const today = utcDay(now);
    const span = { from: laterUtcDay(today, -1), to: laterUtcDay(today, 1), now };
    await engine.askBill({ reader, title, baseUrl: record.baseUrl, key, span });
  }
  await engine.providers.setAdminKey(name, key);
  engine.billFailures.delete(name);
}
