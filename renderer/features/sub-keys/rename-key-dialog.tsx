import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { SubKeyView } from '../../../shared/contract/views.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.ts';

interface RenameKeyDialogProps {
  readonly subKey: SubKeyView;
  onClose(): void;
}

/** Gives a sub-key a name, or none. */
export function RenameKeyDialog({ subKey, onClose }: RenameKeyDialogProps): ReactNode {
  const { id, hint, agent } = subKey;
  const { call } = useSession();
  const { busy, problem, run } = useAction();
  const toast = useToast();
  const [name, setName] = useState(subKey.name ?? '');
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const before = subKey.name;
    void run(async () => {
      await call(({ keys }) => keys.rename({ id, name: name.trim() === '' ? null : name }));
      toast({
        text: say.subKeys.renamed,
        undo: async () => void (await call(({ keys }) => keys.rename({ id, name: before }))),
      });
      onClose();
    });
  };
  return (
    <Dialog title={say.subKeys.renameTitle(hint, agent)} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={say.subKeys.name}
          value={name}
          autoFocus
          placeholder={say.subKeys.nameExample}
          hint={say.subKeys.nameHint}
          onText={setName}
        />
        <Problem sentence={problem} />
        <div className="form-end">
          <Button onClick={onClose}>{say.common.cancel}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {say.subKeys.doRename}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
