import { count } from '../../count.ts';

/** The panic button, and one agent's. */
export const revoke = {
  agentTitle: (agent: string) => `Revoke all sub-keys of ${agent}?`,
  agentWhat: (agent: string, keys: number) =>
    `Ends ${keys === 1 ? 'the one sub-key' : `all ${count(keys, 'sub-key')}`} of ${agent} and cuts its running ` +
    `requests.`,
  everythingTitle: 'Revoke everything?',
  everythingWhat: (keys: number, holders: number) =>
    `Ends ${keys === 1 ? 'the one sub-key there is' : `all ${count(keys, 'sub-key')} of ${count(holders, 'agent')}`} ` +
    `and cuts every running request.`,
  /** Said with weight; the rest of the sentence follows. */
  final: 'This cannot be undone:',
  finalBecause: 'each tool needs a new sub-key afterwards. Provider keys and the spending history stay.',
  pauseAgent: (agent: string) => `To stop spending only for a while, pause ${agent} instead.`,
  pauseEverything: 'To stop spending only for a while, pause everything instead.',
  button: (keys: number) => `Revoke ${count(keys, 'sub-key')}`,
  agentDone: (agent: string) => `${agent} is revoked`,
  everythingDone: 'Everything is revoked',
  done: (keys: number, cutRequests: number, time: string) =>
    cutRequests === 0
      ? `Revoked ${count(keys, 'sub-key')}. No request was running.`
      : `Revoked ${count(keys, 'sub-key')}, cut ${count(cutRequests, 'running request')} in ${time}.`,
  next: 'Tools need new sub-keys before they can spend again.',
};
