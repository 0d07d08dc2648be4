import { afterEach, describe, expect, it } from 'vitest';
import { PurserError } from '../../../shared/errors.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import type { KeyFrom } from '../../../shared/key-source/key-source-views.ts';
import { systemRandom } from '../../defaults.ts';
import type { KeyReading } from '../key-source.ts';
import { createKeyLeases } from './key-leases.ts';
import type { KeyLeases } from './key-leases.ts';
import { refreshAfter, retryAfter, standingOf, timeBetween } from './lease.ts';

const NAME = providerNameSchema.parse('openai');
const LEASED: KeyFrom = { reference: 'vault:secret/data/ai#openai', graceMs: 60_000, everyMs: 10_000 };

let leases: KeyLeases | undefined;
afterEach(() => leases?.stop());

/** Leases on a manager that a test can break, and a clock that it can set. */
function open() {
  const scene = {
    wall: 1_000_000,
    value: 'key-1',
    broken: false,
    reads: 0,
    leaseMs: undefined as number | undefined,
    rotated: [] as (string | undefined)[],
    logged: '',
  };
  const read = async (): Promise<KeyReading> => {
    scene.reads += 1;
    await Promise.resolve();
    if (scene.broken) throw new PurserError('SECRETS_UNAVAILABLE', 'Vault is sealed.');
    return {
      value: scene.value,
      version: String(scene.reads),
      ...(scene.leaseMs !== undefined && { leaseMs: scene.leaseMs }),
    };
  };
  const opened = createKeyLeases({
    readKey: read,
    clock: { now: () => scene.wall },
    random: systemRandom,
    log: { log: (...said) => void (scene.logged += JSON.stringify(said)) },
    changed: () => undefined,
    rotated: (_name, version) => void scene.rotated.push(version),
  });
  leases = opened;
  return { scene, leases: opened };
}

describe('a key on a lease', () => {
  it('is read once for all that need it at the same time, and not again while its lease lasts', async () => {
    const { scene, leases } = open();
    expect(await Promise.all([1, 2, 3].map(() => leases.keyOf(NAME, LEASED)))).toEqual(['key-1', 'key-1', 'key-1']);
    scene.value = 'key-2';
    scene.wall += 9_999;
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-1');
    expect(scene.reads).toBe(1);
    scene.wall += 1;
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-2');
    expect(scene.rotated).toEqual(['2']);
  });

  it('goes on for its grace while the manager does not answer, and then for nobody', async () => {
    const { scene, leases } = open();
    await leases.keyOf(NAME, LEASED);
    scene.broken = true;
    scene.wall += 10_000;
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-1');
    expect(leases.viewOf(NAME, LEASED)).toMatchObject({ state: 'grace', failure: 'Vault is sealed.' });
    scene.wall += 59_999;
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-1');
    scene.wall += 1;
    await expect(leases.keyOf(NAME, LEASED)).rejects.toThrow(
      'Purser has no key for openai: Vault is sealed. When that is put right: purser provider refresh openai',
    );
    expect(leases.viewOf(NAME, LEASED)).toMatchObject({ state: 'failed', fetchedAt: null });
    expect(leases.heldOf(NAME)).toBeUndefined();
    scene.broken = false;
    await leases.refresh(NAME, LEASED);
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-1');
    expect(scene.logged).not.toContain('key-1');
  });

  it('is not used longer when a clock is set back, nor after the machine has slept', () => {
    const at = { wall: 1_000_000, steady: 5_000 };
    expect(timeBetween(at, { wall: 0, steady: 15_000 })).toBe(10_000);
    expect(timeBetween(at, { wall: 9_000_000, steady: 5_001 })).toBe(8_000_000);
    const held = { value: 'x', version: undefined, at, leaseMs: 10_000 };
    expect(standingOf(held, 1_000, { wall: 0, steady: 15_000 })).toBe('grace');
    expect(standingOf(held, 1_000, { wall: 0, steady: 16_000 })).toBe('over');
  });

  it('asks a manager that fails no more often than it must', async () => {
    const { scene, leases } = open();
    scene.broken = true;
    for (let count = 0; count < 20; count += 1)
      await expect(leases.keyOf(NAME, LEASED)).rejects.toThrow('Vault is sealed.');
    expect(scene.reads).toBe(1);
    expect([1, 2, 3, 20].map((count) => retryAfter(count, 0.5))).toEqual([1_000, 2_000, 4_000, 30_000]);
    expect(refreshAfter(10_000, 1)).toBeLessThan(10_000);
  });

  it('is read anew in the background before the lease that its manager gave is over', async () => {
    const { scene, leases } = open();
    scene.leaseMs = 200;
    await leases.keyOf(NAME, LEASED);
    scene.value = 'key-2';
    await expect.poll(() => leases.heldOf(NAME)).toBe('key-2');
    expect(await leases.keyOf(NAME, LEASED)).toBe('key-2');
  });

  it('is read by a program only for somebody who needs it', async () => {
    const { scene, leases } = open();
    const ofProgram: KeyFrom = { reference: 'op://a/b/c', graceMs: 0, everyMs: 1_000 };
    leases.warm(NAME, ofProgram);
    expect(scene.reads).toBe(0);
    scene.leaseMs = 100;
    await leases.keyOf(NAME, ofProgram);
    await expect.poll(() => leases.heldOf(NAME)).toBeUndefined();
    expect(scene.reads).toBe(1);
    expect(leases.viewOf(NAME, ofProgram).state).toBe('unread');
  });

  it('is read anew when the provider refuses it, and not for every refusal', async () => {
    const { scene, leases } = open();
    await leases.keyOf(NAME, LEASED);
    leases.refused(NAME, 'another');
    expect(scene.reads).toBe(1);
    scene.value = 'key-2';
    leases.refused(NAME, 'key-1');
    await expect.poll(() => leases.heldOf(NAME)).toBe('key-2');
    leases.refused(NAME, 'key-2');
    leases.refused(NAME, 'key-2');
    expect(scene.reads).toBe(2);
  });
});
