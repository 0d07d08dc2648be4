import { useState } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { say } from '../../strings/say.ts';
import { Field } from '../../ui/form/field.tsx';
import { toolsCalled } from './sort-tools.ts';
import { ToolList } from './tool-list.tsx';

/** The tools that this machine has not: one line, until somebody looks for one. */
export function MoreTools({ tools, ...list }: ComponentProps<typeof ToolList>): ReactNode {
  const [typed, setTyped] = useState('');
  const shown = toolsCalled(tools, typed);
  return (
    <details className="section more-tools">
      <summary>{say.connections.notHere(tools.length)}</summary>
      <Field label={say.connections.filter} value={typed} onText={setTyped} />
      {shown.length === 0 ? <p className="soft">{say.connections.noneSo}</p> : <ToolList tools={shown} {...list} />}
    </details>
  );
}
