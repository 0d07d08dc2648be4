import type { ReactNode } from 'react';
import type { MovePlan } from '../../../../shared/mcp/mcp-moves.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';
import { Diff } from '../../connections/diff.tsx';

/** The differences that a move makes, without any value of a secret. */
export function FileChanges({
  files,
}: {
  readonly files: readonly Pick<MovePlan['files'][number], 'file' | 'diff'>[];
}): ReactNode {
  return (
    <div className="change">
      <h3>{say.mcpMoves.change}</h3>
      {files.map(({ file, diff }) => (
        <div key={file}>
          <p>
            <code>{plainText(file)}</code>
          </p>
          {diff !== '' && <Diff text={diff} />}
        </div>
      ))}
    </div>
  );
}
