import { describe, expect, test } from 'vitest';
import { policySchema } from '../../../shared/policy.ts';
import { draftOf } from './draft.ts';
import { readDraft } from './read-draft.ts';

const FULL = policySchema.parse({
  caps: [
    { window: 'day', rolling: false, amount: 5_000_000_000, hold: 'full' },
    { window: 'week', rolling: true, amount: 12_340_000_001 },
  ],
  onCap: 'ask',
  providers: ['openai'],
  mcp: {
    servers: ['github', 'memory'],
    tools: { allow: ['github/*'], deny: ['*/delete_*'] },
    arguments: [{ tools: 'files/*', argument: 'path', allow: ['/home/me/*'] }],
    onCall: [
      { tools: 'github/get_*', act: 'run' },
      { tools: 'github/*', act: 'ask' },
    ],
  },
  models: { allow: ['gpt-*', 'o3'], deny: ['*-preview'] },
  hostedTools: { deny: ['web_search*', 'mcp'] },
  endpoints: ['chat/completions'],
  environment: 'dev',
  folder: '/home/me/shop',
  requestsPerMinute: 60,
  tokensPerMinute: 100_000,
  parallelRequests: 4,
  maxCost: 250_000_000,
  maxOutput: 8_000,
  brake: { velocity: 'pause', loop: 'off' },
  rotateDays: 30,
  expiresAt: 1_800_000_000_123,
  workingHours: { days: ['mon', 'fri'], from: '22:00', to: '06:00' },
});

test('whatever a policy says survives the form', () => {
  expect(readDraft(draftOf(FULL), FULL, true)).toEqual({ policy: FULL });
  expect(readDraft(draftOf({}), {}, false)).toEqual({ policy: {} });
});

test('the tools that are allowed stay, because the form does not ask for them', () => {
  const before = policySchema.parse({ hostedTools: { allow: ['mcp'], deny: ['web_search*'] } });
  const draft = { ...draftOf(before), denyTools: '' };
  expect(readDraft(draft, before, false)).toEqual({ policy: { hostedTools: { allow: ['mcp'] } } });
});

test('what is emptied is no longer said; rules about arguments are not in the form, and stay', () => {
  const empty = { ...draftOf({}), caps: [] };
  expect(readDraft(empty, FULL, false)).toEqual({ policy: { mcp: { arguments: FULL.mcp?.arguments } } });
});

test('a last day ends when the day does, on the clock of the person', () => {
  const read = readDraft({ ...draftOf({}), lastDay: '2027-03-01' }, {}, false);
  expect(read).toEqual({ policy: { expiresAt: new Date(2027, 2, 2).getTime() } });
});

describe('what cannot be is said', () => {
  test.each([
    [{ maxCost: 'much' }, 'Enter an amount above $0, such as 5 or 0.25.'],
    [{ requestsPerMinute: '0' }, 'Requests a minute: “0” is not a whole number above 0.'],
    [{ parallelRequests: '1.5' }, 'Requests at a time: “1.5” is not a whole number above 0.'],
    [{ hasHours: true, days: [] }, 'Choose at least one day, or turn working hours off.'],
    [{ folder: 'shop' }, 'A folder is a full path, such as /home/me/shop.'],
  ])('%o', (changes, problem) => {
    expect(readDraft({ ...draftOf({}), ...changes }, {}, false)).toEqual({ problem });
  });

  test('a sub-key without a cap', () => {
    expect(readDraft(draftOf({}), {}, true)).toEqual({ problem: 'Set at least one cap, such as 5 dollars a day.' });
  });
});
