import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { AgentView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

type LifeKind = 'rename-agent' | 'merge-agent' | 'delete-agent';

interface AgentLifeDialogProps {
  readonly kind: LifeKind;
  readonly agent: AgentView;
  readonly agents: readonly AgentView[];
  onClose(): void;
}

/** Renames an agent, merges it into another, or deletes it. What cannot be undone is asked. */
export function AgentLifeDialog({ kind, agent, agents, onClose }: AgentLifeDialogProps): ReactNode {
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const toast = useToast();
  // The gateway says that it is gone before the answer comes: the question is still about what it was.
  const [{ id, name: before, keepBodies }] = useState(agent);
  const others = agents.filter((other) => other.id !== id);
  const [name, setName] = useState(before);
  const [intoId, setInto] = useState<string>(others[0]?.id ?? id);
  const into = others.find((other) => other.id === intoId);
  const words = say.agentLife;

  const acts: Readonly<Record<LifeKind, () => Promise<void>>> = {
    'rename-agent': async () => {
      const renamed = await call((gateway) => gateway.agents.rename({ id, name }));
      toast({
        text: words.renamed(before, renamed.name),
        undo: async () => void (await call((gateway) => gateway.agents.rename({ id, name: before }))),
      });
    },
    'merge-agent': async () => {
      const merged = await call((gateway) => gateway.agents.merge({ id, into: into?.id ?? id }));
      toast({ text: words.merged(before, merged.name) });
    },
    'delete-agent': async () => {
      await call((gateway) => gateway.agents.delete({ id }));
      toast({ text: words.deleted(before) });
    },
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void run(async () => {
      await acts[kind]();
      onClose();
    });
  };
  const [title, button] = {
    'rename-agent': [words.renameTitle(before), words.doRename],
    'merge-agent': [words.mergeTitle(before), words.doMerge],
    'delete-agent': [words.deleteTitle(before), words.doDelete],
  }[kind];
  return (
    <Dialog title={title ?? ''} holds={busy} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {kind === 'rename-agent' && (
          <Field label={words.name} value={name} autoFocus hint={words.renameHint} onText={setName} />
        )}
        {kind === 'merge-agent' && (
          <>
            <Select
              label={words.into}
              options={others.map((other) => ({ value: other.id, text: other.name }))}
              value={intoId}
              onPick={(picked) => setInto(picked)}
            />
            {into !== undefined && <p>{words.mergeMeans(before, into.name)}</p>}
            {keepBodies !== null && <p>{words.mergeDeletesLogs(before)}</p>}
            <p className="soft">{words.final}</p>
          </>
        )}
        {kind === 'delete-agent' && <DeleteWords />}
        <Problem sentence={problem} />
        <div className="form-end">
          <Button disabled={busy} autoFocus={kind !== 'rename-agent'} onClick={onClose}>
            {say.common.cancel}
          </Button>
          <Button
            kind={kind === 'delete-agent' ? 'danger-filled' : 'primary'}
            type="submit"
            busy={busy}
            disabled={kind === 'merge-agent' && into === undefined}
          >
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function DeleteWords(): ReactNode {
  const words = say.agentLife;
  return (
    <>
      <p>
        {words.deleteMeans} <strong>{words.final}</strong>
      </p>
      <p className="soft">{words.archiveInstead}</p>
    </>
  );
}
