import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CopyLine } from '../../ui/copy-line.tsx';
import { Segmented } from '../../ui/segmented.tsx';
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
      <p className="soft">{issued.sentence} Copy it now: this is the only time it is shown, and Purser keeps only its hash.</p>
      <div className="issued-key">
        <code data-testid="issued-key">{issued.key}</code>
        <CopyButton kind="primary" text={issued.key} label="Copy the sub-key" onCopied={() => setCopied(true)} />
      </div>
      {provider === undefined ? (
        <p className="soft">Add a provider key next; then this sub-key can be used.</p>
      ) : (
        <section aria-label="How to use it">
          <div className="issued-use">
            <h3>Point a tool at it</h3>
            {providers.length > 1 && (
              <Segmented
                label="Provider"
                options={providers.map((one) => ({ value: one.name, text: one.name }))}
                value={provider.name}
                onPick={setPicked}
              />
            )}
          </div>
          <CopyLine name="Base URL" text={provider.gatewayUrl} label="Copy the base URL" />
          <div className="issued-shell">
            <pre>
              <code>{shellLines(provider, issued.key)}</code>
            </pre>
            <CopyButton kind="quiet" text={shellLines(provider, issued.key)} label="Copy the shell lines" onCopied={() => setCopied(true)} />
          </div>
        </section>
      )}
      <div className="form-end">
        {!copied && <span className="faint">Not copied yet</span>}
        <Button kind={copied ? 'primary' : 'plain'} onClick={onDone}>
          {copied ? 'Done' : 'I have saved it'}
        </Button>
      </div>
    </div>
  );
}
