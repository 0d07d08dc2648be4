import { settingsSchema } from '../../shared/settings/settings.ts';
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import type { Ledger } from './ledger.ts';
import { statements } from './statements.ts';
import type { Clock } from '../platform/ports.ts';
import { createTaskQueue } from '../platform/task-queue.ts';

/** The person's settings, in memory and in the ledger. */
export interface SettingsBook {
  now(): Settings;
  /** Replaces what the change names, on record. @throws PurserError `LEDGER_UNAVAILABLE`; then nothing was changed */
  change(change: SettingsChange): Promise<Settings>;
}

/** The name of the one row that holds them all, as JSON. */
export const SETTINGS_ROW = 'settings';

/** @see SettingsBook */
export function createSettingsBook(ledger: Pick<Ledger, 'contents' | 'write'>, clock: Clock): SettingsBook {
  let settings = ledger.contents.settings;
  // One after the other: each is laid over what the one before has made.
  const changes = createTaskQueue();
  return {
    now: () => settings,
    change: (change) =>
      changes.run(async () => {
        const next = settingsSchema.parse({ ...settings, ...change });
        await ledger.write(
          [statements.setSetting(SETTINGS_ROW, JSON.stringify(next))],
          [{ at: clock.now(), kind: 'settings-changed', detail: { settings: Object.keys(change).join(', ') } }],
        );
        settings = next;
        return settings;
      }),
  };
}
