import type { Cap } from '../../../../shared/cap.ts';
import { count } from '../count.ts';
import { during } from './caps.ts';

/** The dashboard at work on made-up data. */
export const simulation = {
  data: 'Simulated data',
  simulated: 'Simulated',
  means: 'Providers, agents and money on this page are made up. Pause and revoke as you like.',
  leave: 'Leave the simulation',
  start: 'See it with simulated data',
  leak: {
    title: 'A sub-key has leaked',
    stopped: 'The leaked sub-key is revoked',
    example: 'Simulated example',
    story: (agent: string, programs: number) =>
      `A bad package on this computer has found the sub-key of ${agent} and uses it from ` +
      `${count(programs, 'program')} at once. ` +
      'On any other computer the sub-key is worth nothing, because Purser only answers here.',
    revoked: (agent: string) =>
      `Every request with the sub-key of ${agent} is refused now. ` +
      'All other agents go on working, and no provider key has to be replaced.',
    taken: 'Taken with the sub-key',
    ofCap: (cap: string, window: Pick<Cap, 'window' | 'rolling'>, refused: string) =>
      `of ${cap} ${during(window)}; ${refused} requests refused`,
    bare: 'A provider key without Purser',
    sameRequests: (requests: number) => `lost so far, for the same ${count(requests, 'request')}`,
    overnight: 'The same, unnoticed overnight',
    after: (hours: string) => `lost after ${hours} hours at this pace`,
    revoke: 'Revoke the sub-key',
    hide: 'Hide',
  },
};
