import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { applyTheme, storedTheme } from '../../ui/theme/theme.ts';
import type { Theme } from '../../ui/theme/theme.ts';
import { WithCode } from '../../ui/with-code.tsx';
import { BrowsersPanel } from './browsers-panel.tsx';
import './settings.css';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Facts about this Purser, the look of the page, and the browsers that see it. */
export function SettingsPanel({ state }: { readonly state: StateView }): ReactNode {
  const { gateway } = state;
  const words = say.settings;
  const [theme, setTheme] = useState(storedTheme);
  return (
    <>
      <section className="section" aria-labelledby="looks-title">
        <div className="section-head">
          <h2 id="looks-title">{words.appearance}</h2>
          <Segmented<Theme>
            label={words.theme}
            options={THEMES.map((value) => ({ value, text: words.themes[value] }))}
            value={theme}
            onPick={(picked) => {
              applyTheme(picked);
              setTheme(picked);
            }}
          />
        </div>
      </section>
      <section className="section" aria-labelledby="gateway-title">
        <h2 id="gateway-title">{words.gateway}</h2>
        <dl className="settings">
          <Fact name={words.address} hint={words.addressHint}>
            <CopyLine text={gateway.url} label={words.copyAddress} />
          </Fact>
          <Fact name={words.timeZone} hint={words.timeZoneHint}>
            {gateway.timeZone}
          </Fact>
          <Fact name={words.keysIn} hint={words.keysInHint}>
            {words.stores[gateway.secretStore]}
          </Fact>
          <Fact name={words.dataFolder} hint={words.dataFolderHint}>
            <CopyLine text={gateway.dataFolder} label={words.copyDataFolder} />
          </Fact>
          <Fact name={words.version}>{words.versionAndProcess(gateway.version, gateway.pid)}</Fact>
        </dl>
      </section>
      <BrowsersPanel timeZone={gateway.timeZone} />
    </>
  );
}

function Fact({
  name,
  hint,
  children,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="setting">
      <dt>
        {name}
        {hint !== undefined && (
          <p className="faint">
            <WithCode text={hint} />
          </p>
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
