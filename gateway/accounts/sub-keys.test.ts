import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subKeyIdSchema } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { isSubKeyShaped } from '../domain/sub-key.ts';
import { FULL, openTestDirectory, until } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';
import { capsOf } from '../testing/open-money-path.ts';

const policy: Policy = { caps: capsOf('5/day') };

let desk: TestDirectory;
beforeEach(async () => {
  desk = await openTestDirectory();
});
afterEach(() => desk.remove());

const issue = async (name = 'Claude Code') => desk.directory.issue(await desk.directory.addAgent(name), policy);

describe('a sub-key', () => {
  it('is found by its secret alone, also after a restart', async () => {
    const { key, secret } = await issue();
    expect(isSubKeyShaped(secret)).toBe(true);
    expect(key).toMatchObject({ hint: secret.slice(-4), paused: false, revokedAt: null });
    expect(desk.limits.policyOf(scopeOf('key', key.id))).toEqual(policy);
    for (const wrong of ['', 'sk-purser-', secret.slice(0, -1), `${secret} `, key.hash, key.id, key.hint])
      expect(desk.directory.findSecret(wrong)).toBeUndefined();
    expect(desk.directory.findSecret(secret)).toEqual({ key, secret: 'current' });
    await desk.restart();
    expect(desk.directory.findSecret(secret)).toMatchObject({ key: { id: key.id } });
    expect(desk.limits.policyOf(scopeOf('key', key.id))).toEqual(policy);
  });

  it('is on disk as a hash only', async () => {
    const { secret } = await issue();
    for (const name of await readdir(desk.folder)) {
      const bytes = await readFile(join(desk.folder, name));
      expect([name, bytes.includes(secret), bytes.includes(secret.slice(10, 42))]).toEqual([name, false, false]);
    }
  });

  it('is not there when it could not be written', async () => {
    const agent = await desk.directory.addAgent('Claude Code');
    desk.isDiskFull = true;
    await expect(desk.directory.issue(agent, policy)).rejects.toMatchObject(FULL);
    expect(desk.directory.keys()).toEqual([]);
  });
});

