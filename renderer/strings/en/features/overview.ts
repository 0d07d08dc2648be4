import type { Cap } from '../../../../shared/cap.ts';
import { during } from './caps.ts';
import { count } from '../count.ts';

/** The money at a glance: figures, pace, agents in brief. */
export const overview = {
  figures: 'Spend against caps',
  windows: { day: 'Spent today', week: 'This week', month: 'This month' },
  requests: (requests: number) => count(requests, 'request'),
  requestsCompared: (requests: number, compared: string) => `${count(requests, 'request')}; ${compared}`,
  /** Today's requests, and what may still be spent: two sentences in a line. */
  today: (requests: string, allowance: string) => `${requests}. ${allowance}`,
  capOnEverything: 'Cap on everything',
  of: (amount: string) => `of ${amount}`,
  /** A cap that is not today's, after what was spent today. */
  ofCap: (spent: string, amount: string, window: Pick<Cap, 'window' | 'rolling'>) =>
    `· ${spent} of ${amount} ${during(window)}`,
  everythingPaused: 'Everything is paused, so nothing more can be spent.',
  noSubKey: 'No sub-key is active, so nothing more can be spent.',
  allows: (amount: string) => `The caps allow at most ${amount} more.`,
  allowsNothing: 'The caps have no room left.',

  pace: (amount: string) => `${amount} an hour.`,
  nobodySpent: 'Nobody spent in the last 15 minutes.',
  noCapReached: 'At this pace no cap is reached before it resets.',
  /** @param owner an agent or a provider; undefined for everything together */
  reaches: (owner: string | undefined, amount: string, window: Pick<Cap, 'window' | 'rolling'>, moment: string) =>
    `At this pace ${owner ?? 'everything together'} reaches ${amount} ${during(window)} at ${moment}.`,
  hasLeft: (owner: string | undefined, left: string, amount: string, window: Pick<Cap, 'window' | 'rolling'>) =>
    `${owner ?? 'Everything together'} has ${left} left of ${amount} ${during(window)}.`,
  nothingLeft: (owner: string | undefined, amount: string, window: Pick<Cap, 'window' | 'rolling'>) =>
    `${owner ?? 'Everything together'} has nothing left of ${amount} ${during(window)}.`,
  /** Nobody knows which of their sub-keys or providers the money goes through. */
  mayBeReached: (names: readonly string[]) =>
    `At this pace a cap of ${names.join(' or ')} may be reached before it resets.`,
  more: (caps: number) => `${count(caps, 'other cap')} will be reached later.`,
  cachesSaved: (amount: string) => `Prompt caches saved ${amount} today.`,

  agents: 'Agents',
  allAgents: 'All agents',
  paused: 'Paused',
};
