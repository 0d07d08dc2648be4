import type { Connection } from '../../platform/connection.ts';

/** How many requests were settled before a moment. @param moment epoch milliseconds */
export async function countSettledBefore(connection: Connection, moment: number): Promise<number> {
  const [row] = await connection.all('SELECT COUNT(*) AS requests FROM requests WHERE settled_at < ?', [moment]);
  return Number(row?.['requests'] ?? 0);
}
