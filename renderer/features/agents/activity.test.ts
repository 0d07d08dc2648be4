import { expect, test } from 'vitest';
import { nanodollarsOf } from '../../../shared/money.ts';
import { aState } from '../../state/testing.ts';
import { activityText } from './activity.ts';

const NOW = 1_763_700_000_000;

test.each([
  [{ running: 2, lastRequestAt: NOW }, 2_000_000_000, '2 requests running, $2.00 an hour'],
  [{ lastRequestAt: NOW - 240_000 }, 0, 'Last seen 4 min ago'],
  [{}, 0, 'Never seen'],
])('%o', (changes, pace, text) => {
  const [agent] = aState({ agents: [changes] }).agents;
  expect(agent && activityText(agent, nanodollarsOf(pace), NOW)).toBe(text);
});
