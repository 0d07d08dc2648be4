import type { ReactNode } from 'react';
import type { McpChangeView } from '../../../../shared/mcp/mcp-views.ts';
import { plainLines, plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';

/** What a tool says now, beside what was trusted: a field after the other. */
export function Difference({ change: { differences } }: { readonly change: McpChangeView }): ReactNode {
  return (
    <ul className="mcp-differences">
      {differences.map(({ at, before, after }) => (
        <li key={at} className="mcp-difference">
          <code className="mcp-difference-at">{plainText(at)}</code>
          <Side title={say.mcp.before} at={at} text={before} kind="before" />
          <Side title={say.mcp.after} at={at} text={after} kind="after" />
        </li>
      ))}
    </ul>
  );
}

interface SideProps {
  readonly title: string;
  readonly at: string;
  readonly text: string | null;
  readonly kind: 'before' | 'after';
}

function Side({ title, at, text, kind }: SideProps): ReactNode {
  return (
    <div className={`mcp-side mcp-side-${kind}`}>
      <p className="faint">{title}</p>
      {text === null ? (
        <p className="faint">{say.mcp.nothingThere}</p>
      ) : (
        <pre tabIndex={0} role="region" aria-label={`${title}: ${plainText(at)}`}>
          {plainLines(text)}
        </pre>
      )}
    </div>
  );
}
