import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayView, StateView } from '../../../shared/contract/views.ts';
import { CopyLine } from '../../ui/copy-line.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { applyTheme, storedTheme } from '../../ui/theme.ts';
import type { Theme } from '../../ui/theme.ts';
import './settings.css';

const THEMES = [
  { value: 'system', text: 'As the system' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
] as const;

const STORES: Readonly<Record<GatewayView['secretStore'], string>> = {
  keychain: 'The keychain of this computer',
  vault: 'A vault file, encrypted with your passphrase',
  memory: 'Memory only: forgotten when Purser quits',
};

/** What this Purser is and where it keeps things, and how the page looks. */
export function SettingsPanel({ state }: { readonly state: StateView }): ReactNode {
  const { gateway } = state;
  const [theme, setTheme] = useState(storedTheme);
  return (
    <>
      <section className="section" aria-labelledby="looks-title">
        <div className="section-head">
          <h2 id="looks-title">Appearance</h2>
          <Segmented<Theme>
            label="Theme"
            options={THEMES}
            value={theme}
            onPick={(picked) => {
              applyTheme(picked);
              setTheme(picked);
            }}
          />
        </div>
      </section>
      <section className="section" aria-labelledby="gateway-title">
        <h2 id="gateway-title">This gateway</h2>
        <dl className="settings">
          <Fact name="Address" hint="Tools send their requests here. It answers on this computer only.">
            <CopyLine text={gateway.url} label="Copy the address" />
          </Fact>
          <Fact name="Time zone" hint="Days, weeks and months of caps and charts begin at midnight there. It is the time zone of this computer.">
            {gateway.timeZone}
          </Fact>
          <Fact name="Provider keys are in" hint="Chosen when Purser starts; see `purser serve --secrets`. No tool and no window ever gets one.">
            {STORES[gateway.secretStore]}
          </Fact>
          <Fact name="Data folder" hint="The ledger, the policies and the audit record. No provider key is in it unless it is a vault.">
            <CopyLine text={gateway.dataFolder} label="Copy the data folder" />
          </Fact>
          <Fact name="Version">
            {gateway.version}, process {gateway.pid}
          </Fact>
        </dl>
      </section>
    </>
  );
}

function Fact({ name, hint, children }: { readonly name: string; readonly hint?: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="setting">
      <dt>
        {name}
        {hint !== undefined && <p className="faint">{hint}</p>}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
