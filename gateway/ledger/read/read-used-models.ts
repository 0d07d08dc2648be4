import { z } from 'zod';
import { providerNameSchema } from '../../../shared/ids.ts';
import type { Connection } from '../../platform/connection.ts';

const usedRow = z.object({ provider: providerNameSchema, model: z.string() });

/** Every model that was asked for since a moment, by provider. @param since epoch milliseconds */
export async function readUsedModels(
  connection: Connection,
  since: number,
): Promise<readonly z.infer<typeof usedRow>[]> {
  return z
    .array(usedRow)
    .parse(
      await connection.all('SELECT DISTINCT provider, model FROM rollups WHERE bucket >= ? ORDER BY provider, model', [
        since,
      ]),
    );
}
