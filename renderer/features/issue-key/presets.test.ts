import { expect, test } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { readCaps } from '../caps/read-caps.ts';
import { issuePresets } from './presets.ts';

const capOf = (text: string) => {
  const cap = parseCap(text);
  if (!cap) throw new Error(`${text} is no cap`);
  return cap;
};

test('go from tight to wide, and one is for a single job', () => {
  expect(issuePresets(null).map(({ id, rows }) => [id, readCaps(rows)])).toEqual([
    ['careful', { caps: [capOf('1/day')] }],
    ['everyday', { caps: [capOf('5/day')] }],
    ['long-runs', { caps: [capOf('20/day')] }],
    ['once', { caps: [capOf('5/total')] }],
  ]);
});

test('what the person has set for new sub-keys is the everyday one', () => {
  const [, everyday] = issuePresets([capOf('3/hour'), capOf('9/month')]);
  expect(everyday?.rows).toMatchObject([
    { amount: '3', choice: 'hour' },
    { amount: '9', choice: 'month' },
  ]);
});
