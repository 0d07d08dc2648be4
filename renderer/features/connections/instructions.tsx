import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { CopyButton } from '../../ui/copy/copy-button.tsx';
import { toldLines } from '../../state/words/told-lines.ts';
import { plainLines } from '../../state/words/plain-text.ts';

/** Steps that the person does by hand, to be read and copied. */
export function Instructions({ text: english }: { readonly text: string }): ReactNode {
  const text = toldLines(english);
  return (
    <div className="instructions-box">
      <pre className="instructions">{plainLines(text)}</pre>
      <CopyButton text={text} label={say.connections.copyInstructions} />
    </div>
  );
}
