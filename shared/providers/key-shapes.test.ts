import { expect, test } from 'vitest';
import { keyPattern, keyShapeOf, kindOfKey } from './key-shapes.ts';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from './provider-records.ts';

test.each([
  ['sk-ant-api03-x', 'anthropic'],
  ['sk-proj-x', 'openai'],
  ['sk-or-v1-x', 'openrouter'],
  [' AIzaSyx', 'gemini'],
  ['AQ.Ab8x', 'gemini'],
  ['AQ-Ab8x', undefined],
  ['gsk_x', 'groq'],
  ['xai-x', 'xai'],
  ['tgp_v1_x', 'together'],
  ['fw_x', 'fireworks'],
  ['csk-x', 'cerebras'],
  // Several providers' keys begin so, and nobody's do.
  ['sk-x', undefined],
  ['sk-purser-x', undefined],
  ['', undefined],
  ['x', undefined],
])('%j is a key of %s', (key, kind) => expect(kindOfKey(key)).toBe(kind));

test('every prefix of every record is known everywhere that keys are looked for', () => {
  for (const kind of PROVIDER_KINDS) {
    for (const prefix of PROVIDER_RECORDS[kind].keyPrefixes ?? []) {
      const key = `${prefix}${'a1B2'.repeat(8)}`;
      expect([key, keyShapeOf(key)?.kinds.includes(kind)]).toEqual([key, true]);
      expect(`KEY=${key} `.match(keyPattern(20))).toEqual([key]);
    }
  }
});

test.each(['sk-lf-', 'ghp_', 'AKIA', 'eyJ', 'sk_live_', 'AIza'])('%s may pay for something else', (prefix) =>
  expect(keyShapeOf(`${prefix}abc`)?.paysForModels).toBe(false),
);

test.each(['sk-', 'sk-purser-', 'gsk_', 'tgp_v1_', 'hf_', 'nvapi-', 'ABSK'])('%s pays for models alone', (prefix) =>
  expect(keyShapeOf(`${prefix}abc`)?.paysForModels).toBe(true),
);

test.each(['gpt-6', 'claude-opus-5', 'risk-free-and-easy-to-use-model', 'task_0123456789abcdefghij'])(
  'no key: %s',
  (text) => {
    expect(keyShapeOf(text)).toBeUndefined();
    expect(text).not.toMatch(keyPattern(12));
  },
);
