import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Problem } from '../../ui/notice.tsx';
import { DeleteHistoryDialog } from './delete-history-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

const DAYS = [7, 30, 90, 180, 365] as const;

/** How long single requests are kept, how all of it is deleted, and how it is saved elsewhere. */
export function HistoryPart({ kept }: { readonly kept: Settings }): ReactNode {
  const words = say.settings.history;
  const { settings, problem, change } = useSettings(kept);
  const [asking, setAsking] = useState(false);
  const days = settings.keepRequestsDays;
  const choices = days === null || DAYS.some((known) => known === days) ? DAYS : [...DAYS, days];
  return (
    <section className="section" aria-labelledby="history-title">
      <h2 id="history-title">{words.title}</h2>
      <dl className="settings">
        <SettingRow name={words.keep} hint={words.keepHint}>
          <Select
            label={words.keep}
            hidesLabel
            options={[
              { value: 'all', text: words.forEver },
              ...choices.map((value) => ({ value: String(value), text: words.days(value) })),
            ]}
            value={days === null ? 'all' : String(days)}
            onPick={(picked) => change({ keepRequestsDays: picked === 'all' ? null : Number(picked) })}
          />
        </SettingRow>
        <SettingRow name={words.delete} hint={words.deleteHint}>
          <Button kind="danger-lined" onClick={() => setAsking(true)}>
            {words.deleteAll}
          </Button>
        </SettingRow>
        <SettingRow name={words.backup} hint={words.backupHint}>
          <div className="stack">
            <CopyLine text={words.backupCommand} label={words.copyBackup} />
            <CopyLine text={words.restoreCommand} label={words.copyRestore} />
          </div>
        </SettingRow>
      </dl>
      <Problem sentence={problem} />
      {asking && <DeleteHistoryDialog onClose={() => setAsking(false)} />}
    </section>
  );
}
