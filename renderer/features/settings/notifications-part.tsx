import type { ReactNode } from 'react';
import { CAP_LEVELS, NOTIFICATION_TOPICS } from '../../../shared/settings/settings.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { askDesktop, useDesktop } from '../../state/desktop/desktop.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Problem } from '../../ui/notice.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

const SWITCH = ['on', 'off'] as const;

/** What the desktop tells of, and when it is quiet. */
export function NotificationsPart({
  kept,
  timeZone,
}: {
  readonly kept: Settings;
  readonly timeZone: string;
}): ReactNode {
  const words = say.settings.notifications;
  const desktop = useDesktop();
  const { settings, problem, change } = useSettings(kept);
  const { notifications } = settings;
  const set = (changes: Partial<Settings['notifications']>): void =>
    change({ notifications: { ...notifications, ...changes } });
  const toggled = <Item,>(list: readonly Item[], item: Item): Item[] =>
    list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
  return (
    <section className="section" aria-labelledby="notifications-title">
      <div className="section-head">
        <h2 id="notifications-title">{words.title}</h2>
        <Segmented
          label={words.title}
          options={SWITCH.map((value) => ({ value, text: words.switch[value] }))}
          value={notifications.on ? 'on' : 'off'}
          onPick={(wanted) => set({ on: wanted === 'on' })}
        />
      </div>
      {desktop === undefined && <p className="faint">{words.desktopOnly}</p>}
      <dl className="settings">
        <SettingRow name={words.topicsTitle} hint={words.topicsHint}>
          <fieldset className="checks" disabled={!notifications.on}>
            <legend className="visually-hidden">{words.topicsTitle}</legend>
            {NOTIFICATION_TOPICS.map((topic) => (
              <label key={topic} className="check">
                <input
                  type="checkbox"
                  checked={!notifications.muted.includes(topic)}
                  onChange={() => set({ muted: toggled(notifications.muted, topic) })}
                />
                {words.topics[topic]}
              </label>
            ))}
          </fieldset>
        </SettingRow>
        <SettingRow name={words.levels} hint={words.levelsHint}>
          <fieldset className="checks checks-row">
            <legend className="visually-hidden">{words.levels}</legend>
            {CAP_LEVELS.map((level) => (
              <label key={level} className="check">
                <input
                  type="checkbox"
                  checked={notifications.capLevels.includes(level)}
                  onChange={() => set({ capLevels: toggled(notifications.capLevels, level) })}
                />
                {words.percent(level)}
              </label>
            ))}
          </fieldset>
        </SettingRow>
        <SettingRow name={words.quiet} hint={words.quietHint(timeZone)}>
          <QuietHours quiet={notifications.quiet} onQuiet={(quiet) => set({ quiet })} />
        </SettingRow>
        {desktop?.notifications === true && (
          <SettingRow name={words.test} hint={words.testHint}>
            <Button onClick={() => askDesktop({ ask: 'test-notification' })}>{words.sendTest}</Button>
          </SettingRow>
        )}
      </dl>
      <Problem sentence={problem} />
    </section>
  );
}
