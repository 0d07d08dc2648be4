import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { ToolRow } from './tool-row.tsx';

interface ToolListProps {
  readonly tools: readonly ToolView[];
  /** The one whose dialog is open. */
  readonly connecting: string | undefined;
  onConnect(tool: ToolView): void;
  onChanged(): void;
}

/** Tools, a row each. */
export function ToolList({ tools, connecting, onConnect, onChanged }: ToolListProps): ReactNode {
  return (
    <ul className="tools">
      {tools.map((tool) => (
        <ToolRow
          key={tool.id}
          tool={tool}
          isConnecting={connecting === tool.id}
          onConnect={() => onConnect(tool)}
          onChanged={onChanged}
        />
      ))}
    </ul>
  );
}
