import { afterEach, expect, test } from 'vitest';
import { approvalViewSchema } from '../../../shared/contract/approval-views.ts';
import { noticeViewSchema } from '../../../shared/contract/views.ts';
import { writeAs } from '../../state/time-and-money/locale.ts';
import { capFullText } from './cap-fact-text.ts';
import { noticeText } from './notice-text.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const CAP = {
  owner: 'Night batch',
  window: 'day',
  rolling: false,
  amount: 50_000_000,
  spent: 46_600_000,
  reserved: 0,
  resetsAt: Date.parse('2026-11-22T00:00:00Z'),
};
const said = (about: object | undefined): string =>
  noticeText(
    noticeViewSchema.parse({
      id: 1,
      at: NOW,
      kind: 'prices',
      text: 'As the gateway says.',
      agentId: null,
      ...(about && { about }),
    }),
    NOW,
    'UTC',
  );
afterEach(() => writeAs({ numbers: 'en-US', words: 'en-GB' }));

test.each<[object, string]>([
  [
    { code: 'cap-full', cap: CAP },
    'Night batch has used $0.047 of $0.05 today, and its next request does not fit; resets at 00:00.',
  ],
  [
    { code: 'cap-full', cap: { ...CAP, owner: null, spent: 50_000_000 } },
    'Everything together has used all of its $0.05 today, and its requests are refused; resets at 00:00.',
  ],
  [
    { code: 'cap-full', cap: { ...CAP, window: 'total', resetsAt: null } },
    'Night batch has used $0.047 of $0.05 in total, and its next request does not fit; ' +
      'it goes on when you raise the cap.',
  ],
  [{ code: 'cap-share', cap: CAP }, 'Night batch has used 93% of its cap: $0.047 of $0.05 today.'],
  [
    { code: 'brake', agent: 'Codex', paused: false, why: { seen: 'repeats', times: 12, minutes: 10 } },
    'Codex may be stuck: 12 identical requests in 10 minutes. It is still running.',
  ],
  [
    {
      code: 'brake',
      agent: 'Codex',
      paused: true,
      why: { seen: 'haste', perMinute: 2_000_000_000, usual: 100_000_000 },
    },
    'Codex was paused: $2.00 a minute, where $0.10 is usual.',
  ],
])('%j', (about, text) => {
  expect(said(about)).toBe(text);
});

test('a gateway that sends no values is quoted', () => {
  expect(said(undefined)).toBe('As the gateway says.');
});

test('the clock and the money of a notice are the person’s own, as everywhere on the page', () => {
  writeAs({ numbers: 'de-DE', words: 'en-US' });
  expect(said({ code: 'cap-full', cap: CAP }).replaceAll(/\s/g, ' ')).toBe(
    'Night batch has used 0,047 $ of 0,05 $ today, and its next request does not fit; resets at 12:00 AM.',
  );
});

test('an approval says what is held, too', () => {
  const { cap } = approvalViewSchema
    .pick({ cap: true })
    .parse({ cap: { ...CAP, spent: 40_000_000, reserved: 5_000_000 } });
  expect(cap && capFullText(cap, NOW, 'UTC')).toBe(
    'Night batch has used $0.04 of $0.05 today and holds $0.005 for running requests; resets at 00:00.',
  );
});
