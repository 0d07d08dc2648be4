import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { COVERAGE, stateWords, vendorsOf } from './tool-words.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface ToolRowProps {
  readonly tool: ToolView;
  /** Its dialog is open. */
  readonly isConnecting: boolean;
  onConnect(): void;
  onChanged(): void;
}

/** One tool: how it stands, how much of it can be metered, and its connections. */
export function ToolRow({ tool, isConnecting, onConnect, onChanged }: ToolRowProps): ReactNode {
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
            title={tool.ready ? undefined : `Add a provider key first: it speaks to ${vendorsOf(tool)}`}
            aria-label={tool.way === 'by-hand' ? `Show how to connect ${tool.title}` : `Connect ${tool.title}${isOff ? '' : ' in a project'}`}
            onClick={onConnect}
          >
            {tool.way === 'by-hand' ? 'Show how' : isOff ? 'Connect…' : 'Connect a project…'}
          </Button>
        )}
      </div>
      <p className="faint" title={tool.coverage.evidence}>
        {COVERAGE[tool.coverage.level]}. {tool.coverage.words}
        {possible && !tool.ready && ` Needs a provider key for ${vendorsOf(tool)}.`}
      </p>
      {tool.connections.map((connection) => (
        <ConnectionRow key={connection.id} connection={connection} canTest={tool.canTest} onChanged={onChanged} />
      ))}
    </li>
  );
}
