import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { askDesktop, useDesktop } from '../../state/desktop/desktop.ts';
import { say } from '../../strings/say.ts';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { PortSetting } from './port-setting.tsx';
import { SettingRow } from './setting-row.tsx';

const SWITCH = ['on', 'off'] as const;

/** Where this gateway serves, how it starts, and where it keeps things. */
export function GatewayPart({ state: { gateway, settings } }: { readonly state: StateView }): ReactNode {
  const words = say.settings;
  const desktop = useDesktop();
  return (
    <section className="section" aria-labelledby="gateway-title">
      <h2 id="gateway-title">{words.gateway}</h2>
      <dl className="settings">
        <SettingRow name={words.address} hint={words.addressHint}>
          <CopyLine text={gateway.url} label={words.copyAddress} />
        </SettingRow>
        <SettingRow name={words.port} hint={words.portHint}>
          <PortSetting kept={settings} url={gateway.url} />
        </SettingRow>
        {desktop !== undefined && desktop.startsAtLogin !== null && (
          <SettingRow name={words.startAtLogin} hint={words.startAtLoginHint}>
            <Segmented
              label={words.startAtLogin}
              options={SWITCH.map((value) => ({ value, text: words.notifications.switch[value] }))}
              value={desktop.startsAtLogin ? 'on' : 'off'}
              onPick={(wanted) => askDesktop({ ask: 'start-at-login', on: wanted === 'on' })}
            />
          </SettingRow>
        )}
        <SettingRow name={words.timeZone} hint={words.timeZoneHint}>
          {gateway.timeZone}
        </SettingRow>
        <SettingRow name={words.keysIn} hint={desktop === undefined ? words.keysInHint : words.keysInDesktopHint}>
          {words.stores[gateway.secretStore]}
        </SettingRow>
        <SettingRow name={words.dataFolder} hint={words.dataFolderHint}>
          <CopyLine text={gateway.dataFolder} label={words.copyDataFolder} />
        </SettingRow>
      </dl>
    </section>
  );
}
