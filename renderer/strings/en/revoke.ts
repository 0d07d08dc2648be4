import { count } from './count.ts';

/** The panic button, and one agent's. */
export const revoke = {
  agentTitle: (agent: string) => `Revoke all sub-keys of ${agent}?`,
  agentWhat: (agent: string, keys: number) => `Ends ${keys === 1 ? 'the one sub-key' : `all ${count(keys, 'sub-key')}`} of ${agent} and cuts its running requests.`,
  everythingTitle: 'Revoke everything?',
  everythingWhat: (keys: number, holders: number) =>
    `Ends ${keys === 1 ? 'the one sub-key there is' : `all ${count(keys, 'sub-key')} of ${count(holders, 'agent')}`} and cuts every running request.`,
  button: (keys: number) => `Revoke ${count(keys, 'sub-key')}`,
};
