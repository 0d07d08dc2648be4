import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { plainLines } from '../../state/words/plain-text.ts';

/** Steps that the person does by hand, to be read and copied. */
export function Instructions({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="instructions-box">
      <pre className="instructions">{plainLines(text)}</pre>
      <CopyButton text={text} label={say.connections.copyInstructions} />
    </div>
  );
}
