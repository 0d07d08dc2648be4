import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from '../platform/connection.ts';
import { openLedger } from './ledger.ts';

const PAGE = 4_096;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-damage-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a ledger damaged where no start reads is told before it is used, with what to do; a whole one opens', async () => {
  const ledger = await openLedger(folder);
  await ledger.write(
    [],
    Array.from({ length: 500 }, (_, at) => ({
      at,
      kind: 'request-refused' as const,
      detail: { text: 'x'.repeat(400) },
    })),
  );
  await ledger.close();
  await (await openLedger(folder)).close();
  const file = join(folder, 'ledger.sqlite');
  const reader = await openConnection(file, 'read');
  const [page] = await reader
    .all("SELECT pageno FROM dbstat WHERE name = 'audit' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 20")
    .catch(() => []);
  await reader.close();
  // Without the table that tells (a build option of SQLite): in the middle of what was written last.
  const handle = await open(file, 'r+');
  const at = page === undefined ? Math.floor((await handle.stat()).size / PAGE) - 20 : Number(page['pageno']) - 1;
  await handle.write(Buffer.alloc(PAGE, 0xa5), 0, PAGE, at * PAGE);
  await handle.close();
  await expect(openLedger(folder)).rejects.toMatchObject({
    code: 'LEDGER_UNAVAILABLE',
    message: expect.stringMatching(/ledger\.sqlite.*is damaged.*from a backup/) as string,
  });
});
