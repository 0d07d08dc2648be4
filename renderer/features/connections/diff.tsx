import type { ReactNode } from 'react';

/** A unified difference. The sign in front of a line says what the colour says. */
export function Diff({ text }: { readonly text: string }): ReactNode {
  return (
    <pre className="diff" tabIndex={0} aria-label="The exact change">
      {text.split('\n').map((line, index) => (
        <span key={index} className={line.startsWith('+') && !line.startsWith('+++') ? 'diff-in' : line.startsWith('-') && !line.startsWith('---') ? 'diff-out' : undefined}>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
