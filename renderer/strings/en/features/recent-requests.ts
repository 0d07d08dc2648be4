import { count } from '../count.ts';

const limited = (tokens: number): string => `Purser limited the answer to ${count(tokens, 'token')}`;

/** The newest requests, and the words for how any request ended. */
export const recentRequests = {
  title: 'Recent requests',
  all: 'All requests',
  none: 'No requests yet. They appear here when they finish.',
  columns: {
    time: 'Time',
    agent: 'Agent',
    model: 'Model',
    input: 'Input',
    output: 'Output',
    outcome: 'Outcome',
    cost: 'Cost',
  },
  took: (time: string) => `Took ${time}`,
  modelAt: (model: string, provider: string) => `${model} at ${provider}`,
  /** Shares of the input come right after it. */
  tokens: (parts: readonly string[]) => parts.join(', '),
  input: (tokens: number) => count(tokens, 'input', 'input'),
  fromCache: (tokens: number) => count(tokens, 'of it read from cache', 'of it read from cache'),
  toCache: (tokens: number) => count(tokens, 'of it written to cache', 'of it written to cache'),
  output: (tokens: number) => count(tokens, 'output', 'output'),
  /** Beside the outcome, where there is no room for columns. */
  inAndOut: (input: string, output: string) => `${input} in, ${output} out`,
  served: { text: 'Served', why: 'The whole reply arrived.' },
  servedShorter: 'Served, limit lowered',
  servedWithin: (limit: string) => `The whole reply arrived. ${limit}`,
  limitedByCap: (tokens: number) => `${limited(tokens)}, because the cap had no room for more.`,
  limitedByRules: (tokens: number) =>
    `${limited(tokens)}: a rule allows no more, or nobody knows how long this model’s answers can be.`,
  /** Of requests from before it was kept to what. */
  lowered: 'Purser limited the length of the reply to what the cap had room for.',
  cut: { text: 'Cut', why: 'Purser ended this request: cap reached, paused or revoked.' },
  clientGone: { text: 'Left early', why: 'The tool disconnected before the reply ended.' },
  providerError: { text: 'Provider error', why: 'The provider failed or refused.' },
  toolError: { text: 'Tool error', why: 'The tool answered with an error, or its server failed.' },
  providerStatus: (status: number) => `Provider error ${status}`,
  crashed: { text: 'Crashed', why: 'Purser was stopped while this request ran.' },
};
