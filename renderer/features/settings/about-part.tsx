import { useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { LicencesDialog } from './licences-dialog.tsx';
import { SettingRow } from './setting-row.tsx';

/** What this program is, and whose work is in it. */
export function AboutPart({ gateway }: { readonly gateway: GatewayView }): ReactNode {
  const words = say.settings.about;
  const [open, setOpen] = useState(false);
  return (
    <section className="section" aria-labelledby="about-title" id="about">
      <h2 id="about-title">{words.title}</h2>
      <dl className="settings">
        <SettingRow name={words.version}>{words.versionAndProcess(gateway.version, gateway.pid)}</SettingRow>
        <SettingRow name={words.updates} hint={words.updatesHint}>
          {words.nothingPhonesHome}
        </SettingRow>
        <SettingRow name={words.licence} hint={words.licenceHint}>
          <Button onClick={() => setOpen(true)}>{words.showLicences}</Button>
        </SettingRow>
      </dl>
      {open && <LicencesDialog onClose={() => setOpen(false)} />}
    </section>
  );
}
