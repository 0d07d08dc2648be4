import { join } from 'node:path';
import { openConnection } from '../platform/connection.ts';

/**
 * Makes every INSERT (reservations) or UPDATE (settlements) of a request fail, as on a full disk.
 * @returns what lets them pass again
 */
export async function breakLedger(dataFolder: string, kind: 'INSERT' | 'UPDATE'): Promise<() => Promise<void>> {
  const database = await openConnection(join(dataFolder, 'ledger.sqlite'), 'write');
  // A disk cannot be filled from here, and a page limit is each connection's own: a trigger that fails does so for all.
  await database.exec(`CREATE TRIGGER broken BEFORE ${kind} ON requests BEGIN SELECT json('not JSON'); END`);
  return async () => {
    await database.exec('DROP TRIGGER broken');
    await database.close();
  };
}
