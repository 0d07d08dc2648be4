import { expect, test } from 'vitest';
import { agentIdSchema, approvalIdSchema, providerNameSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { aState } from '../../state/testing.ts';
import { commandsOf } from './commands.ts';

test('every command has a name of its own, and what is paused can be resumed', () => {
  const commands = commandsOf(aState({ agents: [{}, { paused: true }], everythingPaused: true }));
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(new Set(commands.map(({ text }) => text)).size).toBe(commands.length);
  const texts = commands.map(({ text }) => text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'Go to Audit',
      'Pause Agent 0',
      'Resume Agent 1',
      'Resume everything',
      'Revoke everything…',
      'Theme: dark',
      'Connect a tool',
      'Log prompts and replies of Agent 0',
      'Rotate sub-key Agent 0 …ab12',
      'Caps and rules of Agent 0 …ab12',
      'Agent 0 …ab12: Raise $5.00 a day by $5.00 for today',
      'Look around with simulated data',
    ]),
  );
  expect(commands.filter(({ isDanger }) => isDanger).map(({ text }) => text)).toEqual([
    'Revoke all sub-keys of Agent 0…',
    'Revoke all sub-keys of Agent 1…',
    'Revoke everything…',
  ]);
  expect(commandsOf(aState(), 'simulated').map(({ text }) => text)).toContain('Leave the simulation');
});

test('a sub-key that is revoked is nothing to act on; a request that waits comes first', () => {
  const state = aState({ keys: [{ state: 'revoked' }] });
  expect(commandsOf(state).some(({ text }) => text.includes('…ab12'))).toBe(false);
  const approval = {
    id: approvalIdSchema.parse('apr_aaaaaaaa'),
    at: 0,
    expiresAt: 1,
    agentId: agentIdSchema.parse('agt_aaaaaaaaaaa0'),
    agent: 'Agent 0',
    subKeyId: subKeyIdSchema.parse('key_aaaaaaaaaaa0'),
    provider: providerNameSchema.parse('openai'),
    model: 'gpt-5',
    needed: nanodollarsOf(1),
    reason: 'No room.',
    raiseBy: nanodollarsOf(5),
  };
  expect(
    commandsOf({ ...state, approvals: [approval] })
      .slice(0, 3)
      .map(({ text }) => text),
  ).toEqual(['Allow Agent 0 once: gpt-5', 'Raise the cap of Agent 0 for today: gpt-5', 'Deny Agent 0: gpt-5']);
});

test('before anything is known one can still go about', () => {
  expect(commandsOf(undefined).every(({ effect }) => effect.kind === 'go' || effect.kind === 'theme')).toBe(true);
});
