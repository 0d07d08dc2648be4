import { useState } from 'react';
import type { ToolView } from '../../../../shared/contract/connection-views.ts';
import type { Policy } from '../../../../shared/policy.ts';
import type { PresetId } from '../../../../shared/preset.ts';
import { useDashboard } from '../../../state/live/session-context.ts';
import { readCaps, rowsOf } from '../../caps/read-caps.ts';
import type { CapRow } from '../../caps/cap-row.ts';

interface PresetChoice {
  readonly presetId: PresetId;
  /** The rules of the preset. */
  readonly policy: Policy;
  /** The caps in the form: the preset's until the person types others. */
  readonly rows: readonly CapRow[];
  readonly read: ReturnType<typeof readCaps>;
  /** Picks a preset, and its caps with it. */
  pick(presetId: PresetId): void;
  setRows(rows: readonly CapRow[]): void;
}

/** Keeps how much a tool gets: a preset, and caps that the person may change. */
export function usePreset(tool: ToolView): PresetChoice {
  const { state } = useDashboard();
  const [presetId, setPresetId] = useState<PresetId>(state?.settings.newKeys.preset ?? 'everyday');
  const [typed, setTyped] = useState<readonly CapRow[]>();
  const preset = tool.presets.find(({ id }) => id === presetId);
  const rows = typed ?? rowsOf(preset?.caps ?? tool.caps);
  return {
    presetId,
    policy: preset?.policy ?? {},
    rows,
    read: readCaps(rows),
    pick(picked) {
      setPresetId(picked);
      setTyped(undefined);
    },
    setRows: setTyped,
  };
}
