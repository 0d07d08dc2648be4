import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readLogIndex } from './log-index.ts';

const syncedSchema = z.object({ salt: z.string(), frames: z.int() });
type Synced = z.infer<typeof syncedSchema>;

const nameOf = (database: string): string => `${database}-synced`;

/** Looks how much of the log there is now. @returns a function that notes that so much is on the disk */
export function markSynced(database: string): () => void {
  const index = readLogIndex(database);
  return () => {
    if (!index) return;
    const { salt, frames } = index;
    const before = readSynced(database);
    if (before?.salt === salt && before.frames >= frames) return;
    writeFileSync(nameOf(database), JSON.stringify({ salt, frames }));
  };
}

/** How much was on the disk. @returns undefined where nothing was ever synced */
export function readSynced(database: string): Synced | undefined {
  try {
    return syncedSchema.parse(JSON.parse(readFileSync(nameOf(database), 'utf8')));
  } catch {
    return undefined;
  }
}
