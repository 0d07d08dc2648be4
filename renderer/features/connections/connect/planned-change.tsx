import type { ReactNode } from 'react';
import type { ConnectionPlan } from '../../../../shared/contract/connection-views.ts';
import { plainLines, plainText } from '../../../state/words/plain-text.ts';
import { toldLines } from '../../../state/words/told-lines.ts';
import { say } from '../../../strings/say.ts';
import { Diff } from '../diff.tsx';

/** The exact change to the tool's files, and what the person has to know about it. */
export function PlannedChange({ plan }: { readonly plan: ConnectionPlan }): ReactNode {
  return (
    <div className="change">
      {plan.files.map(({ file, isNew, diff }) => (
        <div key={file}>
          <p>
            <code>{plainText(file)}</code>{' '}
            {isNew ? say.connections.isMade : diff === '' ? say.connections.isAsItShould : say.connections.isChanged}
          </p>
          {diff !== '' && <Diff text={diff} />}
        </div>
      ))}
      {plan.instructions !== null && <p className="soft instructions">{plainLines(toldLines(plan.instructions))}</p>}
      {plan.notes.map((note) => (
        <p key={note} className="faint">
          {plainText(say.told(note))}
        </p>
      ))}
      <p className="faint">{say.connections.takesEffect(say.connections.ofTool(plan.reload))}</p>
    </div>
  );
}
