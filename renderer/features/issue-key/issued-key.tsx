import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { CopyLine } from '../../ui/copy/copy-line.tsx';
import { Segmented } from '../../ui/form/segmented.tsx';
import { shellLines } from './issued.ts';
import type { Issued } from './issued.ts';

interface IssuedKeyProps {
  readonly issued: Issued;
  readonly providers: readonly ProviderView[];
  onDone(): void;
}

/** The secret itself with everything needed to use it. Nothing can show it again. */
export function IssuedKey({ issued, providers, onDone }: IssuedKeyProps): ReactNode {
  const [copied, setCopied] = useState(false);
  const [picked, setPicked] = useState<string>();
  const provider = providers.find((one) => one.name === picked) ?? providers[0];

  return (
    <div className="form issued">
      <p className="soft">
        {issued.sentence} {say.issueKey.copyNow}
      </p>
      <div className="issued-key">
        <code data-testid="issued-key">{issued.key}</code>
        <CopyButton kind="primary" text={issued.key} label={say.issueKey.copy} onCopied={() => setCopied(true)} />
      </div>
      {provider === undefined ? (
        <p className="soft">{say.issueKey.noProvider}</p>
      ) : (
        <section aria-label={say.issueKey.use}>
          <div className="issued-use">
            <h3>{say.issueKey.point}</h3>
            {providers.length > 1 && (
              <Segmented
                label={say.issueKey.provider}
                options={providers.map((one) => ({ value: one.name, text: one.name }))}
                value={provider.name}
                onPick={setPicked}
              />
            )}
          </div>
          <CopyLine name={say.issueKey.baseUrl} text={provider.gatewayUrl} label={say.issueKey.copyBaseUrl} />
          <div className="issued-shell">
            <pre>
              <code>{shellLines(provider, issued.key)}</code>
            </pre>
            <CopyButton
              kind="quiet"
              text={shellLines(provider, issued.key)}
              label={say.issueKey.copyShell}
              onCopied={() => setCopied(true)}
            />
          </div>
        </section>
      )}
      <div className="form-end">
        {!copied && <span className="faint">{say.issueKey.notCopied}</span>}
        <Button kind={copied ? 'primary' : 'plain'} onClick={onDone}>
          {copied ? say.issueKey.done : say.issueKey.saved}
        </Button>
      </div>
    </div>
  );
}
