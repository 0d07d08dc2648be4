import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { Evidence } from './evidence.tsx';
import { stateWords, vendorsOf } from './tool-words.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';

interface ToolRowProps {
  readonly tool: ToolView;
  /** Its dialog is open. */
  readonly isConnecting: boolean;
  onConnect(): void;
  onChanged(): void;
}

/** One tool: how it stands, how much of it can be metered and how that is known, and its connections. */
export function ToolRow({ tool, isConnecting, onConnect, onChanged }: ToolRowProps): ReactNode {
  const words = say.connections;
  const { text, tone } = stateWords(tool);
  const isOff = tool.connections.length === 0;
  const possible = tool.way !== 'none' && tool.state !== 'not-possible';
  const row = useRef<HTMLLIElement>(null);
  useKeptFocus(row, `${tool.connections.map(({ id }) => id).join(' ')} ${String(isConnecting)}`);
  return (
    <li ref={row} className="tool" tabIndex={-1} aria-label={tool.title} data-testid="tool">
      <div className="tool-head">
        <h3>{tool.title}</h3>
        <span className={`chip chip-${tone}`}>{text}</span>
        {possible && (isOff || tool.scope !== 'machine') && (
          <Button
            kind={tool.state === 'found' && tool.ready && tool.group !== 'environment' ? 'primary' : 'plain'}
            disabled={!tool.ready}
            title={tool.ready ? undefined : words.addKeyFirst(vendorsOf(tool))}
            aria-label={
              tool.way === 'by-hand'
                ? words.showHowTo(tool.title)
                : isOff
                  ? words.connectTool(tool.title)
                  : words.connectToolInProject(tool.title)
            }
            onClick={onConnect}
          >
            {tool.way === 'by-hand' ? words.showHow : isOff ? words.connect : words.connectProject}
          </Button>
        )}
      </div>
      <p className="faint">
        {words.covered(words.coverage[tool.coverage.level], words.ofTool(tool.coverage.words))}
        {possible && !tool.ready && ` ${words.needsKey(vendorsOf(tool))}`}
        <Evidence tool={tool} />
      </p>
      {tool.connections.map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} canTest={tool.canTest} onChanged={onChanged} />
      ))}
    </li>
  );
}
