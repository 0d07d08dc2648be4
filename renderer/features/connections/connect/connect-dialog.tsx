import { useCallback, useMemo, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { ConnectionPlan, ToolView } from '../../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { PresetId } from '../../../../shared/preset.ts';
import { useSession } from '../../../state/live/session-context.ts';
import { useAction } from '../../../state/live/use-action.ts';
import { useRead } from '../../../state/live/use-read.ts';
import { say } from '../../../strings/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { Problem } from '../../../ui/notice.tsx';
import { Segmented } from '../../../ui/form/segmented.tsx';
import { CapRows } from '../../caps/cap-rows.tsx';
import { readCaps, rowsOf } from '../../caps/read-caps.ts';
import type { CapRow } from '../../caps/read-caps.ts';
import { Connected } from './connected.tsx';
import { Diff } from '../diff.tsx';
import { limitsText } from '../tool-words.ts';
import { plainLines, plainText } from '../../../state/words/plain-text.ts';

interface ConnectDialogProps {
  readonly tool: ToolView;
  /** The project folder it begins with. */
  readonly project?: string;
  onClose(): void;
  onConnected(): void;
}

/** Shows the exact change to the tool's own files, asks for the caps, and makes it. */
export function ConnectDialog({ tool, project: begun = '', onClose, onConnected }: ConnectDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run, say: tell } = useAction();
  const words = say.connections;
  const [typed, setProject] = useState(begun);
  const [project, setAsked] = useState(begun);
  const [asks, setAsks] = useState(false);
  const [presetId, setPreset] = useState<PresetId>('everyday');
  const [caps, setCaps] = useState<readonly CapRow[]>();
  const [done, setDone] = useState<{ readonly instructions: string | null }>();
  const waits = tool.scope === 'project' && project === '';
  const wanted = useMemo(
    () => ({
      tool: tool.id,
      ...(project !== '' && { project }),
      keyFrom: asks ? ('command' as const) : ('file' as const),
    }),
    [tool.id, project, asks],
  );
  const plan = useRead(
    useCallback(
      async (gateway: GatewayClient): Promise<ConnectionPlan | undefined> =>
        waits ? undefined : gateway.connections.plan(wanted),
      [wanted, waits],
    ),
  );
  // What cannot be done has no change to show.
  const change = plan.problem === undefined ? plan.data : undefined;
  const preset = tool.presets.find(({ id }) => id === presetId);
  const rows = caps ?? rowsOf(preset?.caps ?? tool.caps);
  const read = readCaps(rows);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (typed.trim() !== project) return setAsked(typed.trim());
    if ('problem' in read) return tell(read.problem);
    void run(async () => {
      const fingerprint = change?.fingerprint;
      const answer = await call(({ connections }) =>
        connections.connect({
          ...wanted,
          preset: presetId,
          caps: [...read.caps],
          ...(fingerprint !== undefined && { fingerprint }),
        }),
      ).finally(plan.again);
      onConnected();
      setDone({ instructions: answer.instructions });
    });
  }

  if (done !== undefined)
    return (
      <Connected
        tool={tool}
        instructions={done.instructions}
        reload={plan.data?.reload ?? tool.reload}
        onClose={onClose}
      />
    );
  return (
    <Dialog wide title={words.connectTitle(tool.title)} holds={busy} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {tool.scope !== 'machine' && (
          <Field
            label={words.project}
            value={typed}
            placeholder={tool.scope === 'both' ? words.everywhere : words.projectExample}
            hint={words.projectHint}
            onText={setProject}
          />
        )}
        <Segmented<PresetId>
          label={words.howMuch}
          options={tool.presets.map(({ id }) => ({ value: id, text: words.presets[id] }))}
          value={presetId}
          onPick={(picked) => {
            setPreset(picked);
            setCaps(undefined);
          }}
        />
        <CapRows rows={rows} startsHere={tool.scope !== 'project'} onRows={setCaps} />
        <p className="faint">
          {words.gets('caps' in read ? limitsText(read.caps, preset?.policy ?? {}) : words.itsCaps)}
        </p>
        {tool.takesCommand && (
          <label className="check">
            <input type="checkbox" checked={asks} onChange={(event) => setAsks(event.currentTarget.checked)} />
            {words.keepOut}
          </label>
        )}
        {change !== undefined && <Change plan={change} />}
        <Problem sentence={plan.problem ?? problem} />
        <div className="form-end">
          <Button disabled={busy} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={typed.trim() === project && change === undefined}>
            {typed.trim() === project ? words.doConnect : words.showChange}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Change({ plan }: { readonly plan: ConnectionPlan }): ReactNode {
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
      {plan.instructions !== null && <p className="soft instructions">{plainLines(plan.instructions)}</p>}
      {plan.notes.map((note) => (
        <p key={note} className="faint">
          {plainText(note)}
        </p>
      ))}
      <p className="faint">{say.connections.takesEffect(plan.reload)}</p>
    </div>
  );
}
