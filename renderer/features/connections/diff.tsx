import type { ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { plainLines } from '../../state/words/plain-text.ts';

/** A unified difference. The sign in front of a line says what the colour says. */
export function Diff({ text }: { readonly text: string }): ReactNode {
  return (
    <pre className="diff" tabIndex={0} aria-label={say.connections.change}>
      {plainLines(text)
        .split('\n')
        .map((line, index) => (
          <span
            key={index}
            className={
              line.startsWith('+') && !line.startsWith('+++')
                ? 'diff-in'
                : line.startsWith('-') && !line.startsWith('---')
                  ? 'diff-out'
                  : undefined
            }
          >
            {line}
            {'\n'}
          </span>
        ))}
    </pre>
  );
}
