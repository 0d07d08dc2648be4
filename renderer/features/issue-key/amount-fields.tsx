import type { ReactNode } from 'react';
import { PRESET_IDS } from '../../../shared/preset.ts';
import { say } from '../../strings/say.ts';
import { Segmented } from '../../ui/form/segmented.tsx';
import { CapRows } from '../caps/cap-rows.tsx';
import type { CapRow } from '../caps/cap-row.ts';
import type { PresetId } from './presets.ts';

interface AmountFieldsProps {
  readonly presetId: PresetId;
  readonly caps: readonly CapRow[];
  /** The first amount is where the dialog begins. */
  readonly startsHere: boolean;
  onPreset(presetId: PresetId): void;
  onCaps(caps: readonly CapRow[]): void;
}

/** How much: a preset, what it is for, and its caps, which can be changed. */
export function AmountFields({ presetId, caps, startsHere, onPreset, onCaps }: AmountFieldsProps): ReactNode {
  const { presets, presetSays } = say.connections;
  return (
    <>
      <Segmented<PresetId>
        captioned
        label={say.issueKey.howMuch}
        options={[
          ...PRESET_IDS.map((value) => ({ value, text: presets[value] })),
          { value: 'once', text: say.issueKey.once },
        ]}
        value={presetId}
        hint={presetId === 'once' ? say.issueKey.onceSays : presetSays[presetId]}
        onPick={onPreset}
      />
      <CapRows rows={caps} startsHere={startsHere} onRows={onCaps} />
      <p className="faint">{say.issueKey.refusedBefore}</p>
    </>
  );
}
