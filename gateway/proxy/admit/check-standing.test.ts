import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMoneyPath } from '../../testing/open-money-path.ts';
import type { MoneyPath } from '../../testing/open-money-path.ts';
import { checkStanding } from './check-standing.ts';

let path: MoneyPath;
beforeEach(async () => {
  path = await openMoneyPath();
});
afterEach(() => path.remove());

const check = () => checkStanding(path, path.directory.key(path.key.id));

it('a sub-key that nobody stopped may spend', () => {
  expect(check()).toBeUndefined();
});

it('the widest pause is named first, and one that is lifted leaves the next', async () => {
  const { agentId, id } = path.key;
  await path.directory.pauseKey(id, true);
  await path.directory.pauseAgent(agentId, true);
  await path.directory.pauseEverything(true);
  const lift = [
    () => path.directory.pauseEverything(false),
    () => path.directory.pauseAgent(agentId, false),
    () => path.directory.pauseKey(id, false),
  ];
  const said: unknown[] = [];
  for (const resume of lift) {
    const refusal = check();
    said.push([refusal?.kind, refusal?.code, refusal?.message]);
    await resume();
  }
  expect(said).toEqual([
    [
      'not-allowed',
      'everything-paused',
      'Everything is paused in Purser. Resume it in the tray or with `purser resume`.',
    ],
    ['not-allowed', 'agent-paused', 'Claude Code is paused in Purser. Resume it in the tray or on the dashboard.'],
    [
      'not-allowed',
      'sub-key-paused',
      'This sub-key of Claude Code is paused. Resume it on the dashboard or with `purser key resume`.',
    ],
  ]);
  expect(check()).toBeUndefined();
});

it('a pause by Purser itself says why', async () => {
  await path.directory.pauseAgent(path.key.agentId, true, 'it repeated one request 20 times');
  expect(check()?.message).toBe(
    'Claude Code is paused in Purser: it repeated one request 20 times. Resume it in the tray or on the dashboard.',
  );
});

it('a revoked sub-key is refused for good, whatever else is paused', async () => {
  await path.directory.revoke(path.key.id);
  await path.directory.pauseEverything(true);
  expect(check()).toEqual({
    kind: 'not-allowed',
    code: 'sub-key-revoked',
    message: 'This sub-key of Claude Code was revoked. Issue a new one in Purser.',
    about: { code: 'sub-key-revoked', agent: 'Claude Code' },
  });
});
