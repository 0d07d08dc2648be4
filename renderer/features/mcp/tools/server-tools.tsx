import { useState } from 'react';
import type { ReactNode } from 'react';
import type { McpServerView } from '../../../../shared/mcp/mcp-views.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { findTools } from './find-tools.ts';
import { ToolRow } from './tool-row.tsx';

/** Fewer are seen at a glance. */
const SEARCH_FROM = 6;

/** The tools of a server: what each says of itself, what it may do, and whether that is as it was trusted. */
export function ServerTools({
  server: { name, tools },
  onLook,
}: {
  readonly server: McpServerView;
  onLook(): void;
}): ReactNode {
  const [search, setSearch] = useState('');
  const changed = tools.filter(({ state }) => state === 'changed').length;
  if (tools.length === 0) return <p className="faint">{say.mcp.noTools}</p>;
  const found = findTools(tools, search);
  return (
    <>
      {changed > 0 && (
        <p className="mcp-changed">
          <span className="chip chip-warn">{say.mcp.changedOf(changed)}</span>
          <Button kind="quiet" onClick={onLook}>
            {say.mcp.seeDifference}
          </Button>
        </p>
      )}
      <details className="mcp-fold">
        <summary>{say.mcp.tools(tools.length)}</summary>
        {tools.length >= SEARCH_FROM && (
          <Field
            label={say.mcp.search(name)}
            hidesLabel
            type="search"
            value={search}
            placeholder={say.mcp.searchHint}
            onText={setSearch}
          />
        )}
        {found.length === 0 ? (
          <p className="soft">{say.mcp.noneMatch}</p>
        ) : (
          <div className="scrolls" tabIndex={0} role="region" aria-label={say.mcp.toolsOf(name)}>
            <table className="table mcp-tools">
              <thead>
                <tr>
                  <th scope="col">{say.mcp.columns.tool}</th>
                  <th scope="col">{say.mcp.columns.description}</th>
                  <th scope="col">{say.mcp.columns.may}</th>
                  <th scope="col">{say.mcp.columns.state}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((tool) => (
                  <ToolRow key={tool.name} tool={tool} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </>
  );
}
