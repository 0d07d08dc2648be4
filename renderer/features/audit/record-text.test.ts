import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { de } from '../../strings/de/de.ts';
import { en } from '../../strings/en/en.ts';
import { speak } from '../../strings/say.ts';
import { zh } from '../../strings/zh/zh.ts';
import { detailText, kindText, readEntry, recordText, whoText } from './record-text.ts';

const entry = (kind: string, detail: object, about: object = {}): string =>
  JSON.stringify({ at: 1, kind, ...about, detail });

test.each([
  [
    entry('request-refused', { rule: 'cap', provider: 'openai', model: 'gpt-5' }),
    'Request refused: rule cap, provider openai, model gpt-5',
  ],
  [entry('requests-cut', { cutRequests: 2, cutMs: 1.4 }), 'Running requests cut: cut requests 2, cut ms 1.4'],
  [entry('crash-settled', { cost: 1_500_000_000 }), 'Settled after a crash: cost $1.50'],
  [
    entry('policy-set', {
      scope: 'everything',
      policy: '{"caps":[{"window":"day","amount":5000000000}],"parallelRequests":2}',
    }),
    'Policy changed: everything, $5.00 a day, 2 at a time',
  ],
  [entry('everything-paused', {}), 'Everything paused'],
  [entry('something-new', { count: 1 }), 'Something new: count 1'],
  ['not json', 'not json'],
  [
    entry('request-refused', {
      message: 'Agent 0 has used $5.00 of its $5.00 for today. Resets at 00:00.',
      rule: 'cap',
    }),
    'Request refused: Agent 0 has used $5.00 of its $5.00 for today. Resets at 00:00. (rule cap)',
  ],
  [entry('cap-warning', { text: 'Agent 0 has used all of its cap.' }), 'Cap warning: Agent 0 has used all of its cap.'],
  [
    entry('price-set', { model: 'gpt-5', provider: 'every', input: 200_000_000, output: 10_000_000_000 }),
    'Price set: model gpt-5, at every provider, input $0.20 per million tokens, output $10.00 per million tokens',
  ],
  [
    entry('history-repriced', { requests: 3, before: 1_000_000_000, after: 1_500_000_000 }),
    'Past requests priced again: requests 3, before $1.00, after $1.50',
  ],
  [
    entry('cost-corrected', { from: 31_550_000_000, to: 100_000_000, certainty: 'estimated' }),
    'A cost was corrected: from $31.55, to $0.10, certainty estimated',
  ],
  [entry('policy-set', { scope: 'agent:agt_aaaaaaaaaaa0', policy: '{}' }), 'Policy changed: Agent 0, no limits'],
  [
    entry('policy-set', { scope: 'key:key_aaaaaaaaaaa0', policy: '{}' }),
    'Policy changed: the sub-key …ab12 of Agent 0, no limits',
  ],
  [
    entry('policy-set', { scope: 'key:key_aaaaaaaaaaa1', policy: '{}' }),
    'Policy changed: the sub-key …cd34 of Agent 0, no limits',
  ],
  [
    entry('policy-set', { scope: 'agent:agt_gonegonegone', policy: '{}' }),
    'Policy changed: agent:agt_gonegonegone, no limits',
  ],
  [
    entry('cap-raised', {
      scope: 'agent:agt_aaaaaaaaaaa0',
      window: 'day',
      rolling: false,
      extra: 5_000_000_000,
      until: 3_600_000,
    }),
    'Cap raised for today: Agent 0, by $5.00 a day',
  ],
  [
    entry('clock-went-back', { from: 7_200_000, to: 3_600_000, requests: 3 }),
    'The clock went back: later spending counts now: from 03:00, to 02:00, requests 3',
  ],
  [entry('sub-key-rotated', { graceEndsAt: 3_600_000 }), 'Sub-key rotated: grace ends at 02:00'],
])('%s', (text, told) => {
  expect(recordText(text, aState({ keys: [{}, { hint: 'cd34', state: 'revoked', revokedAt: 1 }] }))).toBe(told);
});

const refused = (about: object): string =>
  entry('request-refused', { rule: 'cap', message: 'As a tool was told.', about: JSON.stringify(about) });

test.each([
  [de, refused({ code: 'everything-paused' }), 'In Purser ist alles pausiert.'],
  [zh, refused({ code: 'everything-paused' }), 'Purser 中的一切都已暂停。'],
  [de, refused({ code: 'not-known-yet' }), 'As a tool was told. (Regel Ausgabenlimit)'],
  [de, entry('request-refused', { rule: 'malformed', message: 'A frame must be text.' }), 'Ein Frame muss Text sein.'],
  [de, entry('cap-warning', { text: 'x', about: JSON.stringify({ code: 'price-check' }) }), 'Einmal am Tag'],
  [de, entry('approval-answered', { answer: 'allow-once' }), 'Antwort einmal erlaubt'],
  [zh, entry('mcp-call', { tool: 'read', argumentBytes: 1200, outcome: 'served' }), '参数字节数 1,200，结果 已完成'],
])('an entry is told in the language of the page: %#', (strings, text, told) => {
  speak(strings);
  try {
    expect(recordText(text, aState())).toContain(told);
  } finally {
    speak(en);
  }
});

test('an entry is somebody’s, by name', () => {
  const read = readEntry(entry('sub-key-revoked', {}, { agentId: 'agt_aaaaaaaaaaa0', subKeyId: 'key_aaaaaaaaaaa0' }));
  expect(read && whoText(read, aState())).toBe('Agent 0 …ab12');
  const gone = readEntry(entry('agent-added', { name: 'Codex' }));
  expect(gone && [whoText(gone, aState()), detailText(gone, aState())]).toEqual(['Codex', '']);
  expect(kindText('policy-set')).toBe('Policy changed');
});
