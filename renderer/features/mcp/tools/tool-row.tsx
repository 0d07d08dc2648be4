import type { ReactNode } from 'react';
import type { McpToolView } from '../../../../shared/mcp/mcp-views.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';
import { Description } from './description.tsx';

const CHIPS = { trusted: 'chip chip-good', changed: 'chip chip-warn', gone: 'chip chip-soft' } as const;

/** One tool in the table. */
export function ToolRow({ tool }: { readonly tool: McpToolView }): ReactNode {
  const { name, title, state, mayDestroy } = tool;
  return (
    <tr data-testid="mcp-tool">
      <th scope="row">
        <code>{plainText(name)}</code>
        {title !== null && title !== name && <span className="mcp-tool-title faint">{plainText(title)}</span>}
      </th>
      <td className="mcp-description">
        <Description tool={tool} />
      </td>
      <td className={mayDestroy ? 'mcp-may' : 'mcp-may soft'}>{mayText(tool)}</td>
      <td>
        <span className={CHIPS[state]} title={say.mcp.toolStatesMean[state]}>
          {say.mcp.toolStates[state]}
        </span>
      </td>
    </tr>
  );
}

function mayText({ readOnly, mayDestroy }: McpToolView): string {
  if (mayDestroy) return say.mcp.mayDestroy;
  return readOnly ? say.mcp.readsOnly : say.mcp.addsOnly;
}
