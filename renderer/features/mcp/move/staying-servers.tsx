import type { ReactNode } from 'react';
import type { Moved } from '../../../../shared/mcp/mcp-moves.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';

/** Those that stay in the tool's file, each with the reason. */
export function StayingServers({ stayed }: { readonly stayed: Moved['stayed'] }): ReactNode {
  if (stayed.length === 0) return null;
  return (
    <div>
      <h3>{say.mcpMoves.stays}</h3>
      <ul className="faint">
        {stayed.map(({ name, stays: { code, about } }) => (
          <li key={name}>
            <strong>{plainText(name)}</strong> {plainText(say.mcpMoves.reason[code](about))}
          </li>
        ))}
      </ul>
    </div>
  );
}
