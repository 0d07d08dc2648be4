import { expect, test } from 'vitest';
import { aState } from '../../state/testing.ts';
import { detailText, kindText, readEntry, recordText, whoText } from './record-text.ts';

const entry = (kind: string, detail: object, about: object = {}): string => JSON.stringify({ at: 1, kind, ...about, detail });

test.each([
  [entry('request-refused', { rule: 'cap', provider: 'openai', model: 'gpt-5' }), 'Request refused: rule cap, provider openai, model gpt-5'],
  [entry('requests-cut', { cutRequests: 2, cutMs: 1.4 }), 'Running requests cut: cut requests 2, cut ms 1.4'],
  [entry('crash-settled', { cost: 1_500_000_000 }), 'Settled after a crash: cost $1.50'],
  [entry('policy-set', { scope: 'everything', policy: '{"caps":[{"window":"day","amount":5000000000}],"parallelRequests":2}' }), 'Policy changed: everything, $5.00 a day, 2 at a time'],
  [entry('everything-paused', {}), 'Everything paused'],
  [entry('something-new', { count: 1 }), 'Something new: count 1'],
  ['not json', 'not json'],
])('%s', (text, told) => {
  expect(recordText(text)).toBe(told);
});

test('an entry is somebody’s, by name', () => {
  const read = readEntry(entry('sub-key-revoked', {}, { agentId: 'agt_aaaaaaaaaaa0', subKeyId: 'key_aaaaaaaaaaa0' }));
  expect(read && whoText(read, aState())).toBe('Agent 0 …ab12');
  const gone = readEntry(entry('agent-added', { name: 'Codex' }));
  expect(gone && [whoText(gone, aState()), detailText(gone)]).toEqual(['Codex', '']);
  expect(kindText('policy-set')).toBe('Policy changed');
});
