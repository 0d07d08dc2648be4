import type { ReactNode } from 'react';
import { say } from '../../../strings/say.ts';
import { CopyLine } from '../../../ui/copy/copy-line.tsx';
import type { ServerTexts } from './read-server.ts';

/** Says why a command is not taken here, and gives the line that adds it in a terminal. */
export function CommandInTerminal({ texts: { name, command } }: { readonly texts: ServerTexts }): ReactNode {
  const line = `purser mcp add ${name.trim() || 'NAME'} -- ${command.trim() || 'COMMAND'}`;
  return (
    <div>
      <p className="soft">{say.mcp.notInBrowser}</p>
      <CopyLine text={line} label={say.mcp.copyCommand} />
    </div>
  );
}