describe('revoking', () => {
  it('works before it is written, for good, and is told apart from unknown', async () => {
    const { key, secret } = await issue();
    const written = desk.directory.revoke(key.id);
    expect(desk.directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    await written;
    await desk.restart();
    expect(desk.directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    await expect(desk.directory.pauseKey(key.id, false)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Sub-key ${key.id} is revoked, which is final. Issue a new one.`,
    });
  });

  it('is one change, however often it is asked for', async () => {
    const { key } = await issue();
    const revoked = await Promise.all([desk.directory.revoke(key.id), desk.directory.revoke(key.id)]);
    revoked.push(await desk.directory.revoke(key.id));
    await desk.restart();
    revoked.push(await desk.directory.revoke(key.id));
    expect(revoked.map(({ revokedAt }) => revokedAt)).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(await desk.audited('sub-key-revoked')).toBe(1);
  });

  it('holds though it could not be written, is shown as not stored, and is written once there is room', async () => {
    const { key, secret } = await issue();
    const scope = scopeOf('key', key.id);
    desk.isDiskFull = true;
    // A second click must not be told that all is well while nothing is on disk.
    for (const click of [1, 2])
      expect([click, (await desk.directory.revoke(key.id)).revokedAt, desk.stops.isWaiting(scope)]).toEqual([
        click,
        1_000,
        true,
      ]);
    expect(desk.directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    desk.isDiskFull = false;
    await until(() => !desk.stops.isWaiting(scope));
    await desk.restart();
    expect(desk.directory.findSecret(secret)?.key.revokedAt).toBe(1_000);
    expect(await desk.audited('sub-key-revoked')).toBe(1);
  });

  it('that waits for room is written at once when it is asked for again', async () => {
    const { key } = await issue();
    desk.isDiskFull = true;
    await desk.directory.revoke(key.id);
    desk.isDiskFull = false;
    await desk.directory.revoke(key.id);
    expect([desk.stops.isWaiting(scopeOf('key', key.id)), await desk.audited('sub-key-revoked')]).toEqual([false, 1]);
  });
});

describe('rotating', () => {
  const DAY = 86_400_000;

  it('gives a new secret at once; the old one works for its time, and is known for longer', async () => {
    const { key, secret: old } = await issue();
    const { secret, graceEndsAt } = await desk.directory.rotate(key.id, DAY);
    expect([secret === old, graceEndsAt]).toEqual([false, 1_000 + DAY]);
    for (const start of [1, 2]) {
      const found = [secret, old].map((one) => desk.directory.findSecret(one));
      expect([start, found]).toMatchObject([start, [{ secret: 'current' }, { secret: 'old', key: { id: key.id } }]]);
      await desk.restart();
    }
    desk.now += DAY;
    expect(desk.directory.findSecret(old)).toMatchObject({ secret: 'expired', key: { id: key.id } });
    expect(desk.directory.key(key.id)).toMatchObject({ hint: secret.slice(-4), rotatedAt: 1_000 });
  });

  it('that could not be written leaves the secret that there was', async () => {
    const { key, secret } = await issue();
    desk.isDiskFull = true;
    await expect(desk.directory.rotate(key.id, DAY)).rejects.toMatchObject(FULL);
    expect(desk.directory.findSecret(secret)).toEqual({ key, secret: 'current' });
  });

  it('does not undo a stop that came while it was written, and is refused of a revoked one', async () => {
    const { key } = await issue();
    await Promise.all([desk.directory.rotate(key.id, DAY), desk.directory.revoke(key.id)]);
    expect(desk.directory.key(key.id).revokedAt).toBe(1_000);
    await expect(desk.directory.rotate(key.id, DAY)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Sub-key ${key.id} is revoked, which is final. Issue a new one.`,
    });
  });

  it('says when an old secret was last used, and puts its first use on record', async () => {
    const { key, secret } = await issue();
    expect(desk.directory.rotationOf(key.id)).toBeUndefined();
    await desk.directory.rotate(key.id, DAY);
    expect(desk.directory.rotationOf(key.id)).toEqual({ graceEndsAt: 1_000 + DAY, oldLastUsedAt: null });
    for (const at of [2_000, 3_000]) {
      desk.now = at;
      desk.directory.findSecret(secret);
    }
    expect(desk.directory.rotationOf(key.id)?.oldLastUsedAt).toBe(3_000);
    await expect.poll(() => desk.audited('old-secret-used')).toBe(1);
  });
});

describe('the project of a sub-key', () => {
  it('is the folder that it was issued for, else the one where it, or its agent, may be used', async () => {
    const agent = await desk.directory.addAgent('Claude Code');
    const issued = await desk.directory.issue(
      agent,
      { ...policy, folder: '/home/me/own' },
      { project: '/home/me/shop' },
    );
    const { key } = await desk.directory.issue(agent, policy);
    expect([desk.directory.projectOf(issued.key.id), desk.directory.projectOf(key.id)]).toEqual([
      '/home/me/shop',
      null,
    ]);
    await desk.limits.set(scopeOf('agent', agent.id), { folder: '/home/me/all' });
    expect(desk.directory.projectOf(key.id)).toBe('/home/me/all');
    await desk.limits.set(scopeOf('key', key.id), { ...policy, folder: '/home/me/one' });
    expect(desk.directory.projectOf(key.id)).toBe('/home/me/one');
    await desk.restart();
    expect(desk.directory.projectOf(issued.key.id)).toBe('/home/me/shop');
  });

  it('of a sub-key that nobody knows is answered with what to do', () => {
    const unknown = subKeyIdSchema.parse('key_000000000000');
    for (const ask of [desk.directory.key, desk.directory.projectOf])
      expect(() => ask(unknown)).toThrow('See `purser key list`.');
  });
});
