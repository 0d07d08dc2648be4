import { randomUUID } from 'node:crypto';
import { PurserError } from '../../shared/errors.ts';
import type { Connection } from '../platform/connection.ts';
import { HOLDER } from './request-statements.ts';
import { statements } from './statements.ts';
import type { Fence } from './write-queue.ts';

/**
 * Writes the gateway that holds the ledger from now on. The former one finds that at its next commit, inside the same
 * transaction, and writes nothing any more: two gateways never spend from one ledger, even where every lock was taken
 * away.
 */
export async function takeOver(writer: Connection): Promise<Fence> {
  const me = randomUUID();
  const { sql, params } = statements.setSetting(HOLDER, me);
  await writer.run(sql, params);
  return {
    holder: me,
    async check(connection) {
      const [row] = await connection.all('SELECT value FROM settings WHERE name = ?', [HOLDER]);
      if (row?.['value'] !== me) {
        throw new PurserError(
          'DATA_FOLDER_IN_USE',
          'Another Purser has taken over this data folder, so this one serves nothing any more. Stop this one.',
        );
      }
    },
  };
}
