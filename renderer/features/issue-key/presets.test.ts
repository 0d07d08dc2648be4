import { expect, test } from 'vitest';
import { FIRST_CAP, readCaps } from '../caps/read-caps.ts';
import { PRESETS, presetOf } from './presets.ts';

test('every preset is what it says, and can be issued', () => {
  for (const preset of PRESETS) {
    if (preset.rows === undefined) continue;
    expect(presetOf(preset.rows)).toBe(preset.value);
    expect(readCaps(preset.rows)).toMatchObject({ caps: preset.rows.map(() => ({ rolling: false })) });
  }
});

test('what was changed is the person’s own', () => {
  expect(presetOf([FIRST_CAP])).toBe('usual');
  expect(presetOf([{ ...FIRST_CAP, amount: '6' }])).toBe('own');
  expect(presetOf([{ ...FIRST_CAP, hold: 'full' }])).toBe('usual');
  expect(presetOf([])).toBe('own');
});
