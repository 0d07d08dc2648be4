import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentIdSchema, providerNameSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { openOwnedThings } from './owned-things.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'owned-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const AT = providerNameSchema.parse('anthropic');
const keyOf = (id: string, agent: string, revokedAt: number | null = null): SubKeyRecord => ({
  id: subKeyIdSchema.parse(`key_${id.repeat(12)}`),
  agentId: agentIdSchema.parse(`agt_${agent.repeat(12)}`),
  hash: '',
  hint: '',
  createdAt: 0,
  paused: false,
  revokedAt,
  rotatedAt: null,
  endReason: null,
  name: null,
  project: null,
});
const [mine, other, sister] = [keyOf('a', 'a'), keyOf('b', 'b'), keyOf('c', 'a')];
const directory = (...keys: readonly SubKeyRecord[]) => ({ keys: () => keys });

it('keeps what a sub-key has made from all others, also after a restart', async () => {
  const ledger = await openLedger(folder);
  const owned = openOwnedThings(ledger, directory(mine, other, sister));
  await owned.note(AT, 'file_1', mine.id);
  expect([mine, other, sister].map((key) => owned.mayReach(key, AT, 'file_1'))).toEqual([true, false, false]);
  await ledger.close();
  const again = await openLedger(folder);
  const kept = openOwnedThings(again, directory(mine, other, sister));
  expect([mine, other].map((key) => kept.mayReach(key, AT, 'file_1'))).toEqual([true, false]);
  expect([mine, other].map((key) => kept.isOwn(key, AT, 'file_1'))).toEqual([true, false]);
  await kept.forget(AT, 'file_1');
  await again.close();
  const last = await openLedger(folder);
  expect(openOwnedThings(last, directory(mine)).isOwn(mine, AT, 'file_1')).toBe(false);
  await last.close();
});

it('leaves what an ended sub-key has made to the others of its agent', async () => {
  const ledger = await openLedger(folder);
  const owned = openOwnedThings(ledger, directory(keyOf('a', 'a', 5), other, sister));
  await owned.note(AT, 'msgbatch_1', mine.id);
  expect([other, sister].map((key) => owned.mayReach(key, AT, 'msgbatch_1'))).toEqual([false, true]);
  await ledger.close();
});

it('shows in no list what was made elsewhere, and lets whoever knows its id reach it', async () => {
  const ledger = await openLedger(folder);
  const owned = openOwnedThings(ledger, directory(mine));
  expect([owned.mayReach(mine, AT, 'file_2'), owned.isOwn(mine, AT, 'file_2')]).toEqual([true, false]);
  await ledger.close();
});
