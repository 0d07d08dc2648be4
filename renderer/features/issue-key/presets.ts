import { parseCap } from '../../../shared/cap.ts';
import type { Cap } from '../../../shared/cap.ts';
import type { Policy } from '../../../shared/policy.ts';
import { PRESET_IDS, presetsOf } from '../../../shared/preset.ts';
import { rowsOf } from '../caps/read-caps.ts';
import type { CapRow } from '../caps/cap-row.ts';

/** Those that tools are connected with, and one for a single job. */
const IDS = [...PRESET_IDS, 'once'] as const;
export type PresetId = (typeof IDS)[number];

interface Preset {
  readonly id: PresetId;
  readonly rows: readonly CapRow[];
  /** What it may do besides. */
  readonly policy: Policy;
}

/** The cap that a sub-key begins with, unless the person has set another. */
const USUAL = '5/day';

/**
 * Limits for the commonest sub-keys: one click instead of typing.
 * @param wanted the caps that the person has set for new sub-keys; they are those of `everyday`
 */
export function issuePresets(wanted: readonly Cap[] | null | undefined): readonly Preset[] {
  const own = rowsOf(wanted ?? []);
  const once = parseCap('5/total');
  return [
    ...presetsOf({ cap: USUAL }).map(({ id, caps, policy }) => ({
      id,
      rows: id === 'everyday' && own.length > 0 ? own : rowsOf(caps),
      policy,
    })),
    { id: 'once', rows: rowsOf(once ? [once] : []), policy: {} },
  ];
}
