import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { revokeQuestion } from './revoke-words.ts';

const state = aState({
  agents: [{}, { id: 'agt_bbbbbbbbbbb1', name: 'Codex' }, { id: 'agt_bbbbbbbbbbb2', name: 'Aider' }],
  keys: [{}, { state: 'paused' }, { agentId: 'agt_bbbbbbbbbbb1' }, { agentId: 'agt_bbbbbbbbbbb2', state: 'revoked' }],
});

test('says how much would be revoked: paused ones too, revoked ones not again', () => {
  expect(revokeQuestion(state, undefined)).toEqual({
    title: 'Revoke everything?',
    what: 'Ends all 3 sub-keys of 2 agents and cuts every running request.',
    button: 'Revoke 3 sub-keys',
  });
  expect(revokeQuestion(state, state.agents[0]).what).toBe(
    'Ends all 2 sub-keys of Agent 0 and cuts its running requests.',
  );
  expect(revokeQuestion(state, state.agents[1])).toMatchObject({
    title: 'Revoke all sub-keys of Codex?',
    what: 'Ends the one sub-key of Codex and cuts its running requests.',
    button: 'Revoke 1 sub-key',
  });
});
