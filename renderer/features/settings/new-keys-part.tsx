import { useState } from 'react';
import type { ReactNode } from 'react';
import { PRESET_IDS } from '../../../shared/preset.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Problem } from '../../ui/notice.tsx';
import { CapRows } from '../caps/cap-rows.tsx';
import { FIRST_CAP, readCaps, rowsOf } from '../caps/read-caps.ts';
import { SettingRow } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

/** What new sub-keys and newly connected tools begin with. */
export function NewKeysPart({ kept }: { readonly kept: Settings }): ReactNode {
  const words = say.settings.newKeys;
  const { settings, problem, change } = useSettings(kept);
  const { newKeys } = settings;
  const [rows, setRows] = useState(() => (newKeys.caps === null ? [FIRST_CAP] : rowsOf(newKeys.caps)));
  const [wrong, setWrong] = useState<string>();
  const read = readCaps(rows);
  const isKept = 'caps' in read && JSON.stringify(read.caps) === JSON.stringify(newKeys.caps);
  const isUsual = newKeys.caps === null && JSON.stringify(rows) === JSON.stringify([FIRST_CAP]);
  return (
    <section className="section" aria-labelledby="new-keys-title">
      <h2 id="new-keys-title">{words.title}</h2>
      <dl className="settings">
        <SettingRow name={words.caps} hint={words.capsHint}>
          <form
            className="new-keys-caps"
            onSubmit={(event) => {
              event.preventDefault();
              setWrong('problem' in read ? read.problem : undefined);
              if ('caps' in read) change({ newKeys: { ...newKeys, caps: [...read.caps] } });
            }}
          >
            <CapRows rows={rows} startsHere={false} onRows={setRows} />
            <Problem sentence={wrong} />
            <Button type="submit" disabled={isKept || isUsual}>
              {words.save}
            </Button>
          </form>
        </SettingRow>
        <SettingRow name={words.preset} hint={words.presetHint}>
          <Segmented
            label={words.preset}
            options={PRESET_IDS.map((value) => ({ value, text: say.connections.presets[value] }))}
            value={newKeys.preset}
            onPick={(preset) => change({ newKeys: { ...newKeys, preset } })}
          />
        </SettingRow>
      </dl>
      <Problem sentence={problem} />
    </section>
  );
}
