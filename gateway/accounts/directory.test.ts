import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Policy } from '../../shared/policy.ts';
import { openTestDirectory } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';
import { capsOf } from '../testing/open-money-path.ts';

const policy: Policy = { caps: capsOf('5/day') };

let desk: TestDirectory;
beforeEach(async () => {
  desk = await openTestDirectory();
});
afterEach(() => desk.remove());

const issue = async (name = 'Claude Code') => desk.directory.issue(await desk.directory.addAgent(name), policy);

it('a pause does not undo a revoke that came in between', async () => {
  const { key } = await issue();
  await Promise.all([
    desk.directory.pauseKey(key.id, true),
    desk.directory.revoke(key.id),
    desk.directory.pauseAgent(key.agentId, true),
  ]);
  expect(desk.directory.key(key.id)).toMatchObject({ paused: true, revokedAt: 1_000 });
});

it('a resume that is still being written does not undo a revoke either', async () => {
  const { key } = await issue();
  await desk.directory.pauseKey(key.id, true);
  await Promise.all([desk.directory.pauseKey(key.id, false), desk.directory.revoke(key.id)]);
  expect(desk.directory.key(key.id)).toMatchObject({ paused: false, revokedAt: 1_000 });
});

it('a revoked sub-key is neither paused nor resumed', async () => {
  const { key } = await issue();
  await desk.directory.revoke(key.id);
  for (const paused of [true, false])
    await expect(desk.directory.pauseKey(key.id, paused)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: `Sub-key ${key.id} is revoked, which is final. Issue a new one.`,
    });
});

it('an agent that is paused keeps its name, and its sub-keys', async () => {
  const { key, secret } = await issue();
  await desk.directory.pauseAgent(key.agentId, true);
  expect(desk.directory.agentNamed('Claude Code')).toMatchObject({ id: key.agentId, paused: true });
  expect(desk.directory.findSecret(secret)).toMatchObject({ key: { paused: false } });
});
