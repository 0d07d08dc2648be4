import type { ReactNode } from 'react';
import type { HostStatus } from '../../shared/settings/desktop.ts';
import { askDesktop } from '../state/desktop/desktop.ts';
import { say } from '../strings/say.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { WithCode } from '../ui/with-code.tsx';
import './host-notice.css';

/** Why the gateway of this desktop does not serve, as the tray says it, and what can be done about it. */
export function HostNotice({ host, isStale }: { readonly host: HostStatus; readonly isStale: boolean }): ReactNode {
  const words = say.shell.host;
  if (host.kind === 'waiting-for-passphrase') return <Notice tone="info">{words.waitingForPassphrase}</Notice>;
  if (host.kind !== 'down') {
    const sentence = host.kind === 'stopping' ? words.stopping : words.starting;
    return (
      <Notice tone="info">
        {sentence} {isStale && say.shell.lastHeard}
      </Notice>
    );
  }
  return (
    <section className={`host-down host-down-${host.needs}`} role="alert" aria-labelledby="host-down-title">
      <h2 id="host-down-title">{words.titles[host.needs]}</h2>
      <p>
        <WithCode text={say.told(host.reason)} />
      </p>
      {host.needs === 'place-for-keys' && <p className="soft">{words.places}</p>}
      <div className="host-down-answers">
        <Button kind="primary" onClick={() => askDesktop({ ask: 'start-gateway' })}>
          {words.answers[host.needs]}
        </Button>
        {host.needs === 'place-for-keys' && (
          <>
            <Button onClick={() => askDesktop({ ask: 'keep-keys-in', place: 'vault' })}>{words.inVault}</Button>
            <Button onClick={() => askDesktop({ ask: 'keep-keys-in', place: 'memory' })}>{words.inMemory}</Button>
          </>
        )}
      </div>
      {isStale && <p className="faint">{say.shell.lastHeard}</p>}
    </section>
  );
}
