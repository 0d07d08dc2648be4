import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { plainText } from '../../state/words/plain-text.ts';
import './copy-line.css';

interface CopyLineProps {
  readonly text: string;
  /** The name of the action for screen readers: `Copy the base URL`. */
  readonly label: string;
  /** A short name in front of it, where the text alone does not say what it is. */
  readonly name?: string;
}

/** A labelled value to paste somewhere else, such as a base URL. */
export function CopyLine({ text, label, name }: CopyLineProps): ReactNode {
  return (
    <div className="copy-line">
      {name !== undefined && <span className="copy-line-name">{plainText(name)}</span>}
      <code className="copy-line-text">{breakable(plainText(text))}</code>
      <CopyButton kind="quiet" text={text} label={label} />
    </div>
  );
}

/** A URL that does not fit breaks before a slash, not inside a word. */
function breakable(text: string): ReactNode {
  return text.split(/(?=\/[^/])/).map((part, index) => (
    <Fragment key={index}>
      <wbr />
      {part}
    </Fragment>
  ));
}
