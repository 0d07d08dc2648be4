import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { say } from '../../strings/say.ts';

/** Tells in one word how well a tool is known, and the rest of it on demand. */
export function Evidence({
  tool: { title, coverage },
}: {
  readonly tool: Pick<ToolView, 'title' | 'coverage'>;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const known = say.connections.known[coverage.known];
  return (
    <>
      {' '}
      <button
        type="button"
        className="text-button evidence"
        aria-expanded={isOpen}
        aria-label={say.connections.knownLabel(title, known)}
        onClick={() => setOpen(!isOpen)}
      >
        {known}
      </button>
      {isOpen && <span> {say.connections.knownHow(coverage.known, coverage.evidence)}</span>}
    </>
  );
}
