import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';

/** What a page words anew: the code is the rule, and the agent is told where the sentence tells it. */
const aboutOf = (code: string): object => (code === 'everything-paused' ? { code } : { code, agent: 'Claude Code' });

const free = { agent: 'Claude Code', keyPaused: false, agentPaused: false, everythingPaused: false };

describe('decide', () => {
  it('lets pass what nothing stops', () => expect(decide(free)).toBeUndefined());

  it.each([
    [
      { keyPaused: true },
      'sub-key-paused',
      'This sub-key of Claude Code is paused. Resume it on the dashboard or with `purser key resume`.',
    ],
    [
      { agentPaused: true },
      'agent-paused',
      'Claude Code is paused in Purser. Resume it in the tray or on the dashboard.',
    ],
    [
      { everythingPaused: true },
      'everything-paused',
      'Everything is paused in Purser. Resume it in the tray or with `purser resume`.',
    ],
    // The widest stop is named: lifting a narrower one would not help.
    [
      { keyPaused: true, agentPaused: true, everythingPaused: true },
      'everything-paused',
      'Everything is paused in Purser. Resume it in the tray or with `purser resume`.',
    ],
    [
      { keyPaused: true, agentPaused: true },
      'agent-paused',
      'Claude Code is paused in Purser. Resume it in the tray or on the dashboard.',
    ],
  ])('%j is refused by %s', (standing, rule, message) =>
    expect(decide({ ...free, ...standing })).toEqual({ rule, message, about: aboutOf(rule) }),
  );

  it('tells why Purser itself has paused an agent, for which there is no code yet', () =>
    expect(decide({ ...free, agentPaused: true, pausedBecause: 'it repeats itself' })).toEqual({
      rule: 'agent-paused',
      message: 'Claude Code is paused in Purser: it repeats itself. Resume it in the tray or on the dashboard.',
    }));
});
