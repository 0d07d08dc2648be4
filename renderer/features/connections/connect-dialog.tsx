import { useCallback, useMemo, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { describeCap } from '../../../shared/cap.ts';
import type { ConnectionPlan, ToolView } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { useSession } from '../../state/session-context.ts';
import { useAction } from '../../state/use-action.ts';
import { useRead } from '../../state/use-read.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { CapRows } from '../caps/cap-rows.tsx';
import { readCaps, rowsOf } from '../caps/read-caps.ts';
import type { CapRow } from '../caps/read-caps.ts';
import { Connected } from './connected.tsx';
import { Diff } from './diff.tsx';
import { takesEffect } from './tool-words.ts';

interface ConnectDialogProps {
  readonly tool: ToolView;
  onClose(): void;
  onConnected(): void;
}

/** Shows the exact change to the tool's own files, asks for the caps, and makes it. */
export function ConnectDialog({ tool, onClose, onConnected }: ConnectDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run, say } = useAction();
  const [typed, setProject] = useState('');
  const [project, setAsked] = useState('');
  const [asks, setAsks] = useState(false);
  const [caps, setCaps] = useState<readonly CapRow[]>();
  const [done, setDone] = useState<{ readonly instructions: string | null }>();
  const waits = tool.scope === 'project' && project === '';
  const wanted = useMemo(() => ({ tool: tool.id, ...(project !== '' && { project }), keyFrom: asks ? ('command' as const) : ('file' as const) }), [tool.id, project, asks]);
  const plan = useRead(
    useCallback(
      async (gateway: GatewayClient): Promise<ConnectionPlan | undefined> => (waits ? undefined : gateway.connections.plan(wanted)),
      [wanted, waits],
    ),
  );
  // What cannot be done has no change to show.
  const change = plan.problem === undefined ? plan.data : undefined;
  const rows = caps ?? rowsOf(plan.data?.caps ?? tool.caps);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (typed.trim() !== project) return setAsked(typed.trim());
    const read = readCaps(rows);
    if ('problem' in read) return say(read.problem);
    void run(async () => {
      const fingerprint = change?.fingerprint;
      const answer = await call(({ connections }) => connections.connect({ ...wanted, caps: [...read.caps], ...(fingerprint !== undefined && { fingerprint }) })).finally(plan.again);
      onConnected();
      setDone({ instructions: answer.instructions });
    });
  }

  if (done !== undefined) return <Connected tool={tool} instructions={done.instructions} reload={plan.data?.reload ?? tool.reload} onClose={onClose} />;
  return (
    <Dialog wide title={`Connect ${tool.title}`} holds={busy} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {tool.scope !== 'machine' && (
          <Field
            label="Project folder"
            value={typed}
            placeholder={tool.scope === 'both' ? 'everywhere on this machine' : '/home/me/shop'}
            hint="The whole path. The change is then made in this project only."
            onText={setProject}
          />
        )}
        <CapRows rows={rows} startsHere={tool.scope !== 'project'} onRows={setCaps} />
        <p className="faint">The tool gets a sub-key of its own: {readable(rows)}.</p>
        {tool.takesCommand && (
          <label className="check">
            <input type="checkbox" checked={asks} onChange={(event) => setAsks(event.currentTarget.checked)} />
            Keep the sub-key out of the file: the tool asks Purser for one that lives for an hour
          </label>
        )}
        {change !== undefined && <Change plan={change} />}
        <Problem sentence={plan.problem ?? problem} />
        <div className="form-end">
          <Button disabled={busy} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={typed.trim() === project && change === undefined}>
            {typed.trim() === project ? 'Connect' : 'Show the change'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function readable(rows: readonly CapRow[]): string {
  const read = readCaps(rows);
  return 'caps' in read ? read.caps.map(describeCap).join(' and ') : 'its caps';
}

function Change({ plan }: { readonly plan: ConnectionPlan }): ReactNode {
  return (
    <div className="change">
      {plan.files.map(({ file, isNew, diff }) => (
        <div key={file}>
          <p>
            <code>{file}</code> {isNew ? 'is made' : diff === '' ? 'is already as it should be' : 'is changed'}
          </p>
          {diff !== '' && <Diff text={diff} />}
        </div>
      ))}
      {plan.instructions !== null && <p className="soft instructions">{plan.instructions}</p>}
      {plan.notes.map((note) => (
        <p key={note} className="faint">
          {note}
        </p>
      ))}
      <p className="faint">{takesEffect(plan.reload)}</p>
    </div>
  );
}
