import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy } from '../../shared/policy.ts';
import { FULL, openTestDirectory } from '../testing/open-directory.ts';
import type { TestDirectory } from '../testing/open-directory.ts';
import { capsOf } from '../testing/open-money-path.ts';

const policy: Policy = { caps: capsOf('5/day') };

let desk: TestDirectory;
beforeEach(async () => {
  desk = await openTestDirectory();
});
afterEach(() => desk.remove());

const issue = async (name = 'Claude Code') => desk.directory.issue(await desk.directory.addAgent(name), policy);

describe('pausing', () => {
  it('works before it is written; resuming only when it is', async () => {
    const { key } = await issue();
    const agent = desk.directory.agentNamed('Claude Code');
    desk.isDiskFull = true;
    const pauses = [
      desk.directory.pauseKey(key.id, true),
      desk.directory.pauseAgent(agent.id, true),
      desk.directory.pauseEverything(true),
    ];
    expect([
      desk.directory.key(key.id).paused,
      desk.directory.agent(agent.id).paused,
      desk.directory.everythingPaused(),
    ]).toEqual([true, true, true]);
    await Promise.all(pauses);
    for (const resume of [
      desk.directory.pauseKey(key.id, false),
      desk.directory.pauseAgent(agent.id, false),
      desk.directory.pauseEverything(false),
    ])
      await expect(resume).rejects.toMatchObject(FULL);
    const scopes = [scopeOf('key', key.id), scopeOf('agent', agent.id), EVERYTHING];
    const held = () => [
      desk.directory.key(key.id).paused,
      desk.directory.agent(agent.id).paused,
      desk.directory.everythingPaused(),
    ];
    expect([held(), scopes.map((scope) => desk.stops.isWaiting(scope))]).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
    desk.isDiskFull = false;
    // It brings the pauses along, in front of itself.
    await desk.directory.pauseAgent(agent.id, false);
    expect([held(), scopes.map((scope) => desk.stops.isWaiting(scope))]).toEqual([
      [true, false, true],
      [false, false, false],
    ]);
    await desk.restart();
    expect(held()).toEqual([true, false, true]);
  });

  it('outlives the gateway, and so does resuming', async () => {
    const { key } = await issue();
    const { id } = desk.directory.agentNamed('Claude Code');
    for (const paused of [true, false]) {
      await Promise.all([
        desk.directory.pauseKey(key.id, paused),
        desk.directory.pauseAgent(id, paused),
        desk.directory.pauseEverything(paused),
      ]);
      await desk.restart();
      expect([
        desk.directory.key(key.id).paused,
        desk.directory.agent(id).paused,
        desk.directory.everythingPaused(),
      ]).toEqual([paused, paused, paused]);
    }
  });

  it('keeps the reason of Purser itself until it is resumed, or the gateway ends', async () => {
    const { key } = await issue();
    const because = () => desk.directory.pausedBecause(key.agentId);
    await desk.directory.pauseAgent(key.agentId, true, 'it spends too fast');
    expect(because()).toBe('it spends too fast');
    await desk.directory.pauseAgent(key.agentId, false);
    expect(because()).toBeUndefined();
    await desk.directory.pauseAgent(key.agentId, true, 'it spends too fast');
    await desk.restart();
    expect([because(), desk.directory.agent(key.agentId).paused]).toEqual([undefined, true]);
    await desk.directory.pauseAgent(key.agentId, true, 'it spends too fast');
    // A person pauses it too: now it is theirs.
    await desk.directory.pauseAgent(key.agentId, true);
    expect(because()).toBeUndefined();
  });

  it('that comes while a resume is written wins', async () => {
    const { key } = await issue();
    await desk.directory.pauseKey(key.id, true);
    await Promise.all([desk.directory.pauseKey(key.id, false), desk.directory.pauseKey(key.id, true)]);
    expect(desk.directory.key(key.id).paused).toBe(true);
    await desk.restart();
    expect(desk.directory.key(key.id).paused).toBe(true);
  });

  it('is on record, of whom and which way', async () => {
    const { key } = await issue();
    for (const paused of [true, false]) {
      await desk.directory.pauseKey(key.id, paused);
      await desk.directory.pauseAgent(key.agentId, paused);
      await desk.directory.pauseEverything(paused);
    }
    for (const what of ['sub-key', 'agent', 'everything'])
      for (const way of ['paused', 'resumed']) expect(await desk.audited(`${what}-${way}`), what + way).toBe(1);
  });
});
