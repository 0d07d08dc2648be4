import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NoticeView } from '../../shared/contract/views.ts';
import { CHAIN_START, linkText } from '../audit/chain.ts';
import { openLedger } from '../ledger/ledger.ts';
import { openConnection } from '../platform/connection.ts';
import { openSecretStore } from '../secrets/open-secret-store.ts';
import { startSealing } from './seal-record.ts';

const passphrase = 'correct horse battery staple';
let folder: string;
let vault: string;
let ledgerFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-seal-'));
  vault = join(folder, 'vault.json');
  ledgerFile = join(folder, 'ledger.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openSecretStore({ kind: 'vault', file: vault, passphrase }, { namespace: folder });

/** A gateway's life as far as its record goes. @returns what the person was told */
async function live({ entries = 10, isKilled = false } = {}): Promise<readonly unknown[]> {
  const told: NoticeView['about'][] = [];
  const ledger = await openLedger(folder);
  const secrets = await open();
  const before = (await ledger.lastSeal())?.round ?? 0;
  const sealing = startSealing({
    ledger,
    secrets,
    notices: { add: ({ about }: { about?: NoticeView['about'] }) => void told.push(about) },
    clock: { now: () => 1 },
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    log: { log: () => undefined },
    lookAfterMs: 1,
  });
  // What was found is told, and the record sealed anew, before anything else is written.
  await vi.waitFor(async () => expect((await ledger.lastSeal())?.round ?? 0).toBeGreaterThan(before), 10_000);
  for (let number = 0; number < entries; number += 1)
    await ledger.write([], [{ at: 1, kind: 'price-set', detail: { number } }]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  if (!isKilled) await sealing.stop();
  await ledger.close();
  return told;
}

async function tamper(change: (all: (sql: string) => Promise<readonly unknown[]>) => Promise<string>): Promise<void> {
  const file = await openConnection(ledgerFile, 'write');
  await file.exec('DROP TRIGGER audit_is_append_only_for_updates; DROP TRIGGER audit_is_append_only_for_deletes');
  await file.exec(await change((sql) => file.all(sql)));
  await file.close();
}

async function verdict() {
  const ledger = await openLedger(folder);
  const kept = JSON.parse((await (await open()).get('audit-seal')) ?? '{}') as { key: string };
  const found = await ledger.verifyAudit({ key: Buffer.from(kept.key, 'base64') });
  await ledger.close();
  return found;
}

it('says nothing while all is well: after a stop, after a kill, and with nothing new', async () => {
  expect(await live()).toEqual([]);
  expect(await live({ isKilled: true })).toEqual([]);
  expect(await live({ entries: 0 })).toEqual([]);
  expect(await live({ entries: 0, isKilled: true })).toEqual([]);
  expect(await verdict()).toMatchObject({ brokenAt: null, sealedTo: expect.any(Number) });
});

it('finds at the start that the end was cut off', async () => {
  await live();
  await tamper(() => Promise.resolve('DELETE FROM audit WHERE seq > 8'));
  expect(await live()).toMatchObject([{ why: 'cut', sealed: 12, found: 8 }]);
  // It stays on record, and the new end is sealed.
  expect(await live()).toEqual([]);
  const ledger = await openLedger(folder);
  expect((await ledger.auditLinks(0, 100)).filter(({ text }) => text.includes('record-broken'))).toHaveLength(1);
  await ledger.close();
});

it('finds that the whole record was written anew, with hashes that fit', async () => {
  await live();
  await tamper(async (all) => {
    const rows = (await all('SELECT seq, text FROM audit ORDER BY seq')) as { seq: number; text: string }[];
    let head = CHAIN_START;
    return rows
      .map(({ seq, text }) => {
        const forged = linkText(head, text.replace('"number":5', '"number":6'));
        head = forged;
        return `UPDATE audit SET text = '${forged.text}', hash = '${forged.hash}' WHERE seq = ${seq}`;
      })
      .join(';');
  });
  expect(await live()).toMatchObject([{ why: 'rewritten', sealed: 12 }, { why: 'changed' }]);
});

it('finds a seal that cannot be read any more, and seals anew', async () => {
  await live();
  await (await open()).set('audit-seal', 'no seal');
  expect(await live()).toMatchObject([{ why: 'seal-gone' }]);
  expect(await live()).toEqual([]);
});

it('finds an entry that was changed before the last seal, without its hash', async () => {
  await live();
  await tamper(() => Promise.resolve(`UPDATE audit SET text = replace(text, '"number":5', '"number":6')`));
  expect(await live()).toMatchObject([{ why: 'changed', found: 7 }]);
});

it('finds a ledger that was put back', async () => {
  await live();
  await copyFile(ledgerFile, join(folder, 'old'));
  await live();
  await rm(`${ledgerFile}-wal`, { force: true });
  await rm(`${ledgerFile}-shm`, { force: true });
  await copyFile(join(folder, 'old'), ledgerFile);
  expect(await live()).toMatchObject([{ why: 'cut', found: 12 }]);
});

it('finds a vault that was put back, and one whose seal is gone', async () => {
  await live();
  await copyFile(vault, join(folder, 'old'));
  await live();
  await live();
  await copyFile(join(folder, 'old'), vault);
  expect(await live()).toMatchObject([{ why: 'store-older', sealed: 12 }]);
  await rm(vault);
  expect(await live()).toMatchObject([{ why: 'seal-gone' }]);
  expect(await live()).toEqual([]);
  expect(await verdict()).toMatchObject({ brokenAt: null });
});
