import type { ReactNode } from 'react';
import { CLOCKS, LANGUAGES, MONEY_FORMATS, THEMES, WEEK_STARTS } from '../../../shared/settings/settings.ts';
import type { Settings, Theme } from '../../../shared/settings/settings.ts';
import { say } from '../../strings/say.ts';
import { Segmented } from '../../ui/form/segmented.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useTheme } from '../../shell/use-theme.ts';
import { SettingRow } from './setting-row.tsx';
import { useSettings } from './use-settings.ts';

/** The look of the page, and how times and amounts are written. */
export function LooksPart({ kept }: { readonly kept: Settings }): ReactNode {
  const words = say.settings;
  const { theme, pick } = useTheme();
  const { settings, problem, change } = useSettings(kept);
  return (
    <section className="section" aria-labelledby="looks-title">
      <h2 id="looks-title">{words.appearance}</h2>
      <dl className="settings">
        <SettingRow name={words.theme} hint={words.themeHint}>
          <Segmented<Theme>
            label={words.theme}
            options={THEMES.map((value) => ({ value, text: words.themes[value] }))}
            value={theme}
            onPick={pick}
          />
        </SettingRow>
        <SettingRow name={words.language}>
          <Select
            label={words.language}
            hidesLabel
            options={LANGUAGES.map((value) => ({ value, text: words.languages[value] }))}
            value={settings.language}
            onPick={(language) => change({ language })}
          />
        </SettingRow>
        <SettingRow name={words.clock}>
          <Segmented
            label={words.clock}
            options={CLOCKS.map((value) => ({ value, text: words.clocks[value] }))}
            value={settings.clock}
            onPick={(clock) => change({ clock })}
          />
        </SettingRow>
        <SettingRow name={words.money}>
          <Select
            label={words.money}
            hidesLabel
            options={MONEY_FORMATS.map((value) => ({ value, text: words.moneyFormats[value] }))}
            value={settings.money}
            onPick={(money) => change({ money })}
          />
        </SettingRow>
        <SettingRow name={words.weekStart} hint={words.weekStartHint}>
          <Select
            label={words.weekStart}
            hidesLabel
            options={WEEK_STARTS.map((value) => ({ value, text: words.weekStarts[value] }))}
            value={settings.weekStart}
            onPick={(weekStart) => change({ weekStart })}
          />
        </SettingRow>
      </dl>
      <Problem sentence={problem} />
    </section>
  );
}
