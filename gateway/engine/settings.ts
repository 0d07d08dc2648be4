import type { Settings, SettingsChange } from '../../shared/settings/settings.ts';
import type { Engine } from './engine.ts';
import { deleteRequestsOlderThan } from './history.ts';

/** Changes settings. Requests that are too old by the new ones are deleted before it resolves. */
export async function changeSettings(
  engine: Pick<Engine, 'ledger' | 'bodies' | 'settings' | 'clock' | 'calendar'>,
  change: SettingsChange,
): Promise<Settings> {
  const settings = await engine.settings.change(change);
  if (change.keepRequestsDays !== undefined && change.keepRequestsDays !== null)
    await deleteRequestsOlderThan(engine, change.keepRequestsDays);
  return settings;
}
