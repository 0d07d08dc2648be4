import { useState } from 'react';
import type { ReactNode } from 'react';
import type { McpToolView } from '../../../../shared/mcp/mcp-views.ts';
import { clipped } from '../../../../shared/visible-text.ts';
import { plainLines, plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';

/** Two lines of a wide table. */
const SHOWN = 160;

/** What a tool says of itself: the beginning, and all of it when a person wants to read it. */
export function Description({
  tool: { name, description },
}: {
  readonly tool: Pick<McpToolView, 'name' | 'description'>;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const text = description.trim();
  if (text === '') return <span className="faint">{say.mcp.noDescription}</span>;
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.length <= SHOWN) return <span>{plainText(line)}</span>;
  return (
    <>
      <span className={isOpen ? 'mcp-whole' : undefined}>
        {isOpen ? plainLines(text) : plainText(clipped(line, SHOWN))}
      </span>{' '}
      <button
        type="button"
        className="text-button"
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : say.mcp.showAllOf(name)}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? say.mcp.showLess : say.mcp.showAll}
      </button>
    </>
  );
}
