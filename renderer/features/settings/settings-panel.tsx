import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { ShortcutList } from '../shortcuts/shortcut-list.tsx';
import { AboutPart } from './about-part.tsx';
import { BrowsersPanel } from './browsers-panel.tsx';
import { GatewayPart } from './gateway-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { LooksPart } from './looks-part.tsx';
import { NewKeysPart } from './new-keys-part.tsx';
import { NotificationsPart } from './notifications-part.tsx';
import './settings.css';

interface SettingsPanelProps {
  readonly state: StateView;
  /** The part to begin at: `keys`, `about`. */
  readonly part?: string | undefined;
  /** What other features have to set. */
  readonly children?: ReactNode;
}

/** Everything that can be set, and what this Purser is. */
export function SettingsPanel({ state, part, children }: SettingsPanelProps): ReactNode {
  const { gateway, settings } = state;
  useEffect(() => {
    if (part !== undefined) document.getElementById(part)?.scrollIntoView({ block: 'start' });
  }, [part]);
  return (
    <>
      <LooksPart kept={settings} />
      <NotificationsPart kept={settings} timeZone={gateway.timeZone} />
      <NewKeysPart kept={settings} />
      <GatewayPart state={state} />
      <HistoryPart kept={settings} />
      {children}
      <BrowsersPanel timeZone={gateway.timeZone} />
      <section className="section" aria-labelledby="keys-title" id="keys">
        <h2 id="keys-title">{say.shortcuts.title}</h2>
        <ShortcutList />
      </section>
      <AboutPart gateway={gateway} />
    </>
  );
}
