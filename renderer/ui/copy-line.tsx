import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

interface CopyLineProps {
  readonly name: string;
  readonly text: string;
}

/** A labelled value to paste somewhere else, such as a base URL. */
export function CopyLine({ name, text }: CopyLineProps): ReactNode {
  return (
    <div className="copy-line">
      <span className="copy-line-name">{name}</span>
      <code className="copy-line-text">{text}</code>
      <CopyButton kind="quiet" text={text} label={`Copy ${name}: ${text}`} />
    </div>
  );
}
