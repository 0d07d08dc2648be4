import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { revocationSentence, revokeQuestion } from './revoke-words.ts';

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
  expect(revokeQuestion(state, state.agents[0]).what).toBe('Ends all 2 sub-keys of Agent 0 and cuts its running requests.');
  expect(revokeQuestion(state, state.agents[1])).toMatchObject({ title: 'Revoke all sub-keys of Codex?', what: 'Ends the one sub-key of Codex and cuts its running requests.', button: 'Revoke 1 sub-key' });
});

test('says what was revoked, and how fast', () => {
  expect(revocationSentence({ revoked: 3, cutRequests: 2, cutMs: 1.42 })).toBe('Revoked 3 sub-keys, cut 2 running requests in 1.4 ms.');
  expect(revocationSentence({ revoked: 1, cutRequests: 0, cutMs: 0.1 })).toBe('Revoked 1 sub-key. No request was running.');
});
