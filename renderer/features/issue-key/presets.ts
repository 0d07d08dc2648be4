import { FIRST_CAP } from '../caps/read-caps.ts';
import type { CapRow } from '../caps/cap-row.ts';

interface Preset {
  readonly value: 'usual' | 'careful' | 'heavy' | 'once' | 'own';
  readonly rows?: readonly CapRow[];
}

/** Caps for the commonest agents: one click instead of typing. */
export const PRESETS: readonly Preset[] = [
  { value: 'usual', rows: [FIRST_CAP] },
  {
    value: 'careful',
    rows: [
      { id: 0, amount: '2', choice: 'day' },
      { id: 1, amount: '20', choice: 'month' },
    ],
  },
  {
    value: 'heavy',
    rows: [
      { id: 0, amount: '20', choice: 'day' },
      { id: 1, amount: '5', choice: 'hour' },
    ],
  },
  { value: 'once', rows: [{ id: 0, amount: '5', choice: 'total' }] },
  { value: 'own' },
];
export type PresetId = Preset['value'];

/** The preset whose caps these are. */
export function presetOf(rows: readonly CapRow[]): PresetId {
  const same = PRESETS.find(
    (preset) =>
      preset.rows?.length === rows.length &&
      preset.rows.every(
        ({ amount, choice }, index) => rows[index]?.amount === amount && rows[index]?.choice === choice,
      ),
  );
  return same?.value ?? 'own';
}
